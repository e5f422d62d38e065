import { beforeAll, describe, expect, it } from "vitest";
import { sources } from "./sources.ts";
import type { Area, Texts } from "./sources.ts";

const areas: Area[] = ["finding", "choosing", "buying", "being", "securing"];
const words: Record<string, Record<Area, Texts>> = {};

beforeAll(async () => {
	for (const [language, loaders] of Object.entries(sources)) {
		const texts = areas.map(async (area) => [area, await loaders[area]()] as const);
		words[language] = Object.fromEntries(await Promise.all(texts)) as Record<Area, Texts>;
	}
});

const keysOf = (texts: Texts, above = ""): string[] =>
	Object.entries(texts).flatMap(([key, value]) =>
		typeof value === "string" ? [above + key] : keysOf(value, `${above}${key}.`),
	);

const wordOf = (texts: Texts, path: string) =>
	path
		.split(".")
		.reduce<string | Texts>(
			(at, key) => (typeof at === "string" ? at : (at[key] ?? "")),
			texts,
		);

describe.each(areas)("the words of %s", (area) => {
	it("are there in both languages", () => {
		expect(keysOf(words.zh![area])).toEqual(keysOf(words.en![area]));
	});

	it("have the same blanks in both languages", () => {
		const blanks = (text: string | Texts) =>
			[...new Set(JSON.stringify(text).match(/\{\w+\}/g))].toSorted();

		for (const key of keysOf(words.en![area])) {
			const [en, zh] = [wordOf(words.en![area], key), wordOf(words.zh![area], key)];
			expect(blanks(zh), key).toEqual(blanks(en));
		}
	});
});

const all = import.meta.glob<string>("../**/*.{ts,vue}", {
	query: "?raw",
	import: "default",
	eager: true,
});
const files = Object.keys(all).filter((path) => !path.endsWith(".test.ts"));
const sourceOf = (path: string) => all[path] ?? "";

/** Paths as `import.meta.glob` gives them, seen from this folder. */
function pathOf(from: string, by: string): string {
	const base = new URL(by, "http://mall/src/locales/");
	const { pathname } = new URL(from, base);
	return pathname.startsWith("/src/locales/")
		? pathname.replace("/src/locales/", "./")
		: pathname.replace("/src/", "../");
}

const imports =
	/(?:^(?:import|\}).* from "|defineAsyncComponent\(\s*\(\) => import\(")(\.[^"]+)"/gm;

/** A file with all that it is made of, but for what comes with words of its own. */
function partsOf(path: string, seen = new Set<string>()): Set<string> {
	if (seen.has(path) || !all[path]) return seen;
	seen.add(path);
	for (const [, from] of sourceOf(path).matchAll(imports)) {
		partsOf(pathOf(from!, path), seen);
	}
	return seen;
}

/** Keys that stand in `t(…)`, and any other text that is a key. */
function saidIn(source: string): string[] {
	const known = areas.flatMap((area) => keysOf(words.en![area]));
	const called = [...source.matchAll(/\bte?\(\s*["'`]([\w.-]+)/g)].map(([, key]) => key!);
	const others = [...source.matchAll(/(?<!=)["'`](\w+\.[\w.-]*)/g)].map(([, key]) => key!);
	return [...called, ...others.filter((key) => known.includes(key))];
}

const loads = /(?:withTexts\(\s*\[([^\]]*)\],\s*)?\(\)\s*=>\s*import\("(\.[^"]+\.vue)"\)/g;

/** Everything that is fetched apart, with the areas that come with it. */
const fetched = ["../router.ts", "../entrance.ts", "../App.vue"].flatMap((file) =>
	[...sourceOf(file).matchAll(loads)].map(([, named = "", from]) => ({
		page: pathOf(from!, file),
		areas: [...named.matchAll(/"(\w+)"/g)].map(([, area]) => area as Area),
	})),
);

describe("a page", () => {
	it.each([{ page: "../App.vue", areas: [] }, ...fetched])(
		"comes with the words that it says: $page",
		({ page, areas: named }) => {
			const first = ["finding", ...named] as Area[];
			const known = first.flatMap((area) => keysOf(words.en![area]));
			const said = [...partsOf(page)].flatMap((part) => saidIn(sourceOf(part)));

			const missing = said.filter((key) => !known.some((one) => isAt(one, key)));

			expect([...new Set(missing)]).toEqual([]);
		},
	);

	it("speaks by the mall's own words", () => {
		const others = files.filter((file) => sourceOf(file).includes('"vue-i18n"'));

		expect(others).toEqual([]);
	});
});

/** A key, or the beginning of several: `order.status.` */
const isAt = (one: string, key: string) =>
	one === key || (/[.-]$/.test(key) && one.startsWith(key));
