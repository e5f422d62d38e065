import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "./product-changes.ts";
import type { Edition } from "./product-changes.ts";

const red = { sku: "A-1", options: { Colour: "Red" }, price: 1000, listPrice: null, image: null };
const blue = { ...red, sku: "A-2", options: { Colour: "Blue" } };
const edition = (fields: Partial<Edition> = {}): Edition => ({
	name: "Jug",
	subtitle: "",
	description: "<p>Holds a litre.</p>",
	slug: "jug",
	status: "draft",
	categoryId: "kitchen",
	brandId: null,
	tags: [],
	images: [],
	options: [],
	attributes: [],
	variants: [red],
	translations: {},
	...fields,
});

const text = fc.string({ maxLength: 5 });
const texts = fc.dictionary(fc.constantFrom("a", "b"), text);
const anEdition = fc.record<Edition>({
	name: text,
	subtitle: text,
	description: text,
	slug: text,
	status: fc.constantFrom("draft", "published", "recycled"),
	categoryId: text,
	brandId: fc.option(text),
	tags: fc.array(text, { maxLength: 3 }),
	images: fc.array(fc.record({ url: text, alt: text }), { maxLength: 2 }),
	options: fc.array(fc.record({ name: text, values: fc.array(text) }), { maxLength: 2 }),
	attributes: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
	variants: fc.uniqueArray(
		fc.record({
			sku: fc.constantFrom("a", "b", "c"),
			options: texts,
			price: fc.nat(3),
			listPrice: fc.option(fc.nat(3)),
			image: fc.option(text),
		}),
		{ selector: ({ sku }) => sku },
	),
	translations: fc.dictionary(fc.constantFrom("zh", "en"), texts),
});

describe("what changed in a product", () => {
	it.each<[string, Partial<Edition>, object]>([
		["a word", { name: "Tall jug" }, { field: "name", before: "Jug", after: "Tall jug" }],
		["its first brand", { brandId: "b" }, { field: "brand", before: null, after: "b" }],
		["a tag", { tags: ["new", "gift"] }, { field: "tags", before: null, after: "new, gift" }],
		["its state", { status: "published" }, { field: "status", after: "published" }],
		[
			"a price",
			{ variants: [{ ...red, price: 900, listPrice: null }] },
			{ field: "price", of: "A-1", before: 1000, after: 900 },
		],
		[
			"a variant more",
			{ variants: [red, blue] },
			{ field: "variant", of: "A-2", before: null, after: "Blue" },
		],
		["no variant left", { variants: [] }, { field: "variant", before: "Red", after: null }],
		[
			"an attribute",
			{ attributes: [{ name: "Volume", value: "1 l" }] },
			{ field: "attribute", of: "Volume", before: null, after: "1 l" },
		],
		[
			"a translation",
			{ translations: { zh: { name: "水壶" } } },
			{ field: "translation", of: "zh.name", before: null, after: "水壶" },
		],
	])("is said in one line: %s", (_, fields, line) => {
		const changes = changesBetween(edition(), edition(fields));

		expect(changes).toHaveLength(1);
		expect(changes[0]).toMatchObject(line);
	});

	it("tells of a variant without options, too", () => {
		const plain = { ...red, options: {} };

		expect(
			changesBetween(edition(), edition({ variants: [red, { ...plain, sku: "B" }] })),
		).toEqual([{ field: "variant", of: "B", before: null, after: "" }]);
	});

	it("is nothing between a product and itself, and the other way round backwards", () => {
		fc.assert(
			fc.property(anEdition, anEdition, (one, other) => {
				expect(changesBetween(one, structuredClone(one))).toEqual([]);
				const there = changesBetween(one, other);
				const back = changesBetween(other, one).map(({ before, after, ...rest }) => ({
					...rest,
					before: after,
					after: before,
				}));
				expect(there.every(({ before, after }) => before !== after)).toBe(true);
				expect(sorted(there)).toEqual(sorted(back));
			}),
		);
	});
});

const sorted = (changes: object[]) => changes.map((one) => JSON.stringify(one)).toSorted();
