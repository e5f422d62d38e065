// Which words of a product go where, and what a hit there is worth. Both engines index these.
import { code, fold } from "#domain/search/fold";
import { nameHeads, titleHeads } from "#domain/search/heads";
import { isStopWord } from "#domain/search/stop-words";
import { gluedQuantity } from "#domain/search/units";
import type { Token } from "#domain/search/words";
import { analyse } from "#domain/search/words";
import type { SearchDocument } from "./engine.ts";

export type Field = "name" | "kind" | "brand" | "codes" | "extra" | "attributes" | "description";

/** A hit in the name is worth far more than one in the description. */
export const BOOSTS: Record<Field, number> = {
	name: 6,
	kind: 4,
	brand: 4,
	codes: 5,
	extra: 2,
	attributes: 0.8,
	description: 0.6,
};

export interface IndexedText {
	terms: Record<Field, string[]>;
	/** Words as written with the term they stand for, for completion and typos. */
	words: Map<string, string>;
	/** Forms that nobody wrote: found when typed, but never proposed. */
	joined: string[];
	/** The title's terms in order. */
	title: { term: string; position: number }[];
	heads: string[];
	/** The terms of the category and the product type. */
	kind: string[];
	codes: string[];
}

const PRODUCT_TYPE = /^(product type|type of product|device type|art)$/;
const NO_KIND = /^(uncategori[sz]ed|not categori[sz]ed|other|misc(ellaneous)?|blank)$/;
const LOGISTICS =
	/\b(package|pallet|carton|master|outer case|harmonized|hs code|last change|ark)\b/;
const NAME_PIECE = /^[a-z]{1,6}$/;
const NUMBER_PIECE = /^\d[a-z0-9]{0,5}$/;
const LAST_PIECE = /^[a-z0-9]{1,4}$/;
const MEMORY = 20_000;
const analysed = new Map<string, Token[]>();

/** Everything that an engine indexes of a product. */
export function indexedText(document: SearchDocument, things: ReadonlySet<string>): IndexedText {
	const words = new Map<string, string>();
	const title = note(words, analyse(document.name));
	const kinds = kindNames(document);
	const codes = document.skus.map(code).filter(Boolean);
	const kind = kinds.flatMap((name) => terms(note(words, remembered(name))));
	const others = inOtherWords(document);
	const above = document.categories.slice(0, -1).map(({ name }) => name);
	const shelves = [...above, ...document.categories.flatMap(({ name }) => others(name))];
	const tags = document.tags.flatMap((tag) => [tag, ...others(tag)]);
	const extra = [document.subtitle, ...tags, ...(document.translations ?? [])];
	for (const sku of codes) words.set(sku, sku);
	const joined = joins(title);
	const heads = headsOf(document.name, kinds, things);
	const said = new Set([...terms(title), ...kind]);
	return {
		words,
		joined,
		codes,
		kind: [...new Set(kind)],
		title: title.map(({ term, position }) => ({ term, position })),
		heads,
		terms: {
			name: terms(title),
			kind: [
				...kind,
				...heads.filter((head) => !said.has(head)),
				...shelves.flatMap((name) => terms(note(words, remembered(name)))),
			],
			brand: document.brand ? terms(note(words, remembered(document.brand.name))) : [],
			codes: [...codes, ...joined],
			extra: extra.flatMap((text) => terms(note(words, analyse(text)))),
			attributes: attributeTexts(document)
				.flatMap((says) => [says, ...others(says)])
				.flatMap((says) => meaningful(note(words, remembered(says)))),
			description: meaningful(note(words, analyse(document.description))),
		},
	};
}

/** What its category says that this shop sells. */
export function thingsOf({ categories }: SearchDocument): string[] {
	const leaf = categories.at(-1)?.name ?? "";
	const isWord = /[a-z]{3}|[^\p{ASCII}]/u.test(leaf);
	return isWord ? nameHeads(leaf).slice(0, 1) : [];
}

function kindNames(document: SearchDocument): string[] {
	const leaf = document.categories.at(-1)?.name ?? "";
	const type = document.attributes.find(({ name }) => PRODUCT_TYPE.test(fold(name)));
	const names = [leaf, typeof type?.value === "string" ? type.value : ""];
	return names.filter((name) => /\p{L}/u.test(name) && !NO_KIND.test(fold(name).trim()));
}

function headsOf(title: string, kinds: string[], things: ReadonlySet<string>): string[] {
	const named = kinds.flatMap(nameHeads);
	return [...new Set(named.length > 0 ? named : titleHeads(title, things))];
}

function note(words: Map<string, string>, tokens: Token[]): Token[] {
	for (const { surface, term } of tokens) words.set(surface, term);
	return tokens;
}

function terms(tokens: readonly Token[]): string[] {
	return tokens.map((token) => token.term);
}

function meaningful(tokens: readonly Token[]): string[] {
	return terms(tokens.filter(({ surface }) => !isStopWord(surface, surface)));
}

/** Part numbers in pieces, joined: "WH 1000 XM5" is found as "wh1000xm5", "iPhone 15" as well. */
function joins(title: readonly Token[]): string[] {
	const main = title.filter((token) => token.kind !== "joined").map((token) => token.surface);
	const found = new Set<string>();
	for (const [at, first] of main.entries()) {
		const [second = "", third = ""] = [main[at + 1], main[at + 2]];
		if (!NAME_PIECE.test(first) || !isNumberPiece(second)) continue;
		found.add(first + second);
		if (LAST_PIECE.test(third) && !gluedQuantity(third)) found.add(first + second + third);
	}
	return [...found];
}

function isNumberPiece(text: string): boolean {
	return NUMBER_PIECE.test(text) && !gluedQuantity(text);
}

/** A "yes" speaks for its name, text for itself; bare numbers and freight data only disturb. */
function attributeTexts(document: SearchDocument): string[] {
	return document.attributes.flatMap(({ name, value }) => {
		if (LOGISTICS.test(name)) return [];
		const says = value === true || /^(yes|y)$/i.test(String(value)) ? name : String(value);
		if (/^(no|n|false|true|[\d.,\s-]*)$/i.test(says)) return [];
		return [says];
	});
}

/** What a word is called in other languages. */
function inOtherWords({ words = [] }: SearchDocument): (word: string) => string[] {
	const others = Map.groupBy(words, ({ word }) => word);
	return (word) => (others.get(word) ?? []).map(({ other }) => other);
}

function remembered(text: string): Token[] {
	const known = analysed.get(text);
	if (known) return known;
	if (analysed.size >= MEMORY) analysed.clear();
	const tokens = analyse(text);
	analysed.set(text, tokens);
	return tokens;
}
