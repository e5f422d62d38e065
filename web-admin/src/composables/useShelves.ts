import { computed } from "vue";
import { client } from "../api.ts";
import { flatten, pathOf, treeOf } from "../logic/tree.ts";
import { useAll } from "./useAll.ts";
import { useWords } from "./useWords.ts";

/** Categories, brands and tags, to choose from and to name things by. */
export function useShelves() {
	const { word, nameOf } = useWords();
	const categories = useAll((paging) => client.send("products.adminCategories", paging));
	const brands = useAll((paging) => client.send("products.adminBrands", paging));
	const tags = useAll((paging) => client.send("products.tags", paging));

	const named = computed(() =>
		categories.items.value.map((one) => ({ ...one, name: nameOf(one) })),
	);
	const byId = computed(() => new Map(named.value.map((one) => [one.id, one])));
	const tree = computed(() => treeOf(named.value));
	const brandNames = computed(
		() => new Map(brands.items.value.map(({ id, name }) => [id, name])),
	);

	const categoryOptions = computed(() =>
		flatten(tree.value).map(({ branch, depth }) => ({
			value: branch.id,
			label: branch.name,
			depth,
		})),
	);
	const brandOptions = computed(() =>
		brands.items.value
			.map(({ id, name }) => ({ value: id, label: name }))
			.sort((a, b) => a.label.localeCompare(b.label)),
	);
	const tagOptions = computed(() =>
		tags.items.value.map(({ name }) => ({ value: name, label: word(name) })),
	);

	const categoryName = (id: string) => byId.value.get(id)?.name ?? "";
	const categoryPath = (id: string) => pathOf(byId.value, id);
	const brandName = (id: string | null) => (id === null ? "" : (brandNames.value.get(id) ?? ""));

	return {
		tree,
		categoryOptions,
		brandOptions,
		tagOptions,
		categoryName,
		categoryPath,
		brandName,
		categories,
		brands,
		tags,
	};
}
