// How a hand-written table of goods becomes products: one line of goods per category, three
// lines of text per product, the rest is drawn with a chance that is the same on every run.
import { accents, colours } from "./colours.ts";
import { chance, type Chance } from "./random.ts";
import type { DemoProduct, DemoVariant, Goods, Line } from "./types.ts";
import { chineseOf } from "./words.ts";

export function products(line: Line): DemoProduct[] {
	return records(line.goods).map((rows, at) => product(line, read(rows), at));
}

/** A record ends with its story in Chinese, the only Chinese row without a bar. */
function records(text: string): string[][] {
	const all: string[][] = [[]];
	for (const row of text.trim().split("\n")) {
		all.at(-1)?.push(row.trim());
		if (/\p{Script=Han}/u.test(row) && !row.includes("|")) all.push([]);
	}
	return all.filter((rows) => rows.length > 0);
}

function read(rows: string[]): Goods {
	const [chinese = "", zhStory = ""] = rows.slice(-2);
	const english = rows.slice(0, -2);
	const head = english.filter((row) => row.includes("|")).join(" ");
	const story = english.filter((row) => !row.includes("|")).join(" ");
	const [name = "", subtitle = "", brand = "", dollars, shades = "", material = ""] = cells(head);
	const [zhName = "", zhSubtitle = ""] = cells(chinese);
	return {
		name,
		subtitle,
		brand,
		material,
		story,
		dollars: Number(dollars),
		shades: shades.split(" "),
		zh: { name: zhName, subtitle: zhSubtitle, story: zhStory },
	};
}

function cells(row: string): string[] {
	return row.split("|").map((cell) => cell.trim());
}

function product(line: Line, goods: Goods, at: number): DemoProduct {
	const key = goods.name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
	const luck = chance(key);
	const first = goods.shades[0] ?? "oat";
	const daysAgo = age(luck);
	const sizes = line.size ? offered(line.size.values, luck) : [];
	const variants = combine(goods, sizes, { line, luck, at });
	const description = describe(line, goods, luck);
	const { story: _, ...zh } = goods.zh;
	return {
		key,
		name: goods.name,
		subtitle: goods.subtitle,
		description: description.english,
		category: line.category,
		brand: goods.brand,
		tags: tags(line, { luck, daysAgo, onSale: variants.some((one) => one.listPrice) }),
		options: options(line, goods, variants),
		variants,
		attributes: attributes(line, goods, luck),
		picture: {
			kind: line.kind,
			colour: hexOf(first),
			accent: accent(first, luck),
			seed: look(goods.name, at),
		},
		views:
			luck.next() < 0.25
				? ["front", "angle", "scene"]
				: ["front", "angle", "detail", "scene"],
		daysAgo,
		popularity: Math.round(luck.next() ** 1.8 * 100) / 100,
		translations: { zh: { ...zh, description: description.chinese } },
	};
}

const patterned = { stripe: 4, regatta: 4, breakwater: 4, ferry: 4, dot: 5, poppy: 5, check: 7 };

/** Which look a product has: what its name promises, else the next one in its line. */
function look(name: string, at: number): number {
	const words = name.toLowerCase().split(" ");
	return Object.entries(patterned).find(([word]) => words.includes(word))?.[1] ?? at;
}

/** Two years of history, more of it lately; one product in fourteen is of the last week. */
function age(luck: Chance): number {
	if (luck.next() < 0.07) return luck.whole(0, 6);
	return 7 + Math.floor(luck.next() ** 1.4 * 720);
}

function offered(values: [string, number][], luck: Chance): [string, number][] {
	if (values.length < 4 || luck.next() < 0.6) return values;
	const from = luck.whole(0, 1);
	return values.slice(from, values.length - luck.whole(0, 1));
}

type Making = { line: Line; luck: Chance; at: number };

function combine(goods: Goods, sizes: [string, number][], making: Making): DemoVariant[] {
	const { line, luck, at } = making;
	const off = luck.next() < 0.3 ? luck.pick([1.15, 1.2, 1.25, 1.3, 1.4]) : 0;
	const pairs = goods.shades.flatMap((shade) =>
		(sizes.length ? sizes : [["", 1] as const]).map(([size, factor]) => ({
			shade,
			size,
			factor,
		})),
	);
	const kept = pairs.filter((_, n) => n === 0 || pairs.length < 4 || luck.next() > 0.12);
	const soldOut = luck.next() < 0.008;
	return kept.map(({ shade, size, factor }) => {
		const price = nice(goods.dollars * factor);
		const sku = [
			goods.brand.slice(0, 3),
			line.sku,
			String(at + 1).padStart(2, "0"),
			shade,
			size,
		];
		return {
			sku: sku
				.filter(Boolean)
				.join("-")
				.toUpperCase()
				.replace(/[^A-Z0-9-]+/g, ""),
			options: chosen({ shade, size }, goods, line),
			price,
			...(off ? { listPrice: nice((price / 100) * off) } : {}),
			stock: soldOut ? 0 : stock(luck),
			pictureColour: hexOf(shade),
		};
	});
}

function chosen(pair: { shade: string; size: string }, goods: Goods, line: Line) {
	return {
		...(goods.shades.length > 1 ? { Colour: nameOf(pair.shade) } : {}),
		...(line.size ? { [line.size.name]: pair.size } : {}),
	};
}

function stock(luck: Chance): number {
	const draw = luck.next();
	if (draw < 0.002) return 0;
	return draw < 0.006 ? luck.whole(1, 4) : luck.whole(12, 160);
}

/** A price as shops write it: halves below 20, whole below 100, ending in 9 above. */
function nice(dollars: number): number {
	if (dollars < 20) return Math.round(dollars * 2) * 50;
	if (dollars < 100) return Math.round(dollars) * 100;
	return (Math.round(dollars / 10) * 10 - 1) * 100;
}

function options(line: Line, goods: Goods, variants: DemoVariant[]) {
	const used = (name: string, all: string[]) => ({
		name,
		values: all.filter((value) => variants.some((one) => one.options[name] === value)),
	});
	return [
		...(goods.shades.length > 1 ? [used("Colour", goods.shades.map(nameOf))] : []),
		...(line.size
			? [
					used(
						line.size.name,
						line.size.values.map(([value]) => value),
					),
				]
			: []),
	];
}

function attributes(line: Line, goods: Goods, luck: Chance) {
	const fixed = line.exceptions?.[goods.name] ?? {};
	const drawn = Object.entries(line.attributes).map(([name, values]) => ({
		name,
		value: fixed[name] ?? luck.pick(values),
	}));
	const first = { name: line.made?.attribute ?? "Material", value: goods.material };
	return [first, ...drawn].filter((one) => one.value);
}

function tags(line: Line, at: { luck: Chance; daysAgo: number; onSale: boolean }): string[] {
	const extra = [at.daysAgo < 30 ? "new" : "", at.onSale ? "sale" : ""].filter(Boolean);
	const season = at.luck.next() < 0.22 ? ["gift"] : [];
	return [...new Set([...at.luck.some(line.tags, 2), ...season, ...extra])];
}

/** The same in both languages. */
function describe(line: Line, goods: Goods, luck: Chance) {
	const facts = luck.some(line.facts, 3).map(inBoth);
	const care = inBoth(luck.pick(line.care));
	const { attribute = "Material", lead = "Made of" } = line.made ?? {};
	const value = line.made ? goods.material : lower(goods.material);
	return {
		english: html({
			story: goods.story,
			facts: [`<strong>${lead}</strong> ${value}.`, ...facts.map(([english]) => english)],
			care: care[0],
		}),
		chinese: html({
			story: goods.zh.story,
			facts: [
				`<strong>${chineseOf(attribute)}</strong>：${chineseOf(goods.material)}。`,
				...facts.map(([, chinese]) => chinese),
			],
			care: care[1],
		}),
	};
}

function inBoth(sentence: string): [english: string, chinese: string] {
	const [english = "", chinese = ""] = cells(sentence);
	return [english, chinese];
}

const html = ({ story, facts, care }: { story: string; facts: string[]; care: string }) =>
	`<p>${story}</p><ul>${facts.map((fact) => `<li>${fact}</li>`).join("")}</ul><p>${care}</p>`;

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function accent(shade: string, luck: Chance): string {
	return hexOf(luck.pick(accents[shade] ?? ["ink"]));
}

function nameOf(shade: string): string {
	return colourOf(shade).name;
}

function hexOf(shade: string): string {
	return colourOf(shade).hex;
}

function colourOf(shade: string) {
	const found = colours[shade];
	if (!found) throw new Error(`There is no colour ${shade}.`);
	return found;
}
