import { describe, expect, it } from "vitest";
import { dropped, shifted } from "./category-moves.ts";

const at = (id: string, parentId: string | null, position: number) => ({
	id,
	parentId,
	position,
	name: id,
	version: 1,
});
const all = [at("a", null, 0), at("b", null, 1), at("c", null, 2), at("d", "a", 0)];
const short = (moves: { id: string; parentId: string | null; position: number }[]) =>
	moves.map(({ id, parentId, position }) => `${id}→${parentId ?? "top"}:${position}`);

describe("a category", () => {
	it("changes places with its neighbour", () => {
		expect(short(shifted(all, "b", -1))).toEqual(["b→top:0", "a→top:1"]);
	});

	it("stays where it is at the end of its shelf", () => {
		expect(shifted(all, "c", 1)).toEqual([]);
	});

	it("goes before another one", () => {
		expect(short(dropped(all, "c", { type: "before", other: "a" }))).toEqual([
			"c→top:0",
			"a→top:1",
			"b→top:2",
		]);
	});

	it("goes into another one, behind what is there", () => {
		expect(short(dropped(all, "b", { type: "inner", other: "a" }))).toEqual(["b→a:1"]);
	});
});
