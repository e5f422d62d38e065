// The coupon that a buyer means, by a code or by the id of a claim, and what they have done with it.
import type { CouponBuyer } from "#domain/coupons";
import type { Db, Slot, StoredCoupon } from "./stored.ts";

export interface Found {
	coupon: StoredCoupon;
	buyer: CouponBuyer;
	claimId: string | null;
}

/** Null when there is no such coupon, or when the claim is somebody else's. */
export async function couponFor(db: Db, ref: string | undefined, person: string | null) {
	if (!ref) return null;
	return (await claimed(db, ref, person)) ?? (await coded(db, ref, person));
}

type Held = { couponId: string | null; claimId: string | null };

/** The coupon of an order that is there: it was usable, so only what is bought counts now. */
export async function heldCoupon(db: Db, { couponId, claimId }: Held): Promise<Found | null> {
	const coupon = couponId === null ? null : await db.coupons.findById(couponId);
	if (!coupon) return null;
	const lasting = { enabled: true, startsAt: longAgo, endsAt: farAway };
	const usable = { ...coupon, ...lasting, total: coupon.redeemed + 1 };
	return { coupon: usable, claimId, buyer: { claimed: 1, redeemed: 0 } };
}

const longAgo = "0001-01-01T00:00:00.000Z";
const farAway = "9999-01-01T00:00:00.000Z";

async function claimed(db: Db, claimId: string, person: string | null): Promise<Found | null> {
	const slot = person ? await db.slots.findOne({ id: claimId, person, kind: "claim" }) : null;
	const coupon = slot && (await db.coupons.findById(slot.couponId));
	if (!coupon) return null;
	return { coupon, claimId, buyer: { claimed: 1, redeemed: slot.usedBy ? 1 : 0 } };
}

async function coded(db: Db, ref: string, person: string | null): Promise<Found | null> {
	const code = await db.codes.findById(ref.trim().toUpperCase());
	const coupon = code && (await db.coupons.findById(code.couponId));
	if (!coupon) return null;
	const slots = person ? await slotsOf(db, coupon, person) : [];
	const redeemed = slots.filter(({ usedBy }) => usedBy !== null).length;
	return { coupon, claimId: null, buyer: { claimed: 0, redeemed } };
}

export const slotsOf = (db: Db, { id, perPerson }: StoredCoupon, person: string): Promise<Slot[]> =>
	db.slots.find({ query: { couponId: id, person }, limit: perPerson });
