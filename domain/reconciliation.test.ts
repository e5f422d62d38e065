import { describe, expect, it } from "vitest";
import { besideOrder, besidePayment, besideProvider } from "./reconciliation.ts";
import type { OrderBook, PaymentBook } from "./reconciliation.ts";

const payment: PaymentBook = {
	id: "p",
	status: "captured",
	amount: 1000,
	refunded: 0,
	refunding: 0,
};
const order: OrderBook = { status: "paid", paidBy: "p", captured: 1000, refunded: 0 };

describe("a payment beside its order", () => {
	it.each<[string, Partial<PaymentBook>, Partial<OrderBook> | null, object | null]>([
		["agree", {}, {}, null],
		["agree on a part that went back", { refunded: 200 }, { refunded: 200 }, null],
		["agree on all", { status: "refunded", refunded: 1000 }, { refunded: 1000 }, null],
		["has nothing to say when refused", { status: "refused" }, { paidBy: null }, null],
		["has nothing to say while it waits", { status: "pending" }, null, null],
		["is without one", {}, null, { kind: "paid-without-order", amount: 1000 }],
		[
			"is not what has paid it",
			{ refunded: 100 },
			{ paidBy: "other" },
			{ kind: "paid-without-order", amount: 900 },
		],
		["went back, unclaimed", { status: "refunded", refunded: 1000 }, { paidBy: null }, null],
		[
			"kept money of a cancelled one",
			{ refunded: 400 },
			{ status: "cancelled", refunded: 400 },
			{ kind: "refund-owed", amount: 600 },
		],
		[
			"has a refund on its way",
			{ refunded: 300, refunding: 300 },
			{},
			{ kind: "refund-owed", amount: 300 },
		],
		[
			"gave back what the order does not know",
			{ refunded: 300 },
			{},
			{ kind: "amounts-differ", amount: 300 },
		],
		["took another amount", { amount: 900 }, {}, { kind: "amounts-differ", amount: 100 }],
		[
			"took and gave back more by the same amount",
			{ amount: 1200, refunded: 200 },
			{},
			{ kind: "amounts-differ", amount: 1200 },
		],
	])("%s", (_, ofPayment, ofOrder, wrong) => {
		const given = ofOrder ? { ...order, ...ofOrder } : undefined;

		expect(besideOrder({ ...payment, ...ofPayment }, given)).toEqual(wrong);
	});
});

describe("an order beside its payment", () => {
	it("must have one that was taken", () => {
		const without = { kind: "order-without-payment", amount: 1000 };

		expect(besidePayment(order, payment)).toBeNull();
		expect(besidePayment({ ...order, captured: 0 }, undefined)).toBeNull();
		expect(besidePayment(order, undefined)).toEqual(without);
		expect(besidePayment(order, { ...payment, status: "refused" })).toEqual(without);
	});
});

describe("a payment beside its provider", () => {
	it.each<[string, Partial<PaymentBook> | null, [number, number] | null, object | null]>([
		["agrees", {}, [1000, 0], null],
		["agrees on what went back", { refunded: 300 }, [1000, 300], null],
		[
			"has a refund that was paid another way",
			{ refunded: 300, elsewhere: 300 },
			[1000, 0],
			null,
		],
		[
			"waits with its refund for the provider",
			{ refunded: 300, refunding: 300 },
			[1000, 0],
			null,
		],
		["is not taken, and nothing was", { status: "refused" }, null, null],
		["is not known, and nothing is kept", null, [1000, 1000], null],
		["is not known", null, [1000, 0], { kind: "payment-unknown", amount: 1000 }],
		[
			"is given up, but was taken",
			{ status: "refused" },
			[1000, 0],
			{ kind: "paid-without-order", amount: 1000 },
		],
		["is not there", {}, null, { kind: "provider-differs", amount: 1000 }],
		["is another amount there", {}, [900, 0], { kind: "provider-differs", amount: 100 }],
		["went back there alone", {}, [1000, 250], { kind: "provider-differs", amount: 250 }],
	])("%s", (_, ours, theirs, wrong) => {
		const there = theirs ? { amount: theirs[0], refunded: theirs[1] } : undefined;

		expect(besideProvider(ours ? { ...payment, ...ours } : undefined, there)).toEqual(wrong);
	});
});
