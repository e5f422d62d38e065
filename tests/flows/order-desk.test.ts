// What staff do with orders beyond one order's own commands, over HTTP and against the true services.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMoney } from "#contracts/money";
import { notifications } from "#contracts/notifications";
import type { AdminOrder } from "#contracts/orders";
import { callAsSystem } from "#mixins/service";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aClerk,
	aCoupon,
	admin,
	anAddress,
	anOrder,
	aProduct,
	aShopper,
	aWord,
	expectBody,
	givePoints,
	paid,
	pay,
	stockOf,
} from "#tests/support/shop";

describe("the order desk", () => {
	let mall: OpenMall;
	let token: string;
	beforeAll(async () => {
		mall = await openMall();
		token = await admin(mall);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const desk = (route: string, body?: unknown, headers?: Record<string, string>) =>
		mall.send(route, { token, body, headers });
	const get = async ({ id }: { id: string }): Promise<AdminOrder> =>
		expectBody(await desk(`GET /admin/orders/${id}`));

	const buy = async (quantity = 2) => {
		const { sku } = await aProduct(mall, { stock: 20 });
		const { token: shopper, user } = await aShopper(mall);
		const order = await anOrder(mall, { token: shopper }, { items: [{ sku, quantity }] });
		return { sku, shopper, user, order };
	};
	const bought = async (quantity?: number) => {
		const { shopper, order, ...rest } = await buy(quantity);
		return { ...rest, shopper, order: await paid(mall, { token: shopper }, order) };
	};

	it("ships many orders in one request, which a repeat does not do again", async () => {
		const [first, second, open] = [await bought(), await bought(), await buy()];
		const orders = [first, open, second].map(({ order: { id } }) => ({
			id,
			carrier: "DHL",
			trackingNumber: aWord("JD"),
		}));
		const key = { "Idempotency-Key": aWord("bulk") };

		const answer = expectBody(await desk("POST /admin/orders/bulk-ship", { orders }, key));
		const again = expectBody(await desk("POST /admin/orders/bulk-ship", { orders }, key));
		const empty = await desk("POST /admin/orders/bulk-ship", { orders: [] });
		const half = await desk("POST /admin/orders/bulk-ship", {
			orders: [{ id: first.order.id, carrier: " ", trackingNumber: "1" }],
		});

		expect(answer.done).toBe(2);
		expect(answer.orders.map((one: { problem: unknown }) => one.problem)).toMatchObject([
			null,
			{ code: "ORDER_NOT_PAID" },
			null,
		]);
		expect(again).toEqual(answer);
		expect((await get(first.order)).shipments).toHaveLength(1);
		expect(await stockOf(mall, first.sku)).toMatchObject({ onHand: 18, reserved: 0 });
		expect(empty).toMatchObject({ status: 422, body: { errors: [{ path: "orders" }] } });
		expect(half.body.errors).toMatchObject([{ path: "orders.0.carrier" }]);
	});

	it("exports what the list shows, to whoever may read orders", async () => {
		const { order, user } = await bought();
		const clerk = await aClerk(mall, "orders:read");
		const stranger = await aClerk(mall, "products:read");
		const route = `GET /admin/orders/export?q=${user.username}@&status=paid`;

		const answer = await mall.send(route, { token: clerk.token });

		expect(answer.headers.get("Content-Type")).toContain("text/csv");
		const lines = String(answer.body).trim().split("\n");
		expect(lines).toHaveLength(2);
		expect(lines[1]).toContain(`${order.number},${order.createdAt},paid,captured,sandbox`);
		expect((await mall.send(route, { token: stranger.token })).status).toBe(403);
	});

	it("says by name who has shipped which part", async () => {
		const { sku, order } = await bought(2);
		const clerk = await aClerk(mall, "orders:read", "orders:ship");
		await mall.send(`POST /admin/orders/${order.id}/shipments`, {
			token: clerk.token,
			body: { carrier: "DHL", trackingNumber: "1", lines: [{ sku, quantity: 1 }] },
		});

		const { timeline, names } = await get(order);

		expect(timeline.at(-1)).toMatchObject({ command: "ship", by: clerk.user.id });
		expect(names[clerk.user.id]).toBe(clerk.user.displayName || clerk.user.username);
	});

	describe("changing an order", () => {
		const patch = (order: { id: string }, body: object) =>
			desk(`PATCH /admin/orders/${order.id}`, body);
		const change = async (order: { id: string }, changes: object) => {
			const { version } = await get(order);
			return patch(order, { version, ...changes });
		};
		const expectBalanced = ({ items, totals }: AdminOrder) => {
			const goods = items.reduce((all, { total }) => all + total, 0);
			expect(goods + totals.shipping + (totals.taxIncluded ? 0 : totals.tax)).toBe(
				totals.total,
			);
		};

		it("shows what it would cost, changes it, and holds just the stock that it needs", async () => {
			const { sku, order, shopper } = await buy(2);
			const { sku: other } = await aProduct(mall, { price: 700, stock: 5 });
			const items = [
				{ sku, quantity: 1 },
				{ sku: other, quantity: 3 },
			];
			const { version } = await get(order);

			const preview = expectBody<AdminOrder>(
				await patch(order, { version, items, preview: true }),
			);
			expect(await get(order)).toMatchObject({ version, totals: order.totals });
			expect(await stockOf(mall, other)).toMatchObject({ reserved: 0 });
			const changed = expectBody<AdminOrder>(await patch(order, { version, items }));
			const late = await patch(order, { version, note: "late" });

			expect(changed.totals).toEqual(preview.totals);
			expect(changed.totals.goods).toBe(1000 + 3 * 700);
			expectBalanced(changed);
			expect(changed.timeline.at(-1)).toMatchObject({
				command: "edit",
				changes: [
					{ field: "items", before: `2 × ${sku}`, after: `1 × ${sku}, 3 × ${other}` },
					{ field: "total", before: String(order.totals.total) },
				],
			});
			expect(late).toMatchObject({ status: 409, body: { code: "STALE_VERSION" } });
			expect(await stockOf(mall, sku)).toMatchObject({ reserved: 1 });
			expect(await stockOf(mall, other)).toMatchObject({ reserved: 3 });
			const done = await paid(mall, { token: shopper }, order);
			expect(done.payment.captured).toBe(changed.totals.total);
			const parcel = { carrier: "DHL", trackingNumber: "1" };
			expectBody(await desk(`POST /admin/orders/${order.id}/shipments`, parcel), 201);
			expect(await stockOf(mall, sku)).toMatchObject({ onHand: 19, reserved: 0 });
			expect(await stockOf(mall, other)).toMatchObject({ onHand: 2, reserved: 0 });
		});

		it("leaves everything as it was when there is not enough", async () => {
			const { sku, order } = await buy(2);
			const { sku: plenty } = await aProduct(mall, { stock: 5 });
			const items = [
				{ sku: plenty, quantity: 5 },
				{ sku, quantity: 21 },
			];

			const refused = await change(order, { items });

			const errors = [{ path: "items.1.quantity" }];
			expect(refused).toMatchObject({
				status: 409,
				body: { code: "OUT_OF_STOCK", sku, errors },
			});
			expect(await stockOf(mall, plenty)).toMatchObject({ reserved: 0, available: 5 });
			expect(await stockOf(mall, sku)).toMatchObject({ reserved: 2 });
			expect((await get(order)).items).toEqual(order.items);
		});

		it("gives off or charges on top, and says why", async () => {
			const { order } = await buy(2);
			const adjust = (adjustment: object | null) => change(order, { adjustment });

			const less = expectBody(await adjust({ amount: -501, reason: "scratched" }));
			const more = expectBody(await adjust({ amount: 300, reason: "gift wrap" }));
			const tooMuch = await adjust({ amount: -2001, reason: "all of it" });
			const none = expectBody(await adjust(null));

			expect(less.totals.total).toBe(order.totals.total - 501);
			expect(less.timeline.at(-1)).toMatchObject({ note: "scratched" });
			expect(more.totals.total).toBe(order.totals.total + 300);
			for (const one of [less, more, none]) expectBalanced(one);
			expect(tooMuch).toMatchObject({
				status: 422,
				body: { errors: [{ path: "adjustment.amount" }] },
			});
			expect(none.totals).toEqual(order.totals);
			expect(none.adjustment).toBeUndefined();
		});

		it("keeps the coupon that the order has redeemed, as long as it still fits", async () => {
			const { sku } = await aProduct(mall, { stock: 20 });
			const { token: shopper } = await aShopper(mall);
			const { code: coupon } = await aCoupon(mall, { total: 1, minimumSpend: 2000 });
			const wish = { items: [{ sku, quantity: 3 }], coupon };
			const order = await anOrder(mall, { token: shopper }, wish);

			const fewer = await change(order, { items: [{ sku, quantity: 2 }] });
			const tooFew = await change(order, { items: [{ sku, quantity: 1 }] });

			expect(expectBody(fewer).totals).toMatchObject({ goods: 2000, coupon: 100 });
			expect(tooFew).toMatchObject({ status: 409, body: { code: "COUPON_NOT_USABLE" } });
		});

		it("changes only address and note of a paid order, and nothing once a parcel left", async () => {
			const { sku, order } = await bought(2);
			const address = anAddress({ city: "Bath" });
			const moved = expectBody(await change(order, { address, note: "Ring twice" }));
			const cheaper = await change(order, { adjustment: { amount: -1, reason: "x" } });
			await desk(`POST /admin/orders/${order.id}/shipments`, {
				carrier: "DHL",
				trackingNumber: "1",
				lines: [{ sku, quantity: 1 }],
			});
			const late = await change(order, { note: "too late" });

			expect(moved).toMatchObject({ address, note: "Ring twice", totals: order.totals });
			expect(cheaper).toMatchObject({ status: 409, body: { code: "MONEY_FIXED" } });
			expect(late).toMatchObject({ status: 409, body: { code: "ORDER_HAS_PARCELS" } });
		});

		it("goes on from what staff have seen, whatever was written behind their backs", async () => {
			const { order } = await bought(2);
			await expect.poll(async () => (await get(order)).invoice?.number).toBeTruthy();
			const beforeTheInvoice = (await get(order)).version - 1;

			const first = await patch(order, { version: beforeTheInvoice, note: "one" });
			const second = await patch(order, { version: beforeTheInvoice, note: "two" });

			expect(expectBody(first)).toMatchObject({ note: "one" });
			expect(second).toMatchObject({ status: 409, body: { code: "STALE_VERSION" } });
		});

		it("can be tried again with less, when there was not enough", async () => {
			const { sku, order } = await buy(2);
			const { version } = await get(order);

			const tooMany = await patch(order, { version, items: [{ sku, quantity: 21 }] });
			const fewer = await patch(order, { version, items: [{ sku, quantity: 3 }] });

			expect(tooMany).toMatchObject({ status: 409, body: { code: "OUT_OF_STOCK" } });
			expect(expectBody(fewer).items).toMatchObject([{ sku, quantity: 3 }]);
			expect(await stockOf(mall, sku)).toMatchObject({ reserved: 3 });
		});

		it("is won by one, when it is paid and changed at the same moment", async () => {
			for (let round = 0; round < 10; round++) {
				const { sku, order, shopper } = await buy(2);
				const { version } = await get(order);

				await Promise.all([
					pay(mall, { token: shopper }, order),
					patch(order, { version, items: [{ sku, quantity: 4 }] }),
				]);

				const after = await get(order);
				const [line] = after.items;
				await expect
					.poll(async () => (await stockOf(mall, sku)).reserved)
					.toBe(line?.quantity);
				const { captured, refunded } = after.payment;
				expect([0, after.totals.total]).toContain(captured - refunded);
			}
		});
	});

	describe("with an order that is paid on delivery", () => {
		const confirm = async (quantity = 3, points = 0) => {
			const { sku } = await aProduct(mall, { stock: 20 });
			const { token: shopper, user } = await aShopper(mall);
			if (points > 0) expectBody(await givePoints(mall, user, points), 201);
			const items = [{ sku, quantity }];
			const wish = { items, ...(points > 0 && { points }) };
			const order = await anOrder(mall, { token: shopper }, wish);
			const body = { method: "cash-on-delivery" };
			const route = `POST /orders/${order.id}/payments`;
			expectBody(await mall.send(route, { token: shopper, body }), 201);
			return { sku, shopper, order };
		};
		const patch = async (order: { id: string }, changes: object) => {
			const { version } = await get(order);
			return desk(`PATCH /admin/orders/${order.id}`, { version, ...changes });
		};
		const ship = (order: { id: string }, lines?: object[]) =>
			desk(`POST /admin/orders/${order.id}/shipments`, {
				carrier: "DHL",
				trackingNumber: aWord("JD"),
				...(lines && { lines }),
			});
		const without = (order: { id: string }, lines: object[], more: object = {}) =>
			desk(`POST /admin/orders/${order.id}/cancelled-lines`, {
				lines,
				reason: "sold out",
				...more,
			});
		const capture = (order: { id: string }, amount: number) =>
			desk(`POST /admin/orders/${order.id}/payments`, { amount });
		const pointsOf = async (token: string) =>
			expectBody(await mall.send("GET /me/points", { token })).balance;
		const notesOf = async (order: { id: string }) =>
			expectBody(await desk(`GET /admin/orders/${order.id}/credit-notes`)).items;

		it("changes its goods, and what the carrier is to bring", async () => {
			const { sku, order } = await confirm(3);

			const fewer = expectBody<AdminOrder>(
				await patch(order, { items: [{ sku, quantity: 1 }] }),
			);
			const more = expectBody<AdminOrder>(
				await patch(order, {
					items: [{ sku, quantity: 4 }],
					adjustment: { amount: -300, reason: "waited long" },
				}),
			);

			expect(fewer).toMatchObject({ status: "confirmed", due: fewer.totals.total });
			expect(more.totals).toMatchObject({ goods: 4000, adjustment: -300 });
			expect(await stockOf(mall, sku)).toMatchObject({ reserved: 4, available: 16 });
			const [payment] = expectBody(
				await desk(`GET /admin/orders/${order.id}/payments`),
			).items;
			expect(payment).toMatchObject({ status: "pending", amount: more.totals.total });
			expectBody(await ship(order), 201);
			expect((await capture(order, order.totals.total)).body.code).toBe("WRONG_AMOUNT");
			expectBody(await capture(order, more.totals.total), 201);
			expect((await get(order)).payment.captured).toBe(more.totals.total);
			expect((await patch(order, { adjustment: null })).status).toBe(409);
		});

		it("takes pieces out by their share, also when a part has left, and credits them", async () => {
			const { sku, order } = await confirm(3);
			const lines = [{ sku, quantity: 1 }];
			const share = Math.round(order.totals.total / 3);

			const seen = expectBody<AdminOrder>(
				await without(order, lines, { preview: true }),
				201,
			);
			expect((await get(order)).due).toBe(order.totals.total);
			const first = expectBody<AdminOrder>(await without(order, lines), 201);
			expectBody(await ship(order, lines), 201);
			const second = expectBody<AdminOrder>(await without(order, lines), 201);

			expect([seen.due, first.due]).toEqual(Array(2).fill(order.totals.total - share));
			expect(second).toMatchObject({ status: "shipped", totals: order.totals });
			expect(second.due).toBeLessThan(first.due);
			await expect
				.poll(() => stockOf(mall, sku))
				.toMatchObject({ onHand: 19, reserved: 0, available: 19 });
			expectBody(await capture(order, second.due), 201);
			const done = await get(order);
			expect(done.payment).toMatchObject({ captured: second.due, refunded: 0 });
			const credits = (await notesOf(order)).map(({ amount }: { amount: number }) => amount);
			expect(credits).toEqual(done.cancelledLines?.map(({ amount }) => amount));
			const back = await desk(`POST /admin/orders/${order.id}/refunds`, {
				amount: second.due,
				reason: "all of it",
			});
			expectBody(back, 201);
			expect((await get(order)).payment).toMatchObject({ status: "refunded" });
			await expect.poll(async () => (await notesOf(order)).length).toBe(3);
		});

		it("keeps the prices of an order of which something was taken out", async () => {
			const { sku, order } = await confirm(3);
			expectBody(await without(order, [{ sku, quantity: 1 }]), 201);

			const edit = await patch(order, { items: [{ sku, quantity: 5 }] });

			expect(edit).toMatchObject({ status: 409, body: { code: "MONEY_FIXED" } });
		});

		it("gives back the points that it takes no more, and the share of what is taken out", async () => {
			const { sku, shopper, order } = await confirm(4, 1500);
			await expect.poll(() => pointsOf(shopper)).toBe(0);

			const changed = expectBody<AdminOrder>(
				await patch(order, { items: [{ sku, quantity: 2 }] }),
			);

			expect(changed).toMatchObject({ points: 1000, totals: { goods: 2000, points: 1000 } });
			expect(changed.timeline.at(-1)?.changes).toContainEqual({
				field: "points",
				before: "1500",
				after: "1000",
			});
			await expect.poll(() => pointsOf(shopper)).toBe(500);
			expectBody(await without(order, [{ sku, quantity: 1 }]), 201);
			await expect.poll(() => pointsOf(shopper)).toBe(1000);
			expectBody(await ship(order), 201);
			const { due } = await get(order);
			expectBody(await capture(order, due), 201);
			const half = Math.floor(due / 2);
			const refund = (amount: number) =>
				desk(`POST /admin/orders/${order.id}/refunds`, { amount, reason: "late" });
			expectBody(await refund(half), 201);
			await expect.poll(() => pointsOf(shopper)).toBe(1250);
			expectBody(await refund(due - half), 201);
			await expect.poll(() => pointsOf(shopper)).toBe(1500);
		});

		it("that is noted as paid while it becomes cheaper can still be noted", async () => {
			for (let round = 0; round < 10; round++) {
				const { sku, order } = await confirm(2);
				await Promise.all([
					capture(order, order.totals.total),
					without(order, [{ sku, quantity: 1 }]),
				]);

				const { payment, due } = await get(order);

				if (payment.captured === 0) expectBody(await capture(order, due), 201);
				await expect
					.poll(async () => {
						const { payment: now, due: wanted } = await get(order);
						return now.captured - now.refunded === wanted || now.refunded > 0;
					})
					.toBe(true);
			}
		});
	});

	it("lets an unpaid order free the points that it takes no more", async () => {
		const { sku } = await aProduct(mall, { stock: 20 });
		const { token: shopper, user } = await aShopper(mall);
		expectBody(await givePoints(mall, user, 2000), 201);
		const wish = { items: [{ sku, quantity: 4 }], points: 2000 };
		const order = await anOrder(mall, { token: shopper }, wish);
		const points = async () =>
			expectBody(await mall.send("GET /me/points", { token: shopper }));
		expect(await points()).toMatchObject({ held: 2000, available: 0 });

		const { version } = await get(order);
		const changed = await desk(`PATCH /admin/orders/${order.id}`, {
			version,
			items: [{ sku, quantity: 1 }],
		});

		expect(expectBody(changed)).toMatchObject({ points: 500 });
		expect(await points()).toMatchObject({ held: 500, available: 1500, balance: 2000 });
		await paid(mall, { token: shopper }, order);
		await expect.poll(points).toMatchObject({ held: 0, available: 1500, balance: 1500 });
	});

	it("lets its buyer hear of each change, once, and of the money with what it is for", async () => {
		const { sku, shopper, order } = await bought(3);
		const heard = async () => {
			const { items } = expectBody(
				await mall.send("GET /me/notifications", { token: shopper }),
			);
			return items
				.map(({ kind }: { kind: string }) => kind)
				.filter((kind: string) => !["welcome", "order-placed", "order-paid"].includes(kind))
				.toReversed();
		};
		const patch = async (change: object) => {
			const { version } = await get(order);
			return expectBody(
				await desk(`PATCH /admin/orders/${order.id}`, { version, ...change }),
			);
		};
		const key = { "Idempotency-Key": aWord("once") };
		const post = async (path: string, body: object) => {
			const route = `POST /admin/orders/${order.id}/${path}`;
			return [await desk(route, body, key), await desk(route, body, key)];
		};

		await patch({ preview: true, address: anAddress({ city: "Bath" }) });
		await patch({ note: "for the shop only" });
		await patch({ address: anAddress({ city: "Bath" }) });
		await expect.poll(heard).toEqual(["order-changed"]);
		await post("cancelled-lines", { lines: [{ sku, quantity: 1 }], reason: "broken" });
		await expect.poll(async () => (await get(order)).payment.refunded).toBeGreaterThan(0);
		await expect.poll(heard).toEqual(["order-changed", "order-lines-cancelled"]);
		await post("refunds", { amount: 100, reason: "scratched" });
		await expect.poll(heard).toHaveLength(3);
		await desk(`POST /admin/orders/${order.id}/cancel`, { reason: "sold out" });
		await expect.poll(async () => (await get(order)).payment.refunded).toBe(order.totals.total);

		await expect
			.poll(heard)
			.toEqual([
				"order-changed",
				"order-lines-cancelled",
				"order-refunded",
				"order-cancelled",
			]);
		const mails = (await callAsSystem(mall, notifications.sent)).filter(({ subject }) =>
			subject.includes(order.number),
		);
		expect(mails.filter(({ subject }) => subject.includes("Money back"))).toHaveLength(1);
		const { body = "" } = mails.find(({ subject }) => subject.includes("cancelled")) ?? {};
		const before = Math.round(order.totals.total / 3) + 100;
		expect(body).toContain(formatMoney(order.totals.total - before, "USD", "en"));
	});

	describe("taking pieces out of a paid order", () => {
		const without = (order: { id: string }, body: object, headers?: Record<string, string>) =>
			desk(`POST /admin/orders/${order.id}/cancelled-lines`, body, headers);

		it("gives their stock and their share back, once for a key", async () => {
			const { sku, order } = await bought(3);
			const body = { lines: [{ sku, quantity: 1 }], reason: "damaged" };
			const key = { "Idempotency-Key": aWord("part") };

			const first = expectBody(await without(order, body, key), 201);
			const again = expectBody(await without(order, body, key), 201);
			const tooMany = await without(order, { ...body, lines: [{ sku, quantity: 3 }] });

			const [part] = first.cancelledLines;
			expect(part.amount).toBe(Math.round(order.totals.total / 3));
			expect(again).toEqual(first);
			expect(tooMany).toMatchObject({
				status: 409,
				body: { code: "LINES_NOT_OPEN", left: 2 },
			});
			await expect.poll(async () => (await get(order)).payment.refunded).toBe(part.amount);
			expect(await stockOf(mall, sku)).toMatchObject({ onHand: 20, reserved: 2 });
		});

		it("ends the order: sent when parcels left, cancelled when none did", async () => {
			const [sent, gone] = [await bought(2), await bought(2)];
			const lineOf = ({ sku }: { sku: string }, quantity: number) => [{ sku, quantity }];
			await desk(`POST /admin/orders/${sent.order.id}/shipments`, {
				carrier: "DHL",
				trackingNumber: "1",
				lines: lineOf(sent, 1),
			});

			const reason = "sold out";
			const rest = await without(sent.order, { lines: lineOf(sent, 1), reason });
			const all = await without(gone.order, { lines: lineOf(gone, 2), reason });

			expect(expectBody(rest, 201).status).toBe("shipped");
			expect(expectBody(all, 201).status).toBe("cancelled");
			const { total } = gone.order.totals;
			await expect.poll(async () => (await get(gone.order)).payment.refunded).toBe(total);
			expect(await stockOf(mall, sent.sku)).toMatchObject({ onHand: 19, reserved: 0 });
			expect(await stockOf(mall, gone.sku)).toMatchObject({ onHand: 20, reserved: 0 });
		});

		it("is not for an order that is not paid", async () => {
			const { sku, order } = await buy(2);

			const refused = await without(order, { lines: [{ sku, quantity: 1 }], reason: "x" });

			expect(refused.status).toBe(409);
		});
	});
});
