// An order as it is first written down.
import type { Adjustment } from "#contracts/orders";
import type { Price, Quote, Wanted } from "#contracts/promotions";
import type { Settings } from "#contracts/settings";
import type { Address } from "#contracts/users";
import { later } from "#domain/schedule";
import { termsOf } from "./stored.ts";
import type { StoredOrder } from "./stored.ts";

/** What it takes to make an order, whoever makes it. */
export interface Ordering {
	/** Who gives the order. */
	by: string;
	buyer: Buyer;
	cartId: string | null;
	items: Wanted[];
	address: Address;
	shippingMethod: string;
	coupon?: string;
	points?: number;
	adjustment?: Adjustment;
	note?: string;
	/** How long it waits for its payment; what the shop has set if not said. */
	payWithinSeconds?: number;
	/** Digests of what opens it. */
	tokens: string[];
}

export interface Buyer {
	userId: string | null;
	email: string;
	name: string;
}

interface Parts {
	id: string;
	at: string;
	number: string;
	current: Settings;
	asked: Ordering;
	price: Price;
}

export function orderOf({ id, at, number, current, asked, price }: Parts): StoredOrder {
	const { buyer, address, adjustment, shippingMethod, cartId, tokens, note = "", by } = asked;
	const { quote, couponId, claimId, points } = price;
	const { payWithinSeconds = current.paymentTimeoutSeconds } = asked;
	const name = buyer.name || address.name;
	return {
		id,
		version: 1,
		number,
		status: "pending_payment",
		items: quote.items,
		totals: quote.totals,
		taxes: quote.taxes,
		...(adjustment?.amount && { adjustment }),
		address,
		shippingMethod,
		...deliveryOf(quote, shippingMethod),
		payment: unpaid,
		shipments: [],
		timeline: [{ status: "pending_payment", at, by }],
		note,
		expiresAt: later(at, payWithinSeconds),
		createdAt: at,
		userId: buyer.userId,
		email: buyer.email,
		buyerName: name,
		tokens,
		terms: termsOf({ number, email: buyer.email, names: [name, address.name] }),
		...(points > 0 && { points }),
		couponId,
		claimId,
		cartId,
		effects: [],
		returns: [],
		returnDays: current.returnDays,
		shippedAt: null,
	};
}

export function deliveryOf(
	{ shippingMethods }: Quote,
	method: string,
): Pick<StoredOrder, "delivery"> {
	const chosen = shippingMethods.find(({ key }) => key === method);
	if (!chosen) return {};
	const { name, daysFrom, days } = chosen;
	return { delivery: { name, daysFrom, days } };
}

export const unpaid: StoredOrder["payment"] = {
	id: null,
	status: "unpaid",
	method: null,
	paidAt: null,
	captured: 0,
	refunded: 0,
	refunds: [],
};
