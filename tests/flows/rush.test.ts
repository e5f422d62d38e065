// Far more buyers than goods, all at the same moment.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { Answer, OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { admin, aProduct, aWord, place, stockOf } from "#tests/support/shop";

const buyers = 1_000;
const stock = 100;

describe("a rush", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** Everybody is somebody of their own: a guest with a cart and an e-mail address. */
	const aGuest = () => ({
		headers: { "X-Cart-Token": aWord("cart"), "Idempotency-Key": aWord("key") },
	});
	const buying = (...skus: string[]) =>
		Promise.all(
			Array.from({ length: buyers }, () =>
				place(mall, aGuest(), {
					items: skus.map((sku) => ({ sku, quantity: 1 })),
					email: `${aWord("guest")}@example.com`,
				}),
			),
		);
	const tally = (answers: Answer[]) => {
		const said = answers.map(({ status, body }) => `${status} ${body.code ?? ""}`.trim());
		return Object.fromEntries(
			[...Map.groupBy(said, (one) => one)].map(([one, all]) => [one, all.length]),
		);
	};

	it("of 1,000 buyers for 100 pieces makes exactly 100 orders and 900 clear refusals", async () => {
		const { sku } = await aProduct(mall, { stock });

		const answers = await buying(sku);

		expect(tally(answers)).toEqual({ "201": stock, "409 OUT_OF_STOCK": buyers - stock });
		const refusals = answers.filter(({ status }) => status === 409);
		for (const { body } of refusals) expect(body).toMatchObject({ sku, left: 0 });
		expect(await stockOf(mall, sku)).toMatchObject({ onHand: stock, reserved: stock });
		const numbers = answers.flatMap(({ body }) => body.number ?? []);
		expect(new Set(numbers).size).toBe(stock);
		const { body } = await mall.send("GET /admin/orders", { token: await admin(mall) });
		expect(body.counts.pending_payment).toBe(stock);
	}, 120_000);

	it("for two things, of which one is short, leaves nothing of the other held", async () => {
		const short = await aProduct(mall, { stock });
		const plenty = await aProduct(mall, { stock: buyers * 2 });

		const answers = await buying(plenty.sku, short.sku);

		expect(tally(answers)).toEqual({ "201": stock, "409 OUT_OF_STOCK": buyers - stock });
		const levels = [await stockOf(mall, short.sku), await stockOf(mall, plenty.sku)];
		expect(levels.map(({ reserved }) => reserved)).toEqual([stock, stock]);
	}, 120_000);
});
