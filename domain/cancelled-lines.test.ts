import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { worthOfCancelled } from "./cancelled-lines.ts";

type Order = Parameters<typeof worthOfCancelled>[0];

function anOrder(change: Partial<Order> = {}): Order {
	return {
		items: [
			{ sku: "cup", quantity: 3, total: 1000 },
			{ sku: "pot", quantity: 1, total: 501 },
		],
		totals: { total: 1991 },
		shipments: [],
		payment: { captured: 1991, refunded: 0, refunds: [] },
		...change,
	};
}

/** As if the pieces were cancelled and their money had gone back. */
function without(order: Order, sku: string): { order: Order; amount: number } {
	const amount = worthOfCancelled(order, [{ sku, quantity: 1 }]);
	const items = order.items.map((item) =>
		item.sku === sku ? { ...item, cancelled: (item.cancelled ?? 0) + 1 } : item,
	);
	const refunded = order.payment.refunded + amount;
	return { order: { ...order, items, payment: { ...order.payment, refunded } }, amount };
}

describe("cancelled pieces", () => {
	it("are worth their share of goods and shipping", () => {
		expect(worthOfCancelled(anOrder(), [{ sku: "pot", quantity: 1 }])).toBe(665);
	});

	it("are worth nothing when more are named than were bought", () => {
		expect(worthOfCancelled(anOrder(), [{ sku: "pot", quantity: 2 }])).toBe(0);
	});

	it("never bring back more than is left, also of what is still under way", () => {
		const payment = { captured: 1991, refunded: 1500, refunds: [{ id: "known" }] };
		const cancelledLines = [
			{ id: "known", amount: 1500 },
			{ id: "on its way", amount: 300 },
		];

		const worth = worthOfCancelled(anOrder({ payment, cancelledLines }), [
			{ sku: "cup", quantity: 3 },
		]);

		expect(worth).toBe(191);
	});

	it("are together what was paid, whatever the prices and the order of things", () => {
		const price = fc.integer({ min: 0, max: 99_999 });
		const order = fc.shuffledSubarray(["cup", "cup", "cup", "pot"], { minLength: 4 });
		fc.assert(
			fc.property(price, price, price, order, (cup, pot, shipping, skus) => {
				const total = cup + pot + shipping;
				let now = anOrder({
					items: [
						{ sku: "cup", quantity: 3, total: cup },
						{ sku: "pot", quantity: 1, total: pot },
					],
					totals: { total },
					payment: { captured: total, refunded: 0, refunds: [] },
				});
				for (const sku of skus) {
					const { order: next, amount } = without(now, sku);
					expect(amount).toBeGreaterThanOrEqual(0);
					now = next;
				}
				expect(now.payment.refunded).toBe(total);
			}),
		);
	});
});
