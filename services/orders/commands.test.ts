import { describe, expect, it } from "vitest";
import { paying } from "./commands.ts";
import type { StoredOrder } from "./stored.ts";

const at = "2026-01-02T00:00:00.000Z";
const line = (sku: string, quantity: number, total: number, cancelled = 0) => ({
	productId: `product-${sku}`,
	sku,
	quantity,
	total,
	cancelled,
});
const confirmed = (items: object[], unpaid: number): StoredOrder =>
	({
		id: "order",
		status: "confirmed",
		email: "ada@example.com",
		version: 3,
		items,
		totals: { total: 10_000 },
		payment: { method: "cash-on-delivery", status: "pending", captured: 0, refunded: 0 },
		shipments: [],
		timeline: [],
		effects: [],
		expiresAt: null,
		cancelledLines: [{ id: "part", wasUnpaid: true, amount: unpaid, lines: [] }],
	}) as unknown as StoredOrder;
const bring = (order: StoredOrder, amount: number) => {
	const captured = { paymentId: "cash", method: "cash-on-delivery", amount, paidAt: at };
	return paying(captured, { by: "staff", at })(order).told?.[0]?.payload;
};

describe("cash that the carrier has brought", () => {
	it("is told as it was, with the pieces that were not taken out", () => {
		const order = confirmed([line("A", 3, 6000, 2), line("B", 1, 4000)], 4000);

		expect(bring(order, 6000)).toMatchObject({
			total: 6000,
			lines: [
				{ sku: "A", quantity: 1, total: 2000 },
				{ sku: "B", quantity: 1, total: 4000 },
			],
		});
	});

	it("tells nothing of a line of which nothing is left", () => {
		const order = confirmed([line("A", 1, 6000), line("B", 2, 4000, 2)], 4000);

		expect(bring(order, 6000)).toMatchObject({ lines: [{ sku: "A", quantity: 1 }] });
	});
});
