import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, flag, oneOf, readState, sizes, words, writeState } from "./list-state.ts";

const spec = {
	filters: { q: words, status: oneOf(["draft", "published"]), low: flag, from: day },
	sorts: ["-createdAt", "name"] as const,
};

describe("the address of a list", () => {
	it("says nothing when everything is as usual", () => {
		expect(writeState(readState({}, spec), spec)).toEqual({});
	});

	it("keeps filters, sort and page", () => {
		const query = {
			q: "lamp",
			status: "draft",
			low: "true",
			sort: "name",
			page: "3",
			pageSize: "50",
		};

		expect(writeState(readState(query, spec), spec)).toEqual(query);
	});

	it("ignores what makes no sense", () => {
		const query = {
			status: "gone",
			low: "maybe",
			from: "yesterday",
			sort: "age",
			page: "-1",
			pageSize: "7",
		};

		expect(readState(query, spec)).toEqual({
			page: 1,
			pageSize: 20,
			sort: "-createdAt",
			filters: {},
		});
	});

	it("keeps words that are not the list's own", () => {
		expect(writeState(readState({}, spec), spec, { open: "7", q: "old" })).toEqual({
			open: "7",
		});
	});

	it("reads back what it has written", () => {
		const state = fc.record({
			page: fc.integer({ min: 1, max: 999 }),
			pageSize: fc.constantFrom(...sizes),
			sort: fc.constantFrom("-createdAt" as const, "name" as const),
			filters: fc.record(
				{
					q: fc.constantFrom("lamp", "a & b", "灯"),
					status: fc.constantFrom("draft" as const, "published" as const),
					low: fc.boolean(),
				},
				{ requiredKeys: [] },
			),
		});
		fc.assert(
			fc.property(state, (one) => {
				expect(readState(writeState(one, spec), spec)).toEqual(one);
			}),
		);
	});
});
