// Makes what tests of search need: a product to be indexed, and a question.
import { DEFAULT_SYNONYMS } from "#domain/search/default-synonyms";
import type { EngineQuery, SearchDocument } from "../../services/search/engine/engine.ts";

export function asked(query: Partial<EngineQuery>): EngineQuery {
	const rest = { attributes: {}, page: 1, pageSize: 20, synonyms: DEFAULT_SYNONYMS };
	return { sort: "relevance", ...rest, ...query };
}

export function aDocument(own: Partial<SearchDocument>): SearchDocument {
	return {
		id: "a",
		slug: "a",
		name: "A thing",
		subtitle: "",
		brand: null,
		categories: [],
		tags: [],
		skus: [],
		attributes: [],
		description: "",
		price: 100,
		inStock: true,
		rating: { average: 0, count: 0 },
		sales: 0,
		createdAt: "2026-01-01T00:00:00.000Z",
		image: null,
		card: {},
		version: 1,
		...own,
	};
}
