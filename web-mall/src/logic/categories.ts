import type { CategoryTree } from "#contracts/products";

/** From the department down to the category with this slug or id; empty when there is none. */
export function pathTo(tree: readonly CategoryTree[], slug: string): CategoryTree[] {
	for (const category of tree) {
		if (category.slug === slug || category.id === slug) return [category];
		const below = pathTo(category.children, slug);
		if (below.length) return [category, ...below];
	}
	return [];
}
