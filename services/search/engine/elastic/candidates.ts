// The best of what Elasticsearch has found, put into order by the same rules as in the embedded engine.
import type { Understood } from "#domain/search/query";
import type { Explanation } from "../engine.ts";
import { rankingFor } from "../rank.ts";
import type { Ranking } from "../rank.ts";
import { PARTIAL } from "../retrieve.ts";
import type { Match } from "../retrieve.ts";
import { entryOf, Shelf } from "../shelf.ts";
import type { Entry } from "./mapping.ts";
import { wordName } from "./queries.ts";

export interface Hit {
	_id: string;
	_score?: number | null;
	_source?: Pick<Entry, "ranked" | "price" | "sales" | "inStock" | "rating" | "ratings" | "card">;
	matched_queries?: string[] | Record<string, number>;
}

/** What of an entry is read for a page. */
export const read = ["ranked", "price", "sales", "inStock", "rating", "ratings", "card"];

/** How much each word counts where a product may lack some. */
export interface Shares {
	weights: readonly number[];
	areMeant: boolean;
}

export const isWhole = "all";

export class Candidates {
	readonly ranking: Ranking;
	readonly #shelf = new Shelf();
	readonly #matches: { hit: Hit; match: Match }[];

	constructor(hits: readonly Hit[], query: Understood, { things, shares }: Known) {
		this.#matches = hits.map((hit) => ({
			hit,
			match: { slot: this.#place(hit), score: scoreOf(hit, shares) },
		}));
		this.ranking = rankingFor(query, this.#shelf, things);
	}

	/** How many of them are what the query is about. */
	meant(): number {
		return this.#matches.filter(({ match }) => this.ranking.isMeant(match.slot)).length;
	}

	/** The best first. */
	ranked(): Hit[] {
		return this.#matches
			.map(({ hit, match }) => ({ hit, score: this.ranking.score(match) }))
			.sort((a, b) => b.score - a.score)
			.map(({ hit }) => hit);
	}

	explained(of: Hit): Explanation | undefined {
		const { match } = this.#matches.find(({ hit }) => hit === of) ?? {};
		if (!match) return undefined;
		return { score: this.ranking.score(match), factors: this.ranking.factors(match) };
	}

	#place({ _id: id, _source: source }: Hit): number {
		if (!source) throw new Error(`Elasticsearch gives ${id} without its source.`);
		const { text, ...named } = source.ranked;
		const { price, sales, inStock, rating: average, ratings: count } = source;
		const facts = { ...named, price, sales, inStock, rating: { average, count } };
		return this.#shelf.place(entryOf({ ...blank, ...facts }, text, this.#shelf));
	}
}

interface Known {
	things: ReadonlySet<string>;
	shares?: Shares;
}

const blank = {
	subtitle: "",
	categories: [],
	tags: [],
	skus: [],
	attributes: [],
	description: "",
	createdAt: "",
	card: {},
};

function scoreOf({ _score, matched_queries: matched = [] }: Hit, shares: Shares | undefined) {
	const score = _score ?? 0;
	const names = Array.isArray(matched) ? matched : Object.keys(matched);
	if (!shares || names.includes(isWhole)) return score;
	const held = shares.weights.filter((_, at) => names.includes(wordName(at)));
	const share = held.reduce((sum, weight) => sum + weight, 0);
	return score * share * share * (shares.areMeant ? PARTIAL : 1);
}
