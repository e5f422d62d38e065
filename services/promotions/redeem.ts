// A coupon is used once per order and given back once, however often either is said.
import { COUPON_GONE, COUPON_NOT_USABLE } from "#contracts/promotions";
import type { Language } from "#contracts/schema";
import { newId, now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { backKey, settleCount, settleReturn, take } from "./counts.ts";
import { sentence } from "./reasons.ts";
import { ensure, personOf, slotId } from "./stored.ts";
import type { Db, StoredCoupon } from "./stored.ts";

interface Use {
	orderId: string;
	userId: string | null;
	email?: string;
	couponId: string;
	claimId: string | null;
}

export async function redeem(db: Db, use: Use, language?: Language) {
	const { orderId, couponId, userId, email } = use;
	const before = await db.redemptions.findById(orderId);
	if (before?.state === "done") return;
	if (before) notUsable(language);

	const person = personOf(userId, email);
	const ticket = await take(db.coupons, couponId, { key: orderId, field: "redeemed", person });
	const coupon = await db.coupons.findById(couponId);
	if (!ticket || !coupon) fail(COUPON_GONE);
	if (!(await takeSlot(db, coupon, { ...use, person }))) {
		await settleCount(db.coupons, couponId, { ticket, by: { redeemed: -1 } });
		notUsable(language);
	}
	const proof = { id: orderId, version: 1, couponId, ticket, state: "done" as const };
	const redemption = await ensure(db.redemptions, proof);
	const isProven = redemption.ticket === ticket;
	await settleCount(db.coupons, couponId, { ticket, by: isProven ? {} : { redeemed: -1 } });
	if (redemption.state !== "done") {
		await freeSlots(db, orderId);
		notUsable(language);
	}
}

type Taking = { orderId: string; claimId: string | null; person: string | null };

async function takeSlot(db: Db, coupon: StoredCoupon, { orderId, claimId, person }: Taking) {
	if (coupon.kind === "code") return takeOfCode(db, coupon, { orderId, person });
	if (!claimId || !person) return false;
	const mine = { id: claimId, couponId: coupon.id, person };
	const taken = await db.slots.change({ ...mine, usedBy: null }, { $set: { usedBy: orderId } });
	return Boolean(taken ?? (await db.slots.findOne({ ...mine, usedBy: orderId })));
}

const attempts = 10;

/** A code has no claims: the person's next use is made now. Nobody in particular is not counted. */
async function takeOfCode(
	db: Db,
	coupon: StoredCoupon,
	{ orderId, person }: Omit<Taking, "claimId">,
) {
	if (!person) return true;
	const { id: couponId, kind, perPerson } = coupon;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const held = await db.slots.find({ query: { couponId, person }, limit: perPerson });
		const free = held.find(({ usedBy }) => usedBy === null);
		if (held.some(({ usedBy }) => usedBy === orderId)) return true;
		if (!free && held.length >= perPerson) return false;
		const made = { version: 1, couponId, person, kind, ticket: newId(), createdAt: now() };
		const slot = free
			? await db.slots.change({ id: free.id, usedBy: null }, { $set: { usedBy: orderId } })
			: await ensure(db.slots, {
					...made,
					id: slotId(couponId, person, held.length + 1),
					usedBy: orderId,
				});
		if (slot?.usedBy === orderId) return true;
	}
	return false;
}

/** What an order has used is free again; an order that comes later with this id uses nothing. */
export async function restore(db: Db, orderId: string) {
	const nothing = { id: orderId, version: 1, couponId: null, ticket: "" };
	const redemption = await ensure(db.redemptions, { ...nothing, state: "restored" });
	if (redemption.state === "done") {
		await db.redemptions.update(
			{ id: orderId, state: "done" },
			{ $set: { state: "returning" } },
		);
	}
	await freeSlots(db, orderId);
	if (redemption.couponId && redemption.state !== "restored")
		await giveBack(db, redemption.couponId, orderId);
	else await dropLeft(db, orderId, redemption.ticket);
}

/** Counted under a ticket, which the redemption then proves: what a repeat counts it takes back. */
async function giveBack(db: Db, couponId: string, orderId: string) {
	const key = backKey(orderId);
	const count = { key, field: "returned", ticket: newId(), person: null, at: now() };
	await db.coupons.update(
		{ id: couponId, "pending.key": { $ne: key } },
		{ $inc: { redeemed: -1 }, $push: { pending: count } },
	);
	const coupon = await db.coupons.findById(couponId);
	const counted = coupon?.pending.find((one) => one.key === key);
	if (!counted) return;
	await db.redemptions.update(
		{ id: orderId, state: "returning" },
		{ $set: { state: "restored", back: counted.ticket } },
	);
	await settleReturn(db, couponId, counted);
}

/** A use that was counted by a process that died before it could drop the ticket, or prove it. */
async function dropLeft(db: Db, orderId: string, proven: string) {
	const coupon = await db.coupons.findOne({ "pending.key": orderId });
	const count = coupon?.pending.find(({ key }) => key === orderId);
	if (!coupon || !count) return;
	const { ticket } = count;
	const by = ticket === proven ? {} : { redeemed: -1 };
	await settleCount(db.coupons, coupon.id, { ticket, by });
}

const freeSlots = (db: Db, orderId: string) =>
	db.slots.update({ usedBy: orderId }, { $set: { usedBy: null } });

function notUsable(language?: Language): never {
	return fail(COUPON_NOT_USABLE, { reason: sentence("COUPON_ALREADY_USED", language) });
}
