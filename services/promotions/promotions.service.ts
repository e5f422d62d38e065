import { COUPON_NOT_USABLE, promotions, PROMOTION_NOT_FOUND } from "#contracts/promotions";
import { ADDRESS_NOT_FOUND, POINTS_SHORT, users } from "#contracts/users";
import type { Address } from "#contracts/users";
import type { Place } from "#domain/pricing";
import { db } from "#mixins/db";
import { fail, failAt } from "#mixins/errors";
import { hint } from "#mixins/hints";
import { idempotent } from "#mixins/idempotency";
import { loops } from "#mixins/loops";
import { call, service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { claim, claimable, mine } from "./coupons.ts";
import { tidy } from "./counts.ts";
import {
	couponView,
	createCoupon,
	createPromotion,
	updateCoupon,
	updatePromotion,
} from "./desk.ts";
import { offersFor } from "./offers.ts";
import * as own from "./own-data.ts";
import { goodsOf, itemsOf, priceOf, refuseShort } from "./price.ts";
import { redeem, restore } from "./redeem.ts";
import { dropRunning } from "./running.ts";
import { collections } from "./stored.ts";

const tidySeconds = 30;

export default service(promotions, {
	mixins: [loops(), db(collections, { durable: true })],

	actions: {
		async quote(ctx) {
			const { items: wanted, address, ...asked } = ctx.params;
			const userId = ctx.meta.user?.id ?? null;
			const [items, place] = await Promise.all([itemsOf(ctx, wanted), placeOf(ctx, address)]);
			const { quote } = await priceOf(ctx, this.db, { ...asked, userId, items, place });
			await refuseShort(ctx, items);
			return quote;
		},

		async adminQuote(ctx) {
			const { address: place, ...asked } = ctx.params;
			const { quote } = await priceOf(ctx, this.db, { ...asked, place });
			await refuseShort(ctx, asked.items);
			return quote;
		},

		async coupons(ctx) {
			return claimable(ctx, this.db);
		},

		async claim(ctx) {
			return idempotent(ctx, this.db.claims, () => claim(ctx, this.db));
		},

		async mine(ctx) {
			return mine(ctx, this.db);
		},

		async adminCoupons(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const found = await this.db.coupons.list({ sort: ["-createdAt"], page, pageSize });
			return { ...found, items: found.items.map(couponView) };
		},

		async createCoupon(ctx) {
			const coupon = await idempotent(ctx, this.db.claims, (id) =>
				createCoupon(this.db, { ...ctx.params, id }),
			);
			hint(ctx, "marketing");
			return coupon;
		},

		async updateCoupon(ctx) {
			const coupon = await updateCoupon(this.db, ctx.params);
			hint(ctx, "marketing");
			return coupon;
		},

		async adminPromotions(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			return this.db.promotions.list({ sort: ["-createdAt"], page, pageSize });
		},

		async createPromotion(ctx) {
			const promotion = await idempotent(ctx, this.db.claims, (id) =>
				createPromotion(this.db, { ...ctx.params, id }),
			);
			dropRunning(this.db.promotions);
			hint(ctx, "marketing");
			return promotion;
		},

		async updatePromotion(ctx) {
			const { id, ...change } = ctx.params;
			const before =
				(await this.db.promotions.findById(id)) ?? fail(PROMOTION_NOT_FOUND, { id });
			const promotion = await updatePromotion(this.db, before, change);
			dropRunning(this.db.promotions);
			hint(ctx, "marketing");
			return promotion;
		},

		async removePromotion(ctx) {
			const { id } = ctx.params;
			const removed = await this.db.promotions.remove({ id });
			if (removed === 0) fail(PROMOTION_NOT_FOUND, { id });
			dropRunning(this.db.promotions);
			hint(ctx, "marketing");
		},

		async price(ctx) {
			const { address, ...asked } = ctx.params;
			const priced = await priceOf(ctx, this.db, { ...asked, place: address });
			const { couponRejected: reason, pointsLeft: left, ...price } = priced;
			if (reason) refuseCoupon(reason, asked);
			if (left < (asked.points ?? 0)) failAt(POINTS_SHORT, { path: "points", left });
			return { ...price, points: price.quote.points, address };
		},

		goods(ctx) {
			return goodsOf(ctx, this.db);
		},

		async offers(ctx) {
			return offersFor(ctx, this.db);
		},

		async redeem(ctx) {
			await redeem(this.db, ctx.params, ctx.meta.locale);
		},

		async restore(ctx) {
			await restore(this.db, ctx.params.orderId);
		},

		ownData(ctx) {
			return own.ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson(this.db, ctx.params.whom);
		},
	},

	started() {
		this.every(tidySeconds, () => tidy(this.db));
	},
});

/** The coupon of an order that is there already is no field of what is asked. */
function refuseCoupon(reason: string, { held }: { held?: object }): never {
	if (held) return fail(COUPON_NOT_USABLE, { reason });
	return failAt(COUPON_NOT_USABLE, { path: "coupon", reason });
}

/** Where it goes, as far as that is known: of an own address by its id, or of an address. */
async function placeOf(ctx: Ctx, address?: string | Address): Promise<Place | undefined> {
	if (typeof address !== "string") return address;
	const userId = ctx.meta.user?.id ?? fail(ADDRESS_NOT_FOUND, { id: address });
	return call(ctx, users.addressOf, { userId, addressId: address });
}
