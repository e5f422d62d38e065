import { describe, expect, it } from "vitest";
import type { AdminOrder } from "#contracts/orders";
import { changesOf, draftOf } from "./order-edit.ts";

const order = {
	address: {
		name: "Ada",
		phone: "1",
		country: "GB",
		province: "",
		city: "London",
		street: "1 High Street",
		postalCode: "SW1",
	},
	note: "",
	items: [{ sku: "CUP", name: "Cup", quantity: 2 }],
	shippingMethod: "standard",
	adjustment: { amount: -500, reason: "scratched" },
} as unknown as AdminOrder;

describe("the form of an order", () => {
	it("tells nothing of what is as it was", () => {
		expect(changesOf(order, draftOf(order))).toEqual({});
	});

	it("tells only what was changed", () => {
		const draft = draftOf(order);
		draft.address.country = "de";
		draft.lines.push({ sku: "POT", name: "", quantity: 1 });
		draft.lines[0]!.quantity = 0;

		expect(changesOf(order, draft)).toEqual({
			address: { ...order.address, country: "DE" },
			items: [{ sku: "POT", quantity: 1 }],
		});
	});

	it("writes a discount below zero, a surcharge above, and none as nothing", () => {
		const draft = draftOf(order);
		const told = (changes: Partial<typeof draft>) =>
			changesOf(order, { ...draft, ...changes }).adjustment;

		expect(draft).toMatchObject({ kind: "discount", amount: 500 });
		expect(told({ amount: 300 })).toEqual({ amount: -300, reason: "scratched" });
		expect(told({ kind: "surcharge" })).toEqual({ amount: 500, reason: "scratched" });
		expect(told({ kind: "none" })).toBeNull();
	});
});
