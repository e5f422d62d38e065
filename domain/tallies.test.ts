import { describe, expect, it } from "vitest";
import { lastSeen, merged } from "./tallies.ts";

const tally = (key: string, count: number, at = "1") => ({ key, count, at });
const rules = {
	add: (kept: ReturnType<typeof tally>, more: ReturnType<typeof tally>) => ({
		...more,
		count: kept.count + more.count,
	}),
	most: 2,
};

describe("tallies", () => {
	it("add up", () => {
		expect(merged([tally("a", 1)], [tally("a", 2, "2"), tally("b", 1)], rules)).toEqual([
			tally("a", 3, "2"),
			tally("b", 1),
		]);
	});

	it("forget the rarest, the oldest first, when there are too many", () => {
		const kept = [tally("often", 9), tally("old", 1, "1")];

		expect(merged(kept, [tally("new", 1, "2")], rules)).toEqual([
			tally("often", 9),
			tally("new", 1, "2"),
		]);
	});
});

describe("what was seen last", () => {
	it("comes first, each product once", () => {
		const seen = (...ids: string[]) => ids.map((productId) => ({ productId, at: "1" }));

		const last = lastSeen({ kept: seen("a", "b", "c"), more: seen("b", "d"), most: 3 });

		expect(last.map(({ productId }) => productId)).toEqual(["d", "b", "a"]);
	});
});
