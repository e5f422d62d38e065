// What nobody may order by, line by line: refused with each wrong field named, while nothing is held,
// redeemed or kept. Over HTTP and against the true services.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { Answer, OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aCoupon,
	admin,
	anAddress,
	aProduct,
	aShopper,
	cartOf,
	expectBody,
	givePoints,
	place,
	stockOf,
} from "#tests/support/shop";
import type { Login, Wish } from "#tests/support/shop";

let mall: OpenMall;
let ada: Login;
let other: Login;
let sku: string;
let drafted: string;
let coupon: { id: string; code: string };
let others: string;
let othersAddress: string;

beforeAll(async () => {
	mall = await openMall();
	[ada, other] = [await aShopper(mall), await aShopper(mall)];
	({ sku } = await aProduct(mall, { stock: 5 }));
	({ sku: drafted } = await aProduct(mall, { status: "draft" }));
	coupon = await aCoupon(mall, { minimumSpend: 4000 });
	const claimed = await aCoupon(mall, { kind: "claim", code: undefined });
	const claim = await mall.send(`POST /coupons/${claimed.id}/claim`, { ...other, body: {} });
	others = expectBody(claim, 201).id;
	const saved = await mall.send("POST /me/addresses", { ...other, body: anAddress() });
	othersAddress = expectBody(saved, 201).id;
	await givePoints(mall, ada.user, 100);
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

/** A wish that is wrong in something, and what is said of it: status, code and the fields. */
type Case = [what: string, wish: () => Wish, status: number, code: string, paths: string[]];

const line = (changes: object = {}) => ({ sku, quantity: 1, ...changes });
const quantities: [string, unknown][] = [
	["0", 0],
	["negative", -1],
	["a fraction", 1.5],
	["huge", 1e15],
	["beyond all numbers", 1e308],
	["a text", "1"],
	["null", null],
];

const badGoods: Case[] = [
	...quantities.map(([what, quantity]): Case => [
		`a quantity that is ${what}`,
		() => ({ items: [line(), line({ quantity })] }),
		422,
		"INVALID",
		["items.1.quantity"],
	]),
	["no goods at all", () => ({ items: [] }), 422, "INVALID", ["items"]],
	[
		"an unknown SKU and an unpublished one",
		() => ({ items: [line({ sku: "NO-SUCH" }), line(), line({ sku: drafted })] }),
		422,
		"SKU_UNKNOWN",
		["items.0.sku", "items.2.sku"],
	],
	[
		"more than there are",
		() => ({ items: [line({ quantity: 6 })] }),
		409,
		"OUT_OF_STOCK",
		["items.0.quantity"],
	],
	[
		"more than there are, in two lines",
		() => ({ items: [line({ quantity: 3 }), line({ quantity: 3 })] }),
		409,
		"OUT_OF_STOCK",
		["items.0.quantity", "items.1.quantity"],
	],
	[
		"a price and a total",
		() => ({ items: [line({ unitPrice: 1 })], totals: { total: 1 } }),
		422,
		"INVALID",
		["items.0.unitPrice", "totals"],
	],
	["points below zero", () => ({ points: -1 }), 422, "INVALID", ["points"]],
	["a part of a point", () => ({ points: 0.5 }), 422, "INVALID", ["points"]],
	[
		"half an address",
		() => ({ address: { name: "Ada", country: "GB", city: "London", province: "" } }),
		422,
		"INVALID",
		["address.phone", "address.street", "address.postalCode"],
	],
	[
		"blanks for an address",
		() => ({ address: anAddress({ street: "  ", city: "" }) }),
		422,
		"INVALID",
		["address.city", "address.street"],
	],
	[
		"a country that there is not",
		() => ({ address: anAddress({ country: "XX" }) }),
		422,
		"INVALID",
		["address.country"],
	],
	["another's address", () => ({ address: othersAddress }), 404, "ADDRESS_NOT_FOUND", []],
	[
		"a zero character in the address",
		() => ({ address: anAddress({ name: "Ada\u0000" }) }),
		422,
		"INVALID",
		["address.name"],
	],
	["a number for an address", () => ({ address: 7 }), 422, "INVALID", ["address"]],
	[
		"a way of shipping that there is not",
		() => ({ shippingMethod: "rocket" }),
		422,
		"SHIPPING_METHOD_UNKNOWN",
		["shippingMethod"],
	],
];
/** A quote says of these why they do not apply; an order is refused. */
const badOffers: Case[] = [
	["an unknown coupon", () => ({ coupon: "NO-SUCH" }), 409, "COUPON_NOT_USABLE", ["coupon"]],
	["another's coupon", () => ({ coupon: others }), 409, "COUPON_NOT_USABLE", ["coupon"]],
	[
		"a coupon for more than this",
		() => ({ coupon: coupon.code }),
		409,
		"COUPON_NOT_USABLE",
		["coupon"],
	],
	["points that are not there", () => ({ points: 101 }), 409, "POINTS_SHORT", ["points"]],
];

const pathsOf = ({ body }: Answer): string[] =>
	(body.errors ?? []).map(({ path }: { path: string }) => path).toSorted();

function expectRefusal(answer: Answer, [, , status, code, paths]: Case) {
	const { body } = answer;
	expect([answer.status, body.code], JSON.stringify(body)).toEqual([status, code]);
	expect(pathsOf(answer)).toEqual(paths.toSorted());
	for (const { message } of body.errors ?? []) expect(message).not.toBe("");
}

/** All that a refused order could have left behind. */
async function traces() {
	const token = await admin(mall);
	const { items } = expectBody(await mall.send("GET /admin/coupons", { token }));
	const { redeemed } = items.find(({ id }: { id: string }) => id === coupon.id);
	const points = expectBody(await mall.send("GET /me/points", ada));
	const mine = expectBody(await mall.send("GET /orders", ada));
	return {
		stock: await stockOf(mall, sku),
		redeemed,
		points: [points.balance, points.available],
		orders: mine.total,
		cart: (await cartOf(mall, ada)).items,
	};
}

const nothing = () => ({
	stock: { sku, onHand: 5, reserved: 0, available: 5 },
	redeemed: 0,
	points: [100, 100],
	orders: 0,
	cart: [],
});

describe("an order is refused, and leaves nothing behind,", () => {
	it.each([...badGoods, ...badOffers])("for %s", async (...one) => {
		const answer = await place(mall, ada, { items: [line()], ...one[1]() });

		expectRefusal(answer, one);
		expect(await traces()).toEqual(nothing());
	});

	it.each<[string, Wish, string[]]>([
		["an e-mail address", { email: undefined }, ["email"]],
		[
			"an address and a way of shipping",
			{ address: undefined, shippingMethod: undefined },
			["address", "shippingMethod"],
		],
	])("when a guest gives no %s", async (_what, wish, paths) => {
		const guest = { items: [line()], email: "guest@example.com", ...wish };

		const answer = await place(mall, {}, guest);

		expect([answer.status, pathsOf(answer)]).toEqual([422, paths]);
		expect(await traces()).toEqual(nothing());
	});

	it("when a good one is sent again with the same key and another body", async () => {
		const headers = { "Idempotency-Key": `key ${sku}` };
		const ask = (wish: Wish) => place(mall, { ...ada, headers }, { items: [line()], ...wish });

		const refused = await ask({ coupon: "NO-SUCH" });
		const again = await ask({ coupon: "NO-SUCH" });
		const other = await ask({});

		expect([refused.status, again.status]).toEqual([409, 409]);
		expect([other.status, other.body.code]).toEqual([422, "KEY_REUSED"]);
		expect(await traces()).toEqual(nothing());
	});
});

describe("a quote is refused", () => {
	it.each(badGoods)("for %s", async (...one) => {
		const body = { items: [line()], address: anAddress(), ...one[1]() };

		expectRefusal(await mall.send("POST /checkout/quote", { ...ada, body }), one);
	});

	it.each(badOffers)(
		"not, but says why it can't be had: %s",
		async (_what, wish, _status, code) => {
			const body = { items: [line()], ...wish() };

			const quote = expectBody(await mall.send("POST /checkout/quote", { ...ada, body }));

			expect(quote.totals.coupon).toBe(0);
			expect(quote.totals.points).toBeLessThanOrEqual(100);
			if (code === "COUPON_NOT_USABLE") expect(quote.rejected).toHaveLength(1);
			expect(await traces()).toEqual(nothing());
		},
	);
});

describe("nothing is put into the cart", () => {
	it.each<[string, () => object, string, string[]]>([
		...quantities.map(([what, quantity]): [string, () => object, string, string[]] => [
			`a quantity that is ${what}`,
			() => line({ quantity }),
			"INVALID",
			["quantity"],
		]),
		["an unknown SKU", () => line({ sku: "NO-SUCH" }), "SKU_UNKNOWN", ["sku"]],
		["an unpublished SKU", () => line({ sku: drafted }), "SKU_UNKNOWN", ["sku"]],
		["no SKU", () => ({ quantity: 1 }), "INVALID", ["sku"]],
		["a price", () => line({ unitPrice: 1 }), "INVALID", ["unitPrice"]],
	])("by %s", async (_what, body, code, paths) => {
		const answer = await mall.send("POST /cart/items", { ...ada, body: body() });

		expect([answer.status, answer.body.code]).toEqual([422, code]);
		expect(pathsOf(answer)).toEqual(paths);
		expect(await traces()).toEqual(nothing());
	});
});
