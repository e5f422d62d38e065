import { describe, expect, it } from "vitest";
import type { ShippingMethod } from "#contracts/settings";
import { blankMethod, blankRegion, methodDraft, methodInput } from "./shipping.ts";

const plain: ShippingMethod = {
	key: "standard",
	name: "Standard",
	price: 490,
	freeOver: 6000,
	days: 4,
	countries: [],
	enabled: true,
};
const tabled: ShippingMethod = {
	...plain,
	translations: { zh: { name: "标准配送" } },
	table: { by: "weight", steps: [{ from: 2000, price: 690 }] },
	daysFrom: 2,
	countries: ["DE"],
	regions: [
		{ countries: ["CH"], price: 1500, freeOver: null, days: 7, daysFrom: 5 },
		{
			countries: ["US"],
			provinces: ["Hawaii"],
			isServed: false,
			price: 0,
			freeOver: null,
			days: 0,
		},
	],
};

describe("a shipping method's draft", () => {
	it.each([plain, tabled])("says the same again when nothing was changed", (method) => {
		expect(methodInput(methodDraft(method))).toEqual(method);
	});

	it("sends no table without steps, and none when nothing is chosen for it", () => {
		const draft = methodDraft(tabled);

		expect(methodInput({ ...draft, by: "" })).not.toHaveProperty("table");
		expect(methodInput({ ...draft, steps: [] })).not.toHaveProperty("table");
	});

	it("begins a region with the method's own tariff, not with its steps themselves", () => {
		const method = methodDraft(tabled);
		const region = blankRegion(method);

		region.steps[0]!.price = 1;

		expect(method.steps[0]?.price).toBe(690);
		expect(region).toMatchObject({ price: 490, by: "weight", isServed: true, countries: [] });
	});

	it("asks for what is missing by leaving it empty", () => {
		expect(methodInput(blankMethod())).toMatchObject({ key: "", name: "", price: 0, days: 3 });
	});
});
