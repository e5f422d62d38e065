/** A word of the catalogue that may stand for what was typed. */
export interface Candidate {
	word: string;
	term: string;
	count: number;
	edits: number;
}

/** What understanding needs to know of the catalogue. */
export interface Vocabulary {
	/** How many products hold the term. */
	count(term: string): number;
	/** The term of a word that the catalogue has as it stands. */
	termOf(word: string): string | undefined;
	/** Words that begin so, the most frequent first, one per term. */
	completions(prefix: string, limit: number): Candidate[];
	/** Words within so many edits, the most likely first, one per term. */
	similar(word: string, edits: number): Candidate[];
	/** Whether joined forms can be looked up: an engine without a dictionary cannot say. */
	joins: boolean;
}

/** For an engine that finds prefixes and typos itself: every word counts as known. */
export const ANYTHING: Vocabulary = {
	count: () => Number.MAX_SAFE_INTEGER,
	termOf: (word) => word,
	completions: () => [],
	similar: () => [],
	joins: false,
};
