// The index holds the shop's own language; what a reader of another one sees is asked of the
// catalogue: the cards and the names of categories.
import { products } from "#contracts/products";
import type { CategoryTree } from "#contracts/products";
import type { SearchResult, Suggestions } from "#contracts/search";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

type Found = Omit<SearchResult, "tookMs">;

export async function localised(ctx: Ctx, found: Found): Promise<Found> {
	if (ctx.meta.locale !== "zh") return found;
	const ids = found.items.map(({ id }) => id);
	const [cards, tree] = await Promise.all([
		call(ctx, products.cards, { ids }),
		call(ctx, products.categories),
	]);
	const cardById = new Map(cards.map((card) => [card.id, card]));
	const nameBySlug = new Map(flat(tree).map(({ slug, name }) => [slug, name]));
	return {
		...found,
		items: found.items.map((item) => {
			const card = cardById.get(item.id);
			if (!card || card.name === item.name) return item;
			return { ...card, highlights: {} };
		}),
		facets: {
			...found.facets,
			category: found.facets.category.map((value) => ({
				...value,
				label: nameBySlug.get(value.value) ?? value.label,
			})),
		},
	};
}

export async function localisedSuggestions(ctx: Ctx, found: Suggestions): Promise<Suggestions> {
	if (ctx.meta.locale !== "zh") return found;
	const [cards, tree] = await Promise.all([
		call(ctx, products.cards, { ids: found.products.map(({ id }) => id) }),
		call(ctx, products.categories),
	]);
	const names = new Map([...cards, ...flat(tree)].map(({ id, name }) => [id, name]));
	const named = <T extends { id: string; name: string }>(one: T): T => ({
		...one,
		name: names.get(one.id) ?? one.name,
	});
	return {
		...found,
		products: found.products.map(named),
		categories: found.categories.map(named),
	};
}

const flat = (tree: CategoryTree[]): CategoryTree[] =>
	tree.flatMap((category) => [category, ...flat(category.children)]);
