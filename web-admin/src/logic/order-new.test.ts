import { describe, expect, it } from "vitest";
import { aNewOrder, keptOf, newOrderOf, quoteOf, wishOf } from "./order-new.ts";

const written = () => {
	const draft = aNewOrder("ada");
	draft.order.lines = [{ sku: "CUP", name: "Cup", quantity: 2 }];
	draft.order.shippingMethod = "standard";
	return draft;
};

describe("the form of an order by phone", () => {
	it("asks for no price while nothing is in it", () => {
		expect(quoteOf(aNewOrder())).toBeNull();
	});

	it("asks for a price before all of it is known", () => {
		const draft = written();
		draft.order.address.country = "g";
		draft.order.shippingMethod = "";

		expect(quoteOf(draft)).toEqual({ userId: "ada", items: [{ sku: "CUP", quantity: 2 }] });
	});

	it("asks for the place as soon as there is a country", () => {
		const draft = written();
		draft.order.address.country = "gb";

		expect(quoteOf(draft)).toMatchObject({ address: { country: "GB", province: "" } });
	});

	it("tells of an account or of a guest, never of both", () => {
		const draft = written();
		draft.customer.email = "guest@example.com";

		expect(wishOf(draft)).toMatchObject({ userId: "ada" });
		expect(wishOf(draft)).not.toHaveProperty("email");
		draft.customer.kind = "guest";
		expect(wishOf(draft)).toMatchObject({ email: "guest@example.com" });
		expect(wishOf(draft)).not.toHaveProperty("userId");
	});

	it("tells what staff give off as an amount below zero, with its reason", () => {
		const draft = written();
		Object.assign(draft.order, { kind: "discount", amount: 500, reason: "late" });
		draft.coupon = " HELLO ";

		expect(quoteOf(draft)).toMatchObject({ adjustment: -500, coupon: "HELLO" });
		expect(wishOf(draft)).toMatchObject({ adjustment: { amount: -500, reason: "late" } });
	});
});

describe("a draft", () => {
	it("is the form again as it was kept, whoever it is for", () => {
		const about = { id: "d", version: 1, customer: null, by: "", createdAt: "", updatedAt: "" };
		const guest = written();
		guest.customer = { kind: "guest", userId: "", email: "" };
		Object.assign(guest.order, { kind: "discount", amount: 500, reason: "", note: "Ring" });
		guest.order.address.city = "Lon";

		for (const draft of [written(), guest, { ...written(), coupon: "TEN" }])
			expect(newOrderOf({ ...about, ...keptOf(draft) })).toEqual(draft);
	});
});
