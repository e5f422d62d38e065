// What the service keeps. A coupon's document holds its counters, and each count that is not yet
// confirmed by its own document: a process that dies between the two leaks nothing.
import { createHash } from "node:crypto";
import type { Coupon, Promotion } from "#contracts/promotions";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";
import type { Claim } from "#mixins/idempotency";

/** `edition` is what staff see as the version: counting must not make their edits stale. */
export type StoredCoupon = Coupon & { edition: number; pending: Count[] };

/** A counted claim or use, or one given back, until the document that proves it is stored. */
export interface Count {
	/** The slot's id, or the order's. */
	key: string;
	field: "claimed" | "redeemed" | "returned";
	ticket: string;
	person: string | null;
	at: string;
}

/** One use of a coupon by one person: claimed before, or made when a code is used. */
export interface Slot extends Stored {
	couponId: string;
	person: string;
	kind: Coupon["kind"];
	ticket: string;
	/** The order that uses it. */
	usedBy: string | null;
	createdAt: string;
}

/** That an order has used a coupon; its id is the order's. */
export interface Redemption extends Stored {
	couponId: string | null;
	ticket: string;
	/** The ticket under which it was given back. */
	back?: string;
	state: "done" | "returning" | "restored";
}

/** Makes a code unique: its id is the code. */
export interface CouponCode extends Stored {
	couponId: string;
	at: string;
}

export const collections = {
	coupons: collection<StoredCoupon>({
		indexes: [
			["kind", "enabled", "endsAt"],
			["-createdAt"],
			{ fields: ["pending.key"], array: true },
			{ fields: ["pending.at"], array: true },
		],
	}),
	codes: collection<CouponCode>(),
	slots: collection<Slot>({
		indexes: [["person", "kind", "-createdAt"], ["couponId", "person"], ["usedBy"]],
	}),
	redemptions: collection<Redemption>(),
	promotions: collection<Promotion>({ indexes: [["enabled", "endsAt"], ["-createdAt"]] }),
	claims: claims(),
};

export interface Db {
	coupons: Collection<StoredCoupon>;
	codes: Collection<CouponCode>;
	slots: Collection<Slot>;
	redemptions: Collection<Redemption>;
	promotions: Collection<Promotion>;
	claims: Collection<Claim>;
}

/** The document of this id: the given one, or the one that was there before. */
export async function ensure<T extends Stored>(db: Collection<T>, doc: T): Promise<T> {
	try {
		return await db.insert(doc);
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
		return (await db.findById(doc.id)) ?? ensure(db, doc);
	}
}

/** Who a limit per person counts: a user, or a guest by e-mail address. */
export function personOf(userId: string | null, email?: string): string | null {
	if (userId) return userId;
	return email ? `guest:${digest(email.toLowerCase())}` : null;
}

/** The id of a person's n-th use of a coupon: two claims at once can't both be the first. */
export const slotId = (couponId: string, person: string, n: number) =>
	digest(`${couponId}:${person}:${n}`);

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
