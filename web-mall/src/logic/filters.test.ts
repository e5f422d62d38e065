import { expect, it } from "vitest";
import {
	chipsOf,
	cleared,
	filtersFrom,
	inTree,
	queryFrom,
	searchParams,
	withAttribute,
} from "./filters.ts";

const query = {
	q: "lamp",
	brand: ["glimholt", "norrfell"],
	"attr.Material": "Oak",
	minPrice: "1000",
	rating: "4",
	inStock: "true",
	sort: "-price",
	page: "3",
};

it("writes the filters into the address and reads the same filters from it", () => {
	const filters = filtersFrom(query);

	const again = filtersFrom(JSON.parse(JSON.stringify(queryFrom(filters))));

	expect(again).toEqual(filters);
	expect(filters).toMatchObject({ brand: ["glimholt", "norrfell"], minPrice: 1000, page: 3 });
});

it("keeps nothing in the address that is not chosen", () => {
	expect(queryFrom(filtersFrom({}))).toEqual({});
});

it("takes nonsense in the address for nothing", () => {
	const filters = filtersFrom({ minPrice: "cheap", sort: "colour", page: "-4", rating: null });

	expect(filters).toEqual(filtersFrom({}));
});

it("lets the page's own category stand over a chosen one", () => {
	const params = searchParams(filtersFrom({ category: "sofas" }), { category: ["lamps"] }, 2);

	expect(params).toMatchObject({ category: ["lamps"], page: 2, pageSize: 24, sort: "-sales" });
});

it("shows a chip for every choice and takes off only that one", () => {
	const filters = filtersFrom(query);

	const chips = chipsOf(filters, undefined, {});

	expect(chips.map(({ kind }) => kind)).toEqual([
		"named",
		"named",
		"word",
		"price",
		"rating",
		"inStock",
	]);
	expect(chips[0]?.without.brand).toEqual(["norrfell"]);
	expect(chips[2]?.without.attr).toEqual({});
});

it("chooses an attribute's value and drops it again", () => {
	const chosen = withAttribute(filtersFrom({}), "Colour", "Red");

	expect(chosen.attr).toEqual({ Colour: ["Red"] });
	expect(withAttribute(chosen, "Colour", "Red").attr).toEqual({});
});

it("keeps the words and the order when all filters are cleared", () => {
	expect(cleared(filtersFrom(query))).toEqual(filtersFrom({ q: "lamp", sort: "-price" }));
});

it("puts each category below its own, also where the one above is missing", () => {
	const bucket = (value: string, parent?: string) => ({ value, label: value, count: 1, parent });
	const found = [
		bucket("puzzles", "play"),
		bucket("lamps", "home"),
		bucket("home"),
		bucket("desk-lamps", "lamps"),
		bucket("candles", "home"),
	];

	expect(inTree(found).map(({ value, depth }) => [value, depth])).toEqual([
		["puzzles", 0],
		["home", 0],
		["lamps", 1],
		["desk-lamps", 2],
		["candles", 1],
	]);
});
