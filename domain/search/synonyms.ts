import { analyse } from "./words.ts";
import type { Token } from "./words.ts";

/** Words that mean the same; with `means`, each of `words` finds these too, but not the reverse. */
export interface SynonymRule {
	words: readonly string[];
	means?: readonly string[];
}

/** For a phrase, its terms joined by a blank, the phrases that stand for it as well. */
export interface SynonymTable {
	phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
	longest: number;
}

export const NO_SYNONYMS: SynonymTable = { phrases: new Map(), longest: 0 };

/** Compiles rules once, so that a query only looks phrases up. */
export function synonymTable(rules: readonly SynonymRule[]): SynonymTable {
	const phrases = new Map<string, string[][]>();
	let longest = 0;
	for (const rule of rules) {
		const from = rule.words.map(phraseTerms);
		const to = rule.means?.map(phraseTerms) ?? from;
		for (const phrase of from) {
			longest = Math.max(longest, phrase.length);
			add(phrases, phrase, to);
		}
	}
	return { phrases, longest };
}

/** The terms of a phrase, a compound counted as one word. */
export function phraseTerms(text: string): string[] {
	return mainTokens(analyse(text)).map((token) => token.term);
}

/** Tokens without the parts of compounds. */
export function mainTokens(tokens: readonly Token[]): Token[] {
	return tokens.filter((token) => token.kind !== "part");
}

function add(phrases: Map<string, string[][]>, from: string[], to: string[][]): void {
	const key = from.join(" ");
	if (key === "") return;
	const known = phrases.get(key) ?? [];
	const keys = new Set([key, ...known.map((phrase) => phrase.join(" "))]);
	const fresh = to.filter((phrase) => phrase.length > 0 && !keys.has(phrase.join(" ")));
	phrases.set(key, [...known, ...fresh]);
}
