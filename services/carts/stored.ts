// One document per owner. A guest's id is the digest of the token, which only the guest has.
import { createHash, randomBytes } from "node:crypto";
import type { SaleItem } from "#contracts/products";
import { later } from "#domain/schedule";
import { now } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";
import type { Claim } from "#mixins/idempotency";
import type { Meta } from "#mixins/service";
import { labelOf } from "./labels.ts";
import type { Label, StoredLabel } from "./labels.ts";

/** Kept small: each change writes all lines anew. Older ones hold what their label says instead. */
export interface Line extends Partial<Label> {
	sku: string;
	price: number;
	quantity: number;
	selected: boolean;
	/** Of what it was when it was put in. */
	label?: string;
}

/** A request that was done: its key's digest, what was asked, and when (absent in older carts). */
export interface Seen {
	key: string;
	body: string;
	at?: string;
}

export interface StoredCart extends Stored {
	lines: Line[];
	/** The requests with a key of the last day. */
	seen: Seen[];
	/** Guest carts that were put into this one. */
	merged: string[];
	/** Orders that have taken their lines out. */
	bought: string[];
	/** The user into whose cart this guest's cart goes; from then on it does not change. */
	mergedInto: string | null;
	/** Guests' carts are kept for a while only. */
	expiresAt: string | null;
}

export const collections = {
	carts: collection<StoredCart>({ indexes: [["expiresAt"], ["mergedInto"]] }),
	labels: collection<StoredLabel>(),
	claims: claims(),
};

export interface Db {
	carts: Collection<StoredCart>;
	labels: Collection<StoredLabel>;
	claims: Collection<Claim>;
}

const guestSeconds = 90 * 86_400;

/** Whose cart a call is about; null is a guest who has none yet. */
export type Owner = { id: string; isGuest: boolean };

export function ownerOf({ user, cartToken }: Meta): Owner | null {
	if (user) return { id: user.id, isGuest: false };
	return cartToken ? { id: idOfToken(cartToken), isGuest: true } : null;
}

export const newToken = () => randomBytes(32).toString("base64url");

export const idOfToken = (token: string) => createHash("sha256").update(token).digest("base64url");

export const emptyCart = ({ id, isGuest }: Owner): StoredCart => ({
	id,
	version: 0,
	lines: [],
	seen: [],
	merged: [],
	bought: [],
	mergedInto: null,
	expiresAt: expiry(isGuest),
});

export const expiry = (isGuest: boolean) => (isGuest ? later(now(), guestSeconds) : null);

/** A guest's cart that has lapsed or was merged is nobody's any more. */
export const isLive = ({ expiresAt, mergedInto }: StoredCart) =>
	mergedInto === null && (expiresAt === null || expiresAt > now());

export const lineOf = (item: SaleItem): Line => ({
	sku: item.sku,
	price: item.unitPrice,
	quantity: 0,
	selected: true,
	label: labelOf(item).id,
});
