// Which fields of a request are named when stock, coupons, points or an order refuse it.
import { describe, expect, it } from "vitest";
import { OUT_OF_STOCK } from "#contracts/inventory";
import { LINES_NOT_OPEN, MORE_THAN_ANNOUNCED, NOT_RETURNABLE } from "#contracts/orders";
import { COUPON_GONE, COUPON_NOT_USABLE } from "#contracts/promotions";
import { POINTS_SHORT } from "#contracts/users";
import { refusal } from "#mixins/errors";
import { nameFields } from "./naming.ts";

const lines = [{ sku: "cup" }, { sku: "pot" }, { sku: "cup" }];

function thrownBy(thrown: Error, sent: Parameters<typeof nameFields>[1]): unknown {
	try {
		return nameFields(thrown, sent);
	} catch (error) {
		return error;
	}
}

describe("a refusal from further in", () => {
	it.each([
		[OUT_OF_STOCK, ["items.0.quantity", "items.2.quantity"]],
		[LINES_NOT_OPEN, ["lines.0.quantity", "lines.2.quantity"]],
		[NOT_RETURNABLE, ["lines.0.quantity", "lines.2.quantity"]],
		[MORE_THAN_ANNOUNCED, ["lines.0", "lines.2"]],
		[COUPON_GONE, ["coupon"]],
		[COUPON_NOT_USABLE, ["coupon"]],
		[POINTS_SHORT, ["points"]],
	])("names the fields that it is about", (spec, paths) => {
		const sent = { items: lines, lines, coupon: "TEN", points: 5 };

		const named = thrownBy(refusal(spec, { sku: "cup", left: 1 }), sent);

		const errors = paths.map((path) => ({ path }));
		expect(named).toMatchObject({ type: spec.code, data: { sku: "cup", left: 1, errors } });
	});

	it("stays as it is where nothing of it was sent, or it names fields itself", () => {
		const short = refusal(OUT_OF_STOCK, { sku: "cup", left: 1 });
		const named = refusal(COUPON_GONE, { errors: [{ path: "code" }] });
		const other = new Error("something else");

		expect(thrownBy(short, {})).toBe(short);
		expect(thrownBy(named, { coupon: "TEN" })).toBe(named);
		expect(thrownBy(other, { items: lines })).toBe(other);
	});
});
