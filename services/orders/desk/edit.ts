// Changes by staff while nothing has left: address and note, goods and money as long as nothing is paid.
import { STALE_VERSION } from "#contracts/errors";
import { MONEY_FIXED, ORDER_HAS_PARCELS, ORDER_WRONG_STATE } from "#contracts/orders";
import type { Adjustment } from "#contracts/orders";
import { promotions } from "#contracts/promotions";
import type { Wanted } from "#contracts/promotions";
import type { Address } from "#contracts/users";
import { changesOf, isMoneyOpen } from "#domain/order-edit";
import { transition } from "#domain/order-state";
import { newId } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import { fail, settle as settled } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { find } from "../advance.ts";
import type { By } from "../change.ts";
import { isOver } from "../commands.ts";
import { nameFields } from "../naming.ts";
import { isAsSeen } from "../quiet.ts";
import { deliveryOf } from "../new-order.ts";
import { refuseTooMuchOff, withoutDefault } from "../place.ts";
import { termsOf } from "../stored.ts";
import type { Db, StoredOrder } from "../stored.ts";
import { write } from "./edit-stock.ts";

export interface Wish {
	id: string;
	version: number;
	preview?: boolean;
	address?: Address;
	note?: string;
	items?: Wanted[];
	shippingMethod?: string;
	adjustment?: Adjustment | null;
}

const attempts = 20;

/** The order after the change, or as it would be. What was written quietly meanwhile is no matter. */
export async function edit(ctx: Ctx<Wish>, db: Db, by: By): Promise<StoredOrder> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await tried(ctx, db, by);
		} catch (error) {
			if (!(error instanceof StaleVersion) || attempt === attempts)
				nameFields(error, ctx.params);
		}
	}
}

async function tried(ctx: Ctx<Wish>, db: Db, by: By): Promise<StoredOrder> {
	const { id, version, preview = false } = ctx.params;
	const order = await find(db, id);
	if (!isAsSeen(order, version)) fail(STALE_VERSION);
	refuseUnless(order, ctx.params, by.at);

	const after = await changed(ctx, order);
	const changes = changesOf(order, after);
	if (changes.length === 0) return order;
	const editId = newId();
	const { reason: note } = after.adjustment ?? {};
	const isReason = changes.some(({ field }) => field === "adjustment") && note;
	const step = { type: "edit", id: editId, changes, ...by, ...(isReason && { note }) } as const;
	const next = settled(transition(after, step), ...stateErrors);
	return preview ? next : write(ctx, db, { id: editId, at: by.at, order, next });
}

const stateErrors = [ORDER_WRONG_STATE, ORDER_HAS_PARCELS];

function refuseUnless(order: StoredOrder, wish: Wish, at: string) {
	settled(transition(order, { type: "edit", id: "", by: "", at }), ...stateErrors);
	const isOpen = isMoneyOpen(order) && !isOver(order, at);
	if (!isOpen && isAboutMoney(wish)) fail(MONEY_FIXED);
}

const isAboutMoney = ({ items, shippingMethod, adjustment }: Wish) =>
	items !== undefined || shippingMethod !== undefined || adjustment !== undefined;

async function changed(ctx: Ctx<Wish>, order: StoredOrder): Promise<StoredOrder> {
	const { params } = ctx;
	const { note = order.note, address: wanted = order.address } = params;
	const address = withoutDefault(wanted);
	const names = [order.buyerName, address.name];
	const terms = [...new Set([...order.terms, ...termsOf({ ...order, names })])];
	const after = { ...order, note, address, terms };
	const isElsewhere =
		address.country !== order.address.country || address.province !== order.address.province;
	if (!isAboutMoney(params) && !(isElsewhere && isMoneyOpen(order))) return after;
	return priced(ctx, after, params);
}

/** At today's prices, with the coupon that it has, and so many of its points as it takes. */
async function priced(ctx: Ctx, order: StoredOrder, wish: Wish): Promise<StoredOrder> {
	const { userId, email, address, couponId, claimId, points = 0 } = order;
	const { items = order.items, shippingMethod = order.shippingMethod } = wish;
	const adjustment = wish.adjustment === undefined ? order.adjustment : wish.adjustment;
	const price = await call(ctx, promotions.price, {
		userId,
		email,
		items: items.map(({ sku, quantity }) => ({ sku, quantity })),
		address,
		shippingMethod,
		held: { couponId, claimId },
		...(points > 0 && { points }),
		...(adjustment && { adjustment: adjustment.amount }),
	});
	refuseTooMuchOff(price, adjustment?.amount ?? 0);
	const { adjustment: _, points: _points, ...rest } = order;
	const isAdjusted = adjustment && adjustment.amount !== 0;
	return {
		...rest,
		...(isAdjusted && { adjustment }),
		...(price.points > 0 && { points: price.points }),
		items: price.quote.items,
		totals: price.quote.totals,
		taxes: price.quote.taxes,
		shippingMethod,
		...deliveryOf(price.quote, shippingMethod),
	};
}
