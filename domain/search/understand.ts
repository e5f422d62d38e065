// A query becomes words with alternatives. Engines only look terms up: what a person may have
// meant is decided here, the same for every engine.
import { code } from "./fold.ts";
import { completed, guessed } from "./guesses.ts";
import type { Alternative, QueryWord, Understood } from "./query.ts";
import { isStopWord } from "./stop-words.ts";
import type { SynonymTable } from "./synonyms.ts";
import { NO_SYNONYMS } from "./synonyms.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { ANYTHING } from "./vocabulary.ts";
import { otherSpellings } from "./units.ts";
import type { Token } from "./words.ts";
import { analyse } from "./words.ts";

export interface Understanding {
	vocabulary?: Vocabulary;
	synonyms?: SynonymTable;
}

interface Group {
	main: Token;
	parts: Token[];
}

interface Scope {
	vocabulary: Vocabulary;
	synonyms: SynonymTable;
	text: string;
}

const WEIGHT = { parts: 0.95, unit: 0.95, number: 0.5, synonym: 0.8 };
const LONGEST_QUERY = 200;
/** A bare number that may be a diagonal: "monitor 27". */
const SIZE = /^\d{1,2}(\.\d)?$/;
const MOST_WORDS = 16;
const MOST_JOINED = 3;

/** What a query asks for, as words with alternatives, best first. */
export function understand(query: string, given: Understanding = {}): Understood {
	const text = query.slice(0, LONGEST_QUERY);
	const scope: Scope = {
		text,
		vocabulary: given.vocabulary ?? ANYTHING,
		synonyms: given.synonyms ?? NO_SYNONYMS,
	};
	const groups = grouped(analyse(text)).slice(0, MOST_WORDS);
	const words = optionalStops(wordsOf(groups, scope));
	return {
		text,
		words,
		sequence: groups.flatMap(sequenceOf),
		...partNumber(text, groups),
		...correction(text, words),
	};
}

function grouped(tokens: readonly Token[]): Group[] {
	const groups: Group[] = [];
	for (const token of tokens) {
		if (token.kind === "part") groups.at(-1)?.parts.push(token);
		else groups.push({ main: token, parts: [] });
	}
	return groups;
}

function sequenceOf(group: Group): string[] {
	if (group.main.kind === "joined") return group.parts.map((part) => part.term);
	return [group.main.term];
}

function wordsOf(groups: readonly Group[], scope: Scope): QueryWord[] {
	const words: QueryWord[] = [];
	for (let at = 0; at < groups.length;) {
		const size = spanAt(groups, at, scope);
		const span = groups.slice(at, at + size);
		at += size;
		const isLast = at === groups.length && /[\p{L}\p{N}]$/u.test(scope.text);
		words.push(wordOf(span, isLast, scope));
	}
	return words;
}

/** How many neighbours belong together: a synonym of several words, or a part number in pieces. */
function spanAt(groups: readonly Group[], at: number, scope: Scope): number {
	const most = Math.min(Math.max(scope.synonyms.longest, MOST_JOINED), groups.length - at);
	for (let size = most; size > 1; size--) {
		const span = groups.slice(at, at + size);
		const isPhrase = scope.synonyms.phrases.has(keyOf(span));
		if (isPhrase || (size <= MOST_JOINED && isJoined(span, scope))) return size;
	}
	return 1;
}

function isJoined(span: readonly Group[], scope: Scope): boolean {
	const hasStop = span.some((group) => isStopWord(group.main.surface, typed(group, scope)));
	if (hasStop && !span.some((group) => /\d/.test(group.main.term))) return false;
	return scope.vocabulary.joins && scope.vocabulary.count(joinedTerm(span)) > 0;
}

function wordOf(span: readonly Group[], isLast: boolean, scope: Scope): QueryWord {
	const [first, last] = [span[0]?.main, span.at(-1)?.main];
	const terms = span.flatMap(sequenceOf);
	const alternatives = dropRepeats([...literal(span, scope), ...synonyms(span, scope)]);
	const known = alternatives.some((one) => one.terms.every((t) => scope.vocabulary.count(t) > 0));
	const start = first?.start ?? 0;
	const end = last?.end ?? 0;
	const word = {
		surface: scope.text.slice(start, end),
		start,
		end,
		terms,
		optional: false,
		known,
	};
	const text = span.length === 1 ? (first?.surface ?? "") : "";
	const completions = isLast ? completed(text, terms, scope.vocabulary) : [];
	if (known || text === "") return { ...word, alternatives, completions };
	const guesses = completions.length > 0 ? completions : guessed(text, scope.vocabulary);
	const meant = [...alternatives, ...guesses, ...guesses.flatMap((one) => meaning(one, scope))];
	return { ...word, alternatives: dropRepeats(meant), completions: [] };
}

/** What was typed, with compounds joined and in parts. */
function literal(span: readonly Group[], scope: Scope): Alternative[] {
	const only = span.length === 1 ? span[0] : undefined;
	if (!only) {
		const pieces: Alternative = { terms: span.flatMap(sequenceOf), weight: 1, kind: "exact" };
		const whole: Alternative = { terms: [joinedTerm(span)], weight: 1, kind: "joined" };
		return isJoined(span, scope) ? [pieces, whole] : [pieces];
	}
	const exact: Alternative = { terms: [only.main.term], weight: 1, kind: "exact" };
	const others = otherSpellings(only.main.term).map((term): Alternative => ({
		terms: [term],
		weight: WEIGHT.unit,
		kind: "unit",
	}));
	if (SIZE.test(only.main.term)) {
		others.push({ terms: [`${only.main.term}in`], weight: 1, kind: "unit" });
	}
	if (only.parts.length === 0) return [exact, ...others];
	const terms = only.parts.map((part) => part.term);
	const weight = only.main.kind === "joined" ? WEIGHT.parts : WEIGHT.number;
	const isNeeded = only.main.kind === "joined" || scope.vocabulary.count(only.main.term) < 3;
	return isNeeded ? [exact, { terms, weight, kind: "parts" }, ...others] : [exact, ...others];
}

function synonyms(span: readonly Group[], scope: Scope): Alternative[] {
	const phrases = scope.synonyms.phrases.get(keyOf(span)) ?? [];
	return phrases.map((terms) => ({ terms, weight: WEIGHT.synonym, kind: "synonym" }));
}

/** What a guessed word stands for: "lapto" finds notebooks as "laptop" does. */
function meaning({ terms, weight }: Alternative, scope: Scope): Alternative[] {
	const phrases = scope.synonyms.phrases.get(terms.join(" ")) ?? [];
	return phrases.map((also) => ({
		terms: also,
		weight: weight * WEIGHT.synonym,
		kind: "synonym",
	}));
}

function optionalStops(words: readonly QueryWord[]): QueryWord[] {
	const isStop = (word: QueryWord) => isStopWord(word.terms.join(" "), word.surface);
	if (words.every(isStop)) return [...words];
	return words.map((word) => ({ ...word, optional: isStop(word) }));
}

function partNumber(text: string, groups: readonly Group[]): { code?: string } {
	const whole = code(text);
	return /\d/.test(whole) && whole.length >= 4 && groups.length <= 4 ? { code: whole } : {};
}

function correction(text: string, words: readonly QueryWord[]): { corrected?: string } {
	let corrected = text;
	for (const word of words.toReversed()) {
		const guess = word.known
			? undefined
			: word.alternatives.find((one) => one.kind === "fuzzy");
		if (guess?.word)
			corrected = corrected.slice(0, word.start) + guess.word + corrected.slice(word.end);
	}
	return corrected === text ? {} : { corrected };
}

function dropRepeats(alternatives: readonly Alternative[]): Alternative[] {
	const seen = new Set<string>();
	return alternatives.filter(({ terms }) => {
		const key = terms.join(" ");
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function joinedTerm(span: readonly Group[]): string {
	return span.map((group) => group.main.surface).join("");
}

function keyOf(span: readonly Group[]): string {
	return span.map((group) => group.main.term).join(" ");
}

function typed(group: Group, scope: Scope): string {
	return scope.text.slice(group.main.start, group.main.end);
}
