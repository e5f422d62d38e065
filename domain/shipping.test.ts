import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeFrom, pickShipping, shippingChoices, shippingFaults } from "./shipping.ts";
import type { Consignment, ShippingMethod, ShippingStep } from "./shipping.ts";

const parcel: ShippingMethod = {
	key: "parcel",
	name: "Parcel",
	price: 490,
	table: {
		by: "weight",
		steps: [
			{ from: 2000, price: 690 },
			{ from: 10_000, price: 1290 },
		],
	},
	freeOver: 6000,
	days: 4,
	daysFrom: 2,
	countries: ["DE"],
	regions: [
		{ countries: ["CH", "AT"], price: 1500, freeOver: null, days: 7 },
		{
			countries: ["US"],
			price: 2500,
			days: 9,
			daysFrom: 6,
			table: { by: "amount", steps: [{ from: 10_000, price: 1000 }] },
		},
		{ countries: ["US"], provinces: ["Hawaii", "HI"], price: 4500, days: 14 },
		{ countries: ["US"], provinces: ["Alaska"], isServed: false, price: 0, days: 0 },
		{ countries: ["CN"], provinces: ["广东省"], price: 600, days: 3 },
	],
};
const express: ShippingMethod = { key: "express", name: "Express", price: 1500, days: 1 };
const old: ShippingMethod = { key: "old", name: "Old", price: 0, days: 9, enabled: false };
const methods = [parcel, express, old];

const priceOf = (consignment: Consignment) =>
	shippingChoices([parcel], consignment)[0]?.price ?? null;

describe("shipping", () => {
	it.each<[string, Consignment, number | null]>([
		["light", { goods: 100, grams: 1999, country: "DE" }, 490],
		["of unknown weight", { goods: 100, country: "DE" }, 490],
		["at a step", { goods: 100, grams: 2000, country: "DE" }, 690],
		["heavy", { goods: 100, grams: 99_000, country: "DE" }, 1290],
		["heavy and dear", { goods: 6000, grams: 99_000, country: "DE" }, 0],
		["not quite dear enough", { goods: 5999, grams: 0, country: "DE" }, 490],
		["to a place not yet known", { goods: 100, grams: 3000 }, 690],
		["to a region", { goods: 99_000, grams: 99_000, country: "AT" }, 1500],
		["to a region with a table by amount, below", { goods: 9999, country: "US" }, 2500],
		["to a region with a table by amount", { goods: 10_000, country: "US" }, 1000],
		["to a province", { goods: 10_000, country: "US", province: " hawaii " }, 4500],
		["to a province by its other name", { goods: 1, country: "US", province: "HI" }, 4500],
		["to a province nobody sends to", { goods: 1, country: "US", province: "Alaska" }, null],
		["to a province in Chinese", { goods: 1, country: "CN", province: "广东" }, 600],
		[
			"to another province of that country",
			{ goods: 1, country: "CN", province: "云南" },
			null,
		],
		["to a country nobody sends to", { goods: 1, country: "FR" }, null],
	])("costs what the table says: %s", (_name, consignment, price) => {
		expect(priceOf(consignment)).toBe(price);
	});

	it("offers what goes there, with the days it takes", () => {
		expect(shippingChoices(methods, { goods: 1, country: "US" })).toEqual([
			{ key: "parcel", name: "Parcel", price: 2500, daysFrom: 6, days: 9 },
			{ key: "express", name: "Express", price: 1500, daysFrom: 1, days: 1 },
		]);
	});

	it("takes the chosen way, else the cheapest", () => {
		const choices = shippingChoices(methods, { goods: 1000, country: "DE" });

		expect(pickShipping(choices)?.key).toBe("parcel");
		expect(pickShipping(choices, "express")?.key).toBe("express");
		expect(pickShipping(choices, "drone")).toBeUndefined();
	});

	it("says from which amount something is free", () => {
		expect(freeFrom(methods, {})).toBe(6000);
		expect(freeFrom(methods, { country: "AT" })).toBeNull();
		expect(freeFrom([express], {})).toBeNull();
	});

	it("names every field that is wrong", () => {
		const steps = [
			{ from: 1000, price: 100 },
			{ from: 1000, price: 900 },
		];
		const wrong: ShippingMethod = {
			...express,
			daysFrom: 3,
			table: { by: "weight", steps },
			regions: [
				{ countries: ["DE", "FR"], price: 1, days: 1 },
				{ countries: ["FR"], price: 1, days: 1, daysFrom: 2 },
				{ countries: ["FR"], provinces: ["Corse"], price: 1, days: 1 },
			],
		};

		expect(shippingFaults([express, wrong]).map(({ path }) => path)).toEqual([
			"1.key",
			"1.daysFrom",
			"1.table.steps.0.price",
			"1.table.steps.1.from",
			"1.regions.1.daysFrom",
			"1.regions.1.countries",
		]);
		expect(shippingFaults(methods)).toEqual([]);
	});
});

const amount = fc.integer({ min: 0, max: 1_000_000 });

/** Steps as the console lets them through: rising, and never cheaper for a heavier parcel. */
const steps: fc.Arbitrary<ShippingStep[]> = fc
	.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 999 })), {
		maxLength: 8,
	})
	.map((parts) =>
		parts.map((_, at) => {
			const upTo = parts.slice(0, at + 1);
			return {
				from: upTo.reduce((sum, [from]) => sum + from, 0),
				price: upTo.reduce((sum, [, price]) => sum + price, 0),
			};
		}),
	);
const tariff = fc.record({
	price: fc.constant(0),
	table: fc.record({ by: fc.constantFrom("weight" as const, "amount" as const), steps }),
	freeOver: fc.option(amount),
	days: fc.integer({ min: 0, max: 30 }),
});
const place = fc.record(
	{
		country: fc.constantFrom("DE", "US", "CN"),
		province: fc.constantFrom("", "Hawaii", "Texas"),
	},
	{ requiredKeys: [] },
);
const method: fc.Arbitrary<ShippingMethod> = fc
	.tuple(
		tariff,
		fc.array(
			fc.tuple(
				tariff,
				fc.record({
					countries: fc.subarray(["DE", "US", "CN"], { minLength: 1 }),
					provinces: fc.subarray(["Hawaii", "Texas"]),
					isServed: fc.boolean(),
				}),
			),
			{ maxLength: 3 },
		),
		fc.subarray(["DE", "US"]),
	)
	.map(([own, regions, countries]) => ({
		key: "any",
		name: "Any",
		...own,
		countries,
		regions: regions.map(([theirs, where]) => ({ ...theirs, ...where })),
	}));

describe("any shipping method", () => {
	it("is never below zero, and offered once or not at all", () => {
		fc.assert(
			fc.property(method, amount, amount, place, (one, goods, grams, where) => {
				const choices = shippingChoices([one], { goods, grams, ...where });

				expect(choices.length).toBeLessThanOrEqual(1);
				expect(choices.every(({ price }) => price >= 0)).toBe(true);
				expect(choices.every(({ daysFrom, days }) => daysFrom <= days)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	it("is never cheaper for a heavier parcel", () => {
		fc.assert(
			fc.property(method, amount, amount, amount, place, (one, goods, grams, more, where) => {
				const light = shippingChoices([one], { goods, grams, ...where });
				const heavy = shippingChoices([one], { goods, grams: grams + more, ...where });

				expect(heavy.length).toBe(light.length);
				expect(heavy[0]?.price ?? 0).toBeGreaterThanOrEqual(light[0]?.price ?? 0);
			}),
			{ numRuns: 1000 },
		);
	});

	it("is free from the amount on that it names, whatever is sent", () => {
		fc.assert(
			fc.property(method, amount, place, (one, grams, where) => {
				const from = freeFrom([one], where);

				const [choice] = shippingChoices([one], { goods: from ?? 0, grams, ...where });

				if (from !== null) expect(choice?.price).toBe(0);
			}),
			{ numRuns: 1000 },
		);
	});
});
