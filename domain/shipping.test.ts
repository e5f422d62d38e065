import { describe, expect, it } from "vitest";
import { pickShipping, shippingChoices } from "./shipping.ts";
import type { ShippingMethod } from "./shipping.ts";

const methods: ShippingMethod[] = [
	{
		key: "standard",
		name: "Standard",
		price: 500,
		freeOver: 5000,
		days: 4,
		rates: [{ countries: ["CH"], price: 1500, days: 7, freeOver: null }],
	},
	{ key: "express", name: "Express", price: 1500, days: 1, countries: ["DE"] },
	{ key: "old", name: "Old", price: 0, days: 9, enabled: false },
];

describe("shipping", () => {
	it("offers what goes to the country, at its price there", () => {
		expect(shippingChoices(methods, 1000, "DE").map(({ key }) => key)).toEqual([
			"standard",
			"express",
		]);
		expect(shippingChoices(methods, 1000, "CH")).toEqual([
			{ key: "standard", name: "Standard", price: 1500, days: 7 },
		]);
	});

	it("is free from the amount on, except where a country's rate says otherwise", () => {
		expect(shippingChoices(methods, 4999, "DE")[0]?.price).toBe(500);
		expect(shippingChoices(methods, 5000, "DE")[0]?.price).toBe(0);
		expect(shippingChoices(methods, 5000, "CH")[0]?.price).toBe(1500);
	});

	it("goes by a rate's country even when the method lists others", () => {
		const method = { ...methods[1]!, rates: [{ countries: ["FR"], price: 2500 }] };

		expect(shippingChoices([method], 0, "FR")[0]).toMatchObject({ price: 2500, days: 1 });
		expect(shippingChoices([method], 0, "IT")).toEqual([]);
	});

	it("takes the chosen way, else the cheapest", () => {
		const choices = shippingChoices(methods, 1000, "DE");

		expect(pickShipping(choices)?.key).toBe("standard");
		expect(pickShipping(choices, "express")?.key).toBe("express");
		expect(pickShipping(choices, "drone")).toBeUndefined();
	});
});
