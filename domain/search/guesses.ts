// What a word may stand for that the catalogue does not have as it was typed.
import { allowedEdits } from "./edits.ts";
import type { Alternative, AlternativeKind } from "./query.ts";
import type { Candidate, Vocabulary } from "./vocabulary.ts";

const SPLIT = 0.9;
const COMPLETED = 0.7;
const CORRECTED = { best: 0.6, other: 0.35 };
const MOST_COMPLETIONS = 8;
const MOST_CORRECTIONS = 4;

/** What an unfinished word may become. */
export function completed(text: string, terms: readonly string[], from: Vocabulary): Alternative[] {
	if (text.length < 2) return [];
	return from
		.completions(text, MOST_COMPLETIONS)
		.filter((candidate) => !terms.includes(candidate.term))
		.map((candidate) => asAlternative(candidate, "prefix", COMPLETED));
}

/** Two words written as one, else typos. */
export function guessed(text: string, vocabulary: Vocabulary): Alternative[] {
	const split = splitInTwo(text, vocabulary);
	if (split) return [split];
	const edits = allowedEdits(text);
	if (edits === 0) return [];
	return vocabulary
		.similar(text, edits)
		.slice(0, MOST_CORRECTIONS)
		.map((candidate, rank) =>
			asAlternative(candidate, "fuzzy", rank === 0 ? CORRECTED.best : CORRECTED.other),
		);
}

function splitInTwo(text: string, vocabulary: Vocabulary): Alternative | undefined {
	let best: { terms: string[]; count: number } | undefined;
	for (let at = 3; at + 3 <= text.length; at++) {
		const terms = [text.slice(0, at), text.slice(at)].map((half) => vocabulary.termOf(half));
		const known = terms.filter((term) => term !== undefined);
		if (known.length < 2) continue;
		const count = Math.min(...known.map((term) => vocabulary.count(term)));
		if (count >= 3 && count > (best?.count ?? 0)) best = { terms: known, count };
	}
	return best && { terms: best.terms, weight: SPLIT, kind: "split" };
}

function asAlternative(from: Candidate, kind: AlternativeKind, weight: number): Alternative {
	const closeness = kind === "fuzzy" && from.edits > 1 ? 0.7 : 1;
	return { terms: [from.term], weight: weight * closeness, kind, word: from.word };
}
