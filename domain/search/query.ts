// A query as engines get it: words, each with what it may stand for.

export type AlternativeKind =
	| "exact"
	| "parts"
	| "joined"
	| "unit"
	| "split"
	| "synonym"
	| "prefix"
	| "fuzzy";

/** Terms that a product must all hold to count as a match of the word. */
export interface Alternative {
	terms: readonly string[];
	weight: number;
	kind: AlternativeKind;
	/** The word of the catalogue that stands for a mistyped or unfinished one. */
	word?: string;
}

export interface QueryWord {
	surface: string;
	start: number;
	end: number;
	/** The terms as typed, in order; several where words belong together ("wh 1000 xm5"). */
	terms: readonly string[];
	alternatives: readonly Alternative[];
	/** What the last word may become when finished, for when it finds too little as it stands. */
	completions: readonly Alternative[];
	optional: boolean;
	known: boolean;
}

export interface Understood {
	text: string;
	words: readonly QueryWord[];
	/** Every term as typed, in order, stop words included: for phrases and brand names. */
	sequence: readonly string[];
	/** The whole query as a part number, where it can be one. */
	code?: string;
	corrected?: string;
}
