// The index holds the shop's own language; what a reader of another one sees is asked of the
// catalogue: the cards, and the names of categories, tags and attributes' values.
import { products } from "#contracts/products";
import type { CategoryTree } from "#contracts/products";
import type { Facets, SearchResult, Suggestions } from "#contracts/search";
import { asMarkup, highlight } from "#domain/search/highlight";
import { termsOf } from "#domain/search/words";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

type Found = Omit<SearchResult, "tookMs">;
type Labelled = Facets["tag"];

export async function localised(ctx: Ctx, found: Found, q: string): Promise<Found> {
	if (ctx.meta.locale !== "zh") return found;
	const { items, facets } = found;
	const words = valuesOf(facets);
	const wanted = new Set(termsOf(q));
	const [cards, tree, said] = await Promise.all([
		call(ctx, products.cards, { ids: items.map(({ id }) => id) }),
		call(ctx, products.categories),
		call(ctx, products.spoken, { words }),
	]);
	const cardById = new Map(cards.map((card) => [card.id, card]));
	const shelves = new Map(flat(tree).map(({ slug, name }) => [slug, name]));
	const spoken = new Map(Object.entries(said.words));
	return {
		...found,
		items: items.map((item) => {
			const card = cardById.get(item.id);
			if (!card || card.name === item.name) return item;
			return { ...card, highlights: marked(card.name, wanted) };
		}),
		facets: {
			...facets,
			category: called(facets.category, shelves),
			tag: called(facets.tag, spoken),
			attributes: Object.fromEntries(
				Object.entries(facets.attributes).map(([name, values]) => [
					name,
					called(values, spoken),
				]),
			),
		},
	};
}

function marked(name: string, wanted: ReadonlySet<string>) {
	const parts = highlight(name, wanted);
	return parts.some((part) => part.marked) ? { name: asMarkup(parts) } : {};
}

const valuesOf = ({ tag, attributes }: Facets) =>
	[...tag, ...Object.values(attributes).flat()].map(({ value }) => value);

const called = (values: Labelled, names: ReadonlyMap<string, string>): Labelled =>
	values.map((one) => ({ ...one, label: names.get(one.value) ?? one.label }));

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
