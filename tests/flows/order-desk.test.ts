// What staff do with orders beyond one order's own commands, over HTTP and against the true services.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AdminOrder } from "#contracts/orders";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aClerk,
	admin,
	anOrder,
	aProduct,
	aShopper,
	aWord,
	expectBody,
	paid,
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
});
