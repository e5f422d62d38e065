import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carts } from "#contracts/carts";
import { promotions } from "#contracts/promotions";
import type { ShippingMethod } from "#contracts/settings";
import { customer, removeData, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
} from "#tests/support/neighbours";

const parcel: ShippingMethod = {
	key: "parcel",
	name: "Parcel",
	price: 500,
	table: { by: "weight", steps: [{ from: 1000, price: 900 }] },
	freeOver: null,
	countries: ["GB"],
	regions: [
		{ countries: ["CN"], provinces: ["广东"], price: 700, freeOver: null, days: 5 },
		{
			countries: ["CN"],
			provinces: ["西藏"],
			isServed: false,
			price: 0,
			freeOver: null,
			days: 0,
		},
		{ countries: ["CN"], price: 2000, freeOver: null, daysFrom: 7, days: 12 },
	],
	daysFrom: 2,
	days: 4,
	enabled: true,
};

describe("a quote with tables and tax classes", () => {
	let mall: TestMall;
	const goods = catalogue(
		aSaleItem({ sku: "LAMP", unitPrice: 1000, weightGrams: 400 }),
		aSaleItem({ sku: "BOOK", unitPrice: 1500, weightGrams: 300, taxClass: "reduced" }),
	);
	const classes = [{ key: "reduced", name: "Reduced", rate: 700 }];
	const shop = shopSettings({
		shippingMethods: [parcel],
		tax: { rate: 1900, included: false, classes },
	});

	beforeAll(async () => {
		const stock = stockroom({ LAMP: 100, BOOK: 100 });
		mall = await start([
			"promotions",
			"carts",
			goods.service,
			stock.service,
			shop.service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const quote = (lamps: number, books: number, address: object = {}) =>
		mall.call(
			promotions.quote,
			{
				items: [
					{ sku: "LAMP", quantity: lamps },
					{ sku: "BOOK", quantity: books },
				],
				address: { ...anAddress, ...address },
			},
			customer("ada"),
		);

	it("costs more where the goods weigh more", async () => {
		const light = await quote(1, 1);
		const heavy = await quote(1, 2);

		expect(light.shippingMethods).toEqual([
			{ key: "parcel", name: "Parcel", price: 500, daysFrom: 2, days: 4 },
		]);
		expect(heavy.totals.shipping).toBe(900);
	});

	it("goes by the province, and says so where nothing goes", async () => {
		const near = await quote(1, 1, { country: "CN", province: "广东省" });
		const far = await quote(1, 1, { country: "CN", province: "云南省" });
		const nowhere = await quote(1, 1, { country: "CN", province: "西藏自治区" });

		expect([near, far].map(({ totals }) => totals.shipping)).toEqual([700, 2000]);
		expect(far.shippingMethods[0]).toMatchObject({ daysFrom: 7, days: 12 });
		expect(nowhere.shippingMethods).toEqual([]);
	});

	it("taxes each line by its class and shipping like most of the goods", async () => {
		const { items, totals, taxes } = await quote(1, 1);

		expect(items.map(({ tax, taxRate }) => [tax, taxRate])).toEqual([
			[190, 1900],
			[105, 700],
		]);
		expect(taxes).toEqual([
			{ rate: 1900, net: 1000, tax: 190 },
			{ rate: 700, net: 2000, tax: 140 },
		]);
		expect(totals).toMatchObject({ goods: 2500, shipping: 500, tax: 330, total: 3330 });
	});

	it("shows the same in the cart before the address is known", async () => {
		const ada = customer("ada");
		await mall.call(carts.add, { sku: "LAMP", quantity: 3 }, ada);

		const cart = await mall.call(carts.get, {}, ada);

		expect(cart.totals).toEqual({
			goods: 3000,
			discount: 0,
			shipping: 900,
			tax: 741,
			taxIncluded: false,
			total: 4641,
		});
	});
});
