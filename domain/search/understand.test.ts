import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asMarkup, highlight, wantedTerms } from "./highlight.ts";
import { stem } from "./stem.ts";
import { synonymTable } from "./synonyms.ts";
import { understand } from "./understand.ts";
import type { Candidate, Vocabulary } from "./vocabulary.ts";

const synonyms = synonymTable([
	{ words: ["laptop", "notebook"] },
	{ words: ["hdd", "hard drive"] },
	{ words: ["phone"], means: ["smartphone"] },
]);

describe("understand", () => {
	it("takes a known word as it is", () => {
		const { words } = understand("monitors", { vocabulary: knowing("monitor") });

		expect(words.map((word) => word.alternatives)).toEqual([
			[{ terms: ["monitor"], weight: 1, kind: "exact" }],
		]);
	});

	it("puts synonyms beside the word, both ways and over several words", () => {
		const vocabulary = knowing("laptop", "notebook", "hdd", "hard", "drive");

		expect(termsIn("laptop", vocabulary)).toEqual([["laptop", "notebook"]]);
		expect(termsIn("notebook hdd", vocabulary)).toEqual([
			["notebook", "laptop"],
			["hdd", "hard drive"],
		]);
		expect(termsIn("hard drive", vocabulary)).toEqual([["hard drive", "hdd"]]);
	});

	it("follows a one-way synonym in its direction only", () => {
		const vocabulary = knowing("phone", "smartphone");

		expect(termsIn("phone", vocabulary)).toEqual([["phone", "smartphon"]]);
		expect(termsIn("smartphone", vocabulary)).toEqual([["smartphon"]]);
	});

	it("corrects one typo from four letters and two from eight", () => {
		const vocabulary = knowing("mouse", "keyboard", "cat");

		expect(understand("muose pad", { vocabulary }).corrected).toBe("mouse pad");
		expect(understand("keybpard", { vocabulary }).corrected).toBe("keyboard");
		expect(understand("kezbosrd", { vocabulary }).corrected).toBe("keyboard");
		expect(understand("cst", { vocabulary }).corrected).toBeUndefined();
		expect(understand("moxxe", { vocabulary }).corrected).toBeUndefined();
	});

	it("never corrects a word that the catalogue has", () => {
		const vocabulary = knowing("mouse", "house");

		expect(understand("house", { vocabulary }).corrected).toBeUndefined();
	});

	it("finishes the last word only", () => {
		const vocabulary = knowing("wireless", "headphones");

		expect(termsIn("wireless headph", vocabulary)[1]).toContain("headphon");
		expect(termsIn("headph wireless", vocabulary)[0]).not.toContain("headphon");
	});

	it("gives a guessed word its synonyms", () => {
		expect(termsIn("lapto", knowing("laptop", "notebook"))[0]).toContain("notebook");
	});

	it("joins a part number in pieces when the catalogue has it whole", () => {
		const [word] = understand("wh 1000 xm5", { vocabulary: knowing("wh1000xm5") }).words;

		expect(word?.alternatives.map((one) => one.terms)).toContainEqual(["wh1000xm5"]);
	});

	it("parts two words written as one", () => {
		expect(termsIn("flashdrive", knowing("flash", "drive"))[0]).toContain("flash drive");
	});

	it("offers the whole query as a part number", () => {
		expect(understand("WH-1000 XM5").code).toBe("wh1000xm5");
		expect(understand("black mouse").code).toBeUndefined();
	});

	it("does not insist on stop words, but knows IT and a query of nothing else", () => {
		const optional = (q: string) => understand(q).words.map((word) => word.optional);

		expect(optional("the mouse")).toEqual([true, false]);
		expect(optional("the")).toEqual([false]);
		expect(optional("IT cable")).toEqual([false, false]);
	});

	it("finds a size in the neighbouring unit", () => {
		expect(termsIn("1tb", knowing("1000gb"))[0]).toEqual(["1tb", "1000gb", "1024gb"]);
	});

	it("survives any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
				const { words } = understand(text, { vocabulary: knowing("mouse"), synonyms });

				expect(words.length).toBeLessThanOrEqual(16);
			}),
		);
	});
});

describe("highlight", () => {
	it("marks what was found and escapes the rest", () => {
		const query = understand("laptop bags", { synonyms });

		const parts = highlight('Bag for <15"> notebook & co', wantedTerms(query));

		expect(asMarkup(parts)).toBe(
			"<mark>Bag</mark> for &lt;15&quot;&gt; <mark>notebook</mark> &amp; co",
		);
	});

	it("gives the text back unchanged when its parts are put together", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, q) => {
				const parts = highlight(text, wantedTerms(understand(q)));

				expect(parts.map((part) => part.text).join("")).toBe(text);
			}),
		);
	});
});

function termsIn(q: string, vocabulary: Vocabulary): string[][] {
	return understand(q, { vocabulary, synonyms }).words.map((word) =>
		word.alternatives.map((one) => one.terms.join(" ")),
	);
}

/** A vocabulary of a few words, each in five products. */
function knowing(...words: string[]): Vocabulary {
	const all = words.map((word): Candidate => ({ word, term: stem(word), count: 5, edits: 1 }));
	const terms = new Set(all.map(({ term }) => term));
	return {
		joins: true,
		count: (term) => (terms.has(term) ? 5 : 0),
		termOf: (word) => (terms.has(stem(word)) ? stem(word) : undefined),
		completions: (prefix) => all.filter(({ word }) => word.startsWith(prefix)),
		similar: (word, edits) => all.filter((one) => distance(one.word, word) <= edits),
	};
}

function distance(a: string, b: string): number {
	if (a === "" || b === "") return a.length + b.length;
	if (a.charAt(0) === b.charAt(0)) return distance(a.slice(1), b.slice(1));
	const isSwap = a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0);
	const options = [
		distance(a.slice(1), b),
		distance(a, b.slice(1)),
		isSwap ? distance(a.slice(2), b.slice(2)) : distance(a.slice(1), b.slice(1)),
	];
	return 1 + Math.min(...options);
}
