import { describe, expect, it } from "vitest";
import { favouriteCategories, fillShelf } from "./shelves.ts";

const card = (id: string, category = "lamps") => ({ id, category: { id: category } });

describe("the categories somebody likes", () => {
	it("are those looked at most, the latest first where it is the same", () => {
		const seen = [
			card("1", "mugs"),
			card("2", "lamps"),
			card("3", "sofas"),
			card("4", "lamps"),
		];

		expect(favouriteCategories(seen, 2)).toEqual(["lamps", "mugs"]);
	});

	it("are none for who has seen nothing", () => {
		expect(favouriteCategories([], 2)).toEqual([]);
	});
});

describe("a shelf", () => {
	it("is filled in turn, with nothing twice", () => {
		const sources = [
			[card("a"), card("b")],
			[card("c"), card("b"), card("d")],
		];

		const shelf = fillShelf(sources, { without: ["a"], size: 3 });

		expect(shelf.map(({ id }) => id)).toEqual(["c", "b", "d"]);
	});

	it("stays empty when there is nothing", () => {
		expect(fillShelf([], { without: [], size: 3 })).toEqual([]);
	});
});
