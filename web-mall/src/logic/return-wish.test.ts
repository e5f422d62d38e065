import { describe, expect, it } from "vitest";
import { bodyOf, choicesOf, emptyWish, missingIn, other } from "./return-wish.ts";

const cup = { sku: "cup", quantity: 3 };
const pot = { sku: "pot", quantity: 1 };

describe("a wish to send something back", () => {
	it("begins with the only line chosen, and with none of several", () => {
		expect(emptyWish({ returnable: [cup] }).pieces).toEqual({ cup: 1 });
		expect(emptyWish({ returnable: [cup, pot] }).pieces).toEqual({});
	});

	it("needs a line and a reason, in own words where none fits", () => {
		const empty = emptyWish({ returnable: [cup, pot] });

		expect(missingIn(empty)).toEqual(["lines", "reason"]);
		expect(missingIn({ ...empty, pieces: { cup: 0 }, reason: "damaged" })).toEqual(["lines"]);
		const own = { ...empty, pieces: { cup: 2 }, reason: other };
		expect(missingIn({ ...own, otherReason: "  " })).toEqual(["otherReason"]);
		expect(missingIn({ ...own, otherReason: "It hums" })).toEqual([]);
	});

	it("is sent without what was left empty", () => {
		const wish = {
			pieces: { cup: 2, pot: 0 },
			reason: "damaged",
			otherReason: "x",
			description: " ",
		};

		expect(bodyOf(wish, [])).toEqual({
			lines: [{ sku: "cup", quantity: 2 }],
			reason: "damaged",
		});
		expect(bodyOf({ ...wish, reason: other }, ["/media/a.png"])).toMatchObject({
			reason: "x",
			images: ["/media/a.png"],
		});
	});

	it("offers own words after the shop's", () => {
		const choices = choicesOf([{ id: "damaged", name: "Damaged" }], "Else");

		expect(choices.map(({ label }) => label)).toEqual(["", "Damaged", "Else"]);
	});
});
