import fc from "fast-check";
import { update as mingoUpdate } from "mingo/updater";
import { expect, it } from "vitest";
import type { Doc } from "./adapter.ts";
import { readUpdate } from "./update.ts";

const value = fc.constantFrom<unknown>(1, 2, "a", "b", true, null, { id: "x" }, { id: "y", n: 1 });
const list = fc.array(value, { maxLength: 4 });
// Why: mingo adds a value twice that one $each holds twice, MongoDB does not.
const setOf = fc.uniqueArray(fc.constantFrom<unknown>(1, 2, "a", { id: "x" }));
const condition = fc.constantFrom<unknown>(
	1,
	"a",
	true,
	{ id: "x" },
	{ $in: ["a", 2] },
	{ $gte: 2 },
);
const aDoc = fc.record(
	{
		set: fc.oneof(value, list),
		deep: fc.record({ set: value, n: fc.integer({ min: -9, max: 9 }) }, { requiredKeys: [] }),
		gone: value,
		n: fc.integer({ min: -9, max: 9 }),
		log: list,
		list,
		bag: fc.uniqueArray(fc.constantFrom<unknown>(1, "a", true)),
	},
	{ requiredKeys: [] },
);
const anUpdate = fc.record(
	{
		$set: fc.record({ set: fc.oneof(value, list), "deep.set": value }, { requiredKeys: [] }),
		$unset: fc.constantFrom({ gone: "" }, { "deep.gone": "" }),
		$inc: fc.record({ n: fc.integer(), "deep.n": fc.integer() }, { requiredKeys: [] }),
		$push: fc.oneof(value, fc.record({ $each: list })).map((log) => ({ log })),
		$pull: condition.map((one) => ({ list: one })),
		$addToSet: fc.oneof(value, fc.record({ $each: setOf })).map((bag) => ({ bag })),
	},
	{ requiredKeys: [] },
);

it("changes a document as the reference implementation does", () => {
	fc.assert(
		fc.property(aDoc, anUpdate, (fields, update) => {
			const doc: Doc = { ...structuredClone(fields), _id: "a" };
			const reference = structuredClone(doc);

			const after = readUpdate(update)(doc);

			mingoUpdate<Record<string, unknown>>(reference, update);
			expect(after).toEqual(reference);
		}),
		{ numRuns: 500 },
	);
});

it("keeps the first or the last of a list that is pushed to", () => {
	const push = (slice: number) =>
		readUpdate({ $push: { log: { $each: [3, 4], $slice: slice } } })({ _id: "a", log: [1, 2] });

	expect(push(3)["log"]).toEqual([1, 2, 3]);
	expect(push(-3)["log"]).toEqual([2, 3, 4]);
	expect(push(0)["log"]).toEqual([]);
});
