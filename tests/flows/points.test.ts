// Points from the desk that gives them to the order that spends them, and back.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	admin,
	aClerk,
	anOrder,
	aProduct,
	aShopper,
	expectBody,
	paid,
	pay,
	place,
	quoteOf,
} from "#tests/support/shop";
import type { Login } from "#tests/support/shop";

const poll = { timeout: 15_000 };

describe("points", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const desk = async (route: string, body?: unknown, headers = {}) =>
		mall.send(route, { body, headers, token: await admin(mall) });
	const give = (user: { id: string }, points: number, headers = {}) =>
		desk(`POST /admin/users/${user.id}/points`, { points, reason: "test" }, headers);

	async function aRichShopper(points: number): Promise<Login> {
		const shopper = await aShopper(mall);
		expectBody(await give(shopper.user, points), 201);
		return shopper;
	}

	const pointsOf = async (who: Login) => expectBody(await mall.send("GET /me/points", who));
	const kindsOf = async (who: Login) =>
		(await pointsOf(who)).items.map(({ kind, points }: { kind: string; points: number }) => [
			kind,
			points,
		]);

	/** An order of 20.00 with 900 points, which are worth 9.00. */
	async function anOrderWithPoints(who: Login, points = 900) {
		const { sku } = await aProduct(mall, { price: 2000 });
		return anOrder(mall, who, { items: [{ sku, quantity: 1 }], points });
	}

	it("are given and taken at the desk, with a reason, and seen by both", async () => {
		const shopper = await aShopper(mall);

		const first = expectBody(
			await give(shopper.user, 500, { "Idempotency-Key": "give-1" }),
			201,
		);
		const again = expectBody(
			await give(shopper.user, 500, { "Idempotency-Key": "give-1" }),
			201,
		);
		const tooMuch = await give(shopper.user, -501);
		expectBody(await give(shopper.user, -100), 201);

		expect(first).toEqual({ balance: 500, held: 0, available: 500 });
		expect(again).toEqual(first);
		expect(tooMuch).toMatchObject({ status: 409, body: { code: "POINTS_SHORT", left: 500 } });
		const own = await pointsOf(shopper);
		const items = [{ points: -100 }, { points: 500 }];
		expect(own).toMatchObject({ balance: 400, worth: 400, total: 2, items });
		expect(own.items[0]).not.toHaveProperty("by");
		const seen = expectBody(await desk(`GET /admin/users/${shopper.user.id}/points`));
		expect(seen.items[1]).toMatchObject({ kind: "adjust", points: 500, reason: "test" });
		expect(seen.items[1].by).toEqual(expect.any(String));
	});

	it("names what is wrong with an adjustment, and who may make none", async () => {
		const { user } = await aShopper(mall);
		const clerk = await aClerk(mall, "users:read", "users:write");
		const body = { points: 5, reason: "please" };

		const [zero, part, huge, empty, nobody, forbidden] = await Promise.all([
			give(user, 0),
			give(user, 0.5),
			give(user, 1e9),
			desk(`POST /admin/users/${user.id}/points`, { points: 5, reason: " " }),
			give({ id: "nobody" }, 5),
			mall.send(`POST /admin/users/${user.id}/points`, { token: clerk.token, body }),
		]);

		for (const wrong of [zero, part, huge])
			expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: "points" }] } });
		expect(empty).toMatchObject({ status: 422, body: { errors: [{ path: "reason" }] } });
		expect(nobody).toMatchObject({ status: 404, body: { code: "USER_NOT_FOUND" } });
		expect(forbidden).toMatchObject({ status: 403 });
		expect((await mall.send("GET /me/points")).status).toBe(401);
	});

	it("lower a quote by what they are worth, at most by half, and it says why not more", async () => {
		const shopper = await aRichShopper(1500);
		const { sku } = await aProduct(mall, { price: 2000 });
		const items = [{ sku, quantity: 1 }];

		const some = await quoteOf(mall, shopper, { items, points: 300 });
		const half = await quoteOf(mall, shopper, { items, points: 1500 });
		const more = await quoteOf(mall, shopper, { items, points: 1501 });
		const guest = await quoteOf(mall, {}, { items, points: 10 });

		expect(some).toMatchObject({ points: 300, totals: { points: 300 }, rejected: [] });
		expect(half).toMatchObject({ points: 1000, totals: { points: 1000 } });
		expect(half.rejected[0]?.reason).toMatch(/half/);
		expect(more.points).toBe(1000);
		expect(guest).toMatchObject({ points: 0, totals: { points: 0 } });
		expect(guest.rejected[0]?.reason).toMatch(/fewer/);
	});

	it("are refused with what is left when there are not so many, and nothing is held", async () => {
		const shopper = await aRichShopper(100);
		const { sku } = await aProduct(mall, { price: 2000 });
		const items = [{ sku, quantity: 1 }];

		const short = await place(mall, shopper, { items, points: 101 });
		const guest = await place(mall, {}, { items, points: 1, email: "g@example.com" });
		const minus = await place(mall, shopper, { items, points: -1 });

		expect(short).toMatchObject({ status: 409, body: { code: "POINTS_SHORT", left: 100 } });
		expect(guest).toMatchObject({ status: 409, body: { code: "POINTS_SHORT", left: 0 } });
		expect(minus).toMatchObject({ status: 422, body: { errors: [{ path: "points" }] } });
		expect(await pointsOf(shopper)).toMatchObject({ held: 0, available: 100 });
		const { body } = await desk(`GET /admin/inventory/${sku}`);
		expect(body.reserved).toBe(0);
	});

	it("are held by an order, spent when it is paid, and come back with its money", async () => {
		const shopper = await aRichShopper(1000);

		const order = await anOrderWithPoints(shopper);
		const held = await pointsOf(shopper);
		const after = await paid(mall, shopper, order);
		const spent = await pointsOf(shopper);
		const half = { amount: Math.floor(after.totals.total / 2), reason: "scratched" };
		expectBody(await desk(`POST /admin/orders/${order.id}/refunds`, half), 201);
		const part = await pointsOf(shopper);
		const cancelled = await desk(`POST /admin/orders/${order.id}/cancel`, { reason: "broken" });

		expect(order).toMatchObject({ points: 900, totals: { goods: 2000, points: 900 } });
		expect(held).toMatchObject({ balance: 1000, held: 900, available: 100, total: 1 });
		expect(spent).toMatchObject({ balance: 100, held: 0, available: 100 });
		expect(part.balance).toBe(550);
		expect(cancelled.status).toBe(200);
		await expect.poll(() => pointsOf(shopper), poll).toMatchObject({ balance: 1000, held: 0 });
		expect(await kindsOf(shopper)).toEqual([
			["give-back", 450],
			["give-back", 450],
			["spend", -900],
			["adjust", 1000],
		]);
	});

	it("are free again when an order is cancelled", async () => {
		const shopper = await aRichShopper(900);

		const first = await anOrderWithPoints(shopper);
		const body = { reason: "changed my mind" };
		expectBody(await mall.send(`POST /orders/${first.id}/cancel`, { ...shopper, body }));
		const afterCancel = await pointsOf(shopper);
		const second = await anOrderWithPoints(shopper);

		expect(afterCancel).toMatchObject({ balance: 900, held: 0, available: 900, total: 1 });
		expect(await pointsOf(shopper)).toMatchObject({ held: 900, available: 0 });
		expect(second.points).toBe(900);
	});

	it("go to one of many orders that want the last of them at once", async () => {
		const shopper = await aRichShopper(1000);
		const { sku } = await aProduct(mall, { price: 2000, stock: 50 });
		const items = [{ sku, quantity: 1 }];

		const asked = Array.from({ length: 8 }, () => place(mall, shopper, { items, points: 400 }));
		const answers = await Promise.all(asked);

		const codes = answers.map(({ status, body }) => String(body.code ?? status)).toSorted();
		expect(codes).toEqual(["201", "201", ...Array.from({ length: 6 }, () => "POINTS_SHORT")]);
		expect(await pointsOf(shopper)).toMatchObject({ held: 800, available: 200 });
		await expect
			.poll(async () => (await desk(`GET /admin/inventory/${sku}`)).body.reserved, poll)
			.toBe(2);
	});

	it("are spent once when an order is paid and cancelled at the same moment", async () => {
		const shopper = await aRichShopper(1000);
		for (let round = 0; round < 8; round += 1) {
			const order = await anOrderWithPoints(shopper, 500);
			const body = { reason: "race" };

			await Promise.all([
				pay(mall, shopper, order),
				mall.send(`POST /orders/${order.id}/cancel`, { ...shopper, body }),
			]);
			const { status } = expectBody(await mall.send(`GET /orders/${order.id}`, shopper));
			const back = { reason: "next round" };
			if (status === "paid") await desk(`POST /admin/orders/${order.id}/cancel`, back);

			await expect
				.poll(() => pointsOf(shopper), poll)
				.toMatchObject({ balance: 1000, held: 0, available: 1000 });
		}
	});
});
