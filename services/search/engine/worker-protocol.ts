// What the main thread and the engine's worker say to each other, many calls to a message.
import type { SynonymRule } from "#domain/search/synonyms";
import type { Answer } from "./answer.ts";
import type { EngineQuery, SearchDocument, StoredDocument, Suggestions } from "./engine.ts";

/** Each call with what it is given and what it gives. */
export interface Calls {
	put: { given: SearchDocument[]; gives: null };
	remove: { given: string[]; gives: null };
	clear: { given: null; gives: null };
	/** The synonyms of all queries from here on: they change rarely and are many. */
	speak: { given: readonly SynonymRule[]; gives: null };
	search: { given: EngineQuery; gives: Answer };
	searchJson: { given: EngineQuery; gives: string };
	suggest: { given: { q: string; limit: number }; gives: Suggestions };
	get: { given: string; gives: StoredDocument | null };
	versions: { given: null; gives: Record<string, number> };
	count: { given: null; gives: number };
	save: { given: { path: string; stamp: string }; gives: null };
	load: { given: { path: string; stamp: string }; gives: boolean };
}

export type CallName = keyof Calls;

export type Call = {
	[Name in CallName]: { number: number; name: Name; given: Calls[Name]["given"] };
}[CallName];

export interface Reply {
	number: number;
	gives?: unknown;
	failed?: string;
}
