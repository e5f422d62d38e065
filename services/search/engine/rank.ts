// Puts what was found into order. The text score says how well the words fit; these factors say
// whether the product is the thing that was asked for.
import { DIVIDERS } from "#domain/search/stop-words";
import { queryHeads } from "#domain/search/heads";
import type { Understood } from "#domain/search/query";
import type { Match } from "./retrieve.ts";
import type { Entry, Shelf } from "./shelf.ts";

export interface Ranking {
	/** Whether the query names a thing. */
	namesThing: boolean;
	/** Whether the product is, or is named like, what the query is about. */
	isMeant: (slot: number) => boolean;
	score: (match: Match) => number;
	factors: (match: Match) => Record<string, number>;
}

interface Intent {
	/** For a term's number, the word of the query that it stands for, from 1. */
	owner: Map<number, number>;
	words: number;
	heads: Set<number>;
	brands: Set<number>;
	dividers: Set<number>;
	code?: string;
}

const FACTOR = {
	head: 1.7,
	otherHead: 0.45,
	notNamed: 0.25,
	forAnother: 0.1,
	unknownHead: 0.8,
	sameKind: 1.4,
	brand: 1.5,
	otherBrand: 0.6,
	accessory: 0.6,
	code: 6,
	outOfStock: 0.85,
};

/** Judges matches against what the query means. */
export function rankingFor(query: Understood, shelf: Shelf, things: ReadonlySet<string>): Ranking {
	const intent = intentOf(query, shelf, things);
	const score = ({ slot, score: text }: Match) => {
		const entry = shelf.entries[slot];
		return entry ? text * product(entry, intent) : 0;
	};
	const factors = ({ slot, score: text }: Match) => {
		const entry = shelf.entries[slot];
		return entry ? { text, ...judged(entry, intent) } : { text: 0 };
	};
	const isMeant = (slot: number) => {
		const entry = shelf.entries[slot];
		return entry !== undefined && isMeantBy(entry, intent);
	};
	return { namesThing: intent.heads.size > 0, isMeant, score, factors };
}

/** A case for phones names the phone and is none. */
function isMeantBy(entry: Entry, { heads: wanted, code }: Intent): boolean {
	if (wanted.size === 0 || (code !== undefined && entry.codes.includes(code))) return true;
	const named = entry.isAccessory ? entry.heads : [...entry.heads, ...entry.title];
	return named.some((term) => wanted.has(term));
}

/** The factors of `judged` without the names: every match goes through here. */
function product(entry: Entry, intent: Intent): number {
	return (
		titleFactor(entry, intent) *
		thingFactor(entry, intent) *
		brandFactor(entry, intent) *
		codeFactor(entry, intent) *
		popularity(entry)
	);
}

function judged(entry: Entry, intent: Intent): Record<string, number> {
	return {
		title: titleFactor(entry, intent),
		thing: thingFactor(entry, intent),
		brand: brandFactor(entry, intent),
		code: codeFactor(entry, intent),
		popularity: popularity(entry),
	};
}

/** How much of the query the title holds, before "for" or "with", in order, and little else. */
function titleFactor(entry: Entry, { owner, words, dividers }: Intent): number {
	if (words === 0) return 1;
	let [all, main, pairs, hits, before] = [0, 0, 0, 0, 0];
	let isMain = true;
	let at = 0;
	for (const term of entry.title) {
		if (at > 1 && dividers.has(term)) isMain = false;
		const word = owner.get(term) ?? 0;
		if (word > 0) {
			const bit = 1 << (word - 1);
			all |= bit;
			if (isMain) main |= bit;
			if (before > 0 && word === before + 1) pairs |= bit;
			hits++;
		}
		before = word;
		at++;
	}
	const share = bits(all) / words;
	const order = words > 1 ? bits(pairs) / (words - 1) : 0;
	const density = entry.title.length > 0 ? hits / entry.title.length : 0;
	return (0.5 + 0.3 * share + 0.4 * (bits(main) / words)) * (1 + 0.2 * order + 0.2 * density);
}

/** Whether the product is the thing itself, something for it, or unknown. */
function thingFactor(entry: Entry, { heads, owner }: Intent): number {
	if (heads.size === 0) return entry.isAccessory ? FACTOR.accessory : 1;
	if (entry.heads.length === 0) return FACTOR.unknownHead;
	if (!entry.heads.some((head) => heads.has(head))) {
		if (entry.isAccessory) return FACTOR.forAnother;
		const isNamed = entry.title.some((term) => heads.has(term));
		return isNamed ? FACTOR.otherHead : FACTOR.notNamed;
	}
	const isKind = entry.kind.length > 0 && entry.kind.every((term) => owner.has(term));
	return isKind ? FACTOR.head * FACTOR.sameKind : FACTOR.head;
}

function brandFactor(entry: Entry, { brands }: Intent): number {
	if (brands.size === 0) return 1;
	return brands.has(entry.brand) ? FACTOR.brand : FACTOR.otherBrand;
}

function codeFactor(entry: Entry, { code }: Intent): number {
	return code !== undefined && entry.codes.includes(code) ? FACTOR.code : 1;
}

function popularity(entry: Entry): number {
	const sold = Math.min(0.2, 0.05 * Math.log10(1 + entry.sales));
	const liked = entry.ratings > 0 ? Math.min(0.1, 0.02 * entry.rating) : 0;
	return (1 + sold + liked) * (entry.inStock ? 1 : FACTOR.outOfStock);
}

function intentOf(query: Understood, shelf: Shelf, things: ReadonlySet<string>): Intent {
	const wanted = query.words.filter((word) => !word.optional).slice(0, 30);
	const owner = new Map<number, number>();
	for (const [at, word] of wanted.entries()) {
		for (const term of [...word.alternatives, ...word.completions].flatMap(
			(one) => one.terms,
		)) {
			const number = shelf.terms.find(term);
			if (number !== undefined && !owner.has(number)) owner.set(number, at + 1);
		}
	}
	return {
		owner,
		words: wanted.length,
		heads: headNumbers(query, shelf, things),
		brands: brandsIn(query.sequence, shelf),
		dividers: new Set([...DIVIDERS].flatMap((word) => shelf.terms.find(word) ?? [])),
		...(query.code ? { code: query.code } : {}),
	};
}

/** What the query's head may mean: a search for "laptop" wants notebooks too. */
function headNumbers(query: Understood, shelf: Shelf, things: ReadonlySet<string>): Set<number> {
	const heads = queryHeads(query, things);
	return new Set(heads.flatMap((term) => shelf.terms.find(term) ?? []));
}

function brandsIn(sequence: readonly string[], shelf: Shelf): Set<number> {
	const found = new Set<number>();
	for (let at = 0; at < sequence.length; at++) {
		for (let size = 1; size <= 3; size++) {
			const key = sequence.slice(at, at + size).join(" ");
			for (const brand of shelf.brandNames.get(key) ?? []) found.add(brand);
		}
	}
	return found;
}

function bits(mask: number): number {
	let [count, rest] = [0, mask];
	while (rest !== 0) {
		rest &= rest - 1;
		count++;
	}
	return count;
}
