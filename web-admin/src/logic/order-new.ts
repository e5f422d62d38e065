// What staff write into the form of an order for somebody on the phone.
import type { ParamsOf } from "#contracts/client";
import type { DraftOrder } from "#contracts/orders";
import { addressOf, adjustmentOf, anAddress, itemsOf, kindOf } from "./order-edit.ts";
import type { OrderDraft } from "./order-edit.ts";

export interface CustomerDraft {
	kind: "account" | "guest";
	userId: string;
	email: string;
}

export interface NewOrder {
	customer: CustomerDraft;
	order: OrderDraft;
	coupon: string;
	payWithinHours: number;
}

/** How long an order may wait for its payment, in hours. */
export const waits = [1, 24, 48, 72, 168, 336];

export const aNewOrder = (userId = "", mayFindAccounts = true): NewOrder => ({
	customer: { kind: mayFindAccounts ? "account" : "guest", userId, email: "" },
	order: {
		address: anAddress(),
		note: "",
		lines: [],
		shippingMethod: "",
		kind: "none",
		amount: null,
		reason: "",
	},
	coupon: "",
	payWithinHours: 48,
});

const isCountry = (country: string) => /^[A-Z]{2}$/.test(country);

/** Where it goes, as soon as that is known. */
export function placeOf({ order: { address } }: NewOrder) {
	const country = address.country.toUpperCase();
	return isCountry(country) ? { country, province: address.province } : undefined;
}

const couponOf = (coupon: string) => (coupon.trim() ? { coupon: coupon.trim() } : {});

/** What the mall is asked: what it would cost. Null as long as there is nothing in it. */
export function quoteOf(draft: NewOrder): ParamsOf<"promotions.adminQuote"> | null {
	const { customer, order, coupon } = draft;
	const items = itemsOf(order.lines);
	if (items.length === 0) return null;
	const address = placeOf(draft);
	const adjustment = adjustmentOf(order);
	return {
		userId: (customer.kind === "account" && customer.userId) || null,
		items,
		...(address && { address }),
		...(order.shippingMethod && { shippingMethod: order.shippingMethod }),
		...couponOf(coupon),
		...(adjustment && { adjustment: adjustment.amount }),
	};
}

const longestName = 300;

/** What is kept of it while it is not complete. */
export function keptOf(draft: NewOrder): ParamsOf<"orders.keepDraft"> {
	const { customer, order, coupon, payWithinHours } = draft;
	const { kind, userId, email } = customer;
	const adjustment = adjustmentOf(order);
	return {
		...(kind === "account" ? userId && { userId } : { email: email.trim() }),
		items: order.lines.map((line) => ({ ...line, name: line.name.slice(0, longestName) })),
		address: order.address,
		shippingMethod: order.shippingMethod,
		...couponOf(coupon),
		...(adjustment && { adjustment }),
		...(order.note && { note: order.note }),
		payWithinHours,
	};
}

/** The form as it was when this was kept. */
export function newOrderOf(kept: DraftOrder): NewOrder {
	const { userId, email, items, address, coupon = "", payWithinHours = 48 } = kept;
	const { amount = 0, reason = "" } = kept.adjustment ?? {};
	return {
		customer: {
			kind: email === undefined ? "account" : "guest",
			userId: userId ?? "",
			email: email ?? "",
		},
		order: {
			address: { ...anAddress(), ...address },
			note: kept.note ?? "",
			lines: items,
			shippingMethod: kept.shippingMethod ?? "",
			kind: kindOf(amount),
			amount: amount === 0 ? null : Math.abs(amount),
			reason,
		},
		coupon,
		payWithinHours,
	};
}

/** What the mall is told. */
export function wishOf(draft: NewOrder): ParamsOf<"orders.adminPlace"> {
	const { customer, order, coupon, payWithinHours } = draft;
	const { kind, userId, email } = customer;
	const adjustment = adjustmentOf(order);
	return {
		...(kind === "account" ? userId && { userId } : { email: email.trim() }),
		items: itemsOf(order.lines),
		address: addressOf(order.address),
		shippingMethod: order.shippingMethod,
		...couponOf(coupon),
		...(adjustment && { adjustment }),
		...(order.note && { note: order.note }),
		payWithinHours,
	};
}
