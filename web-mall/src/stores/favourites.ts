import { defineStore } from "pinia";
import { ref, watch } from "vue";
import { client } from "../api.ts";
import { keptLogin } from "../keeping.ts";

/** The ids of favourite products, so that every heart on the page agrees. */
export const useFavouritesStore = defineStore("favourites", () => {
	const ids = ref(new Set<string>());

	async function load() {
		if (!keptLogin.value) {
			ids.value = new Set();
			return;
		}
		const page = await client
			.send("users.favourites", { pageSize: 100 })
			.catch(() => ({ items: [] }));
		ids.value = new Set(page.items.map(({ id }) => id));
	}

	async function toggle(productId: string) {
		const isKept = ids.value.has(productId);
		mark(productId, !isKept);
		try {
			if (isKept) await client.send("users.removeFavourite", { productId });
			else await client.send("users.addFavourite", { productId });
		} catch (thrown) {
			mark(productId, isKept);
			throw thrown;
		}
	}

	function mark(productId: string, isKept: boolean) {
		const next = new Set(ids.value);
		if (isKept) next.add(productId);
		else next.delete(productId);
		ids.value = next;
	}

	watch(() => keptLogin.value?.user.id, load, { immediate: true });

	return { ids, toggle };
});
