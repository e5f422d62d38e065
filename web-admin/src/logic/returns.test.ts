import { describe, expect, it } from "vitest";
import { arrivedLines, isPayingBack, piecesOf, reasonDraft, reasonInput } from "./returns.ts";

const line = { name: "Cup", image: null, options: {}, restocked: 0, scrapped: 0 };

describe("a return at the desk", () => {
	it("goes back onto the shelf as it was announced, unless somebody says otherwise", () => {
		const lines = arrivedLines({ lines: [{ ...line, sku: "cup", quantity: 2 }] });

		expect(lines).toEqual([{ sku: "cup", restock: 2, scrap: 0 }]);
		expect(piecesOf([...lines, { sku: "pot", restock: 0, scrap: 1 }])).toBe(3);
	});

	it("is being paid back from the note to the refund", () => {
		const refund = { amount: 5, at: "2026-05-01T10:00:00.000Z", by: "x" };

		expect(isPayingBack({ status: "received", refund: null })).toBe(false);
		expect(isPayingBack({ status: "received", refund })).toBe(true);
		expect(isPayingBack({ status: "refunded", refund })).toBe(false);
	});
});

describe("a reason", () => {
	it("comes back from its form as it went in, without empty translations", () => {
		const reason = { id: "a", name: "Broken", position: 1, enabled: true, version: 3 };
		const draft = reasonDraft({ ...reason, translations: { zh: { name: "坏了" } } });

		expect(reasonInput(draft)).toEqual({
			name: "Broken",
			translations: { zh: { name: "坏了" } },
			enabled: true,
		});
		expect(reasonInput({ ...draft, chinese: " " }).translations).toEqual({});
	});
});
