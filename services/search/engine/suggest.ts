import { fold } from "#domain/search/fold";
import { analyse } from "#domain/search/words";
import type { EngineQuery, Named, Suggestions } from "./engine.ts";
import { answer } from "./answer.ts";
import type { ProductIndex } from "./product-index.ts";

const NO_FILTERS = { attributes: {}, sort: "relevance", page: 1 } as const;

/** What a person may be typing: products, and categories and brands whose name fits. */
export function suggest(
	index: ProductIndex,
	query: Pick<EngineQuery, "q" | "synonyms">,
	limit: number,
): Suggestions {
	const { shelf } = index;
	const found = answer(index, { ...query, ...NO_FILTERS, pageSize: limit });
	return {
		products: found.items.flatMap(({ id }) => {
			const entry = shelf.entry(id);
			return entry ? [{ id, slug: entry.slug, name: entry.name, image: entry.image }] : [];
		}),
		...suggestionsOf(
			query.q ?? "",
			{ categories: shelf.categories.items, brands: shelf.brands.items },
			limit,
		),
	};
}

export interface TypedNames {
	categories: readonly Named[];
	brands: readonly Named[];
}

/** Those whose names begin with what is typed. */
export function suggestionsOf(q: string, { categories, brands }: TypedNames, limit: number) {
	const typed = analyse(q).filter(({ kind }) => kind !== "joined");
	const words = typed.map(({ surface }) => surface);
	return {
		categories: named(categories, words, limit),
		brands: named(brands, words, limit),
	};
}

function named(items: readonly Named[], words: readonly string[], limit: number): Named[] {
	if (words.length === 0) return [];
	const fitting = items.filter(({ name }) => fits(fold(name).split(/[\s/-]+/), words));
	const [first = ""] = words;
	const rank = ({ name }: Named) => (fold(name).startsWith(first) ? 0 : 1);
	return fitting
		.toSorted((a, b) => rank(a) - rank(b) || a.name.length - b.name.length)
		.slice(0, limit)
		.map(({ id, slug, name }) => ({ id, slug, name }));
}

function fits(name: readonly string[], words: readonly string[]): boolean {
	return words.every((word) => name.some((part) => part.startsWith(word)));
}
