import { defineStore } from "pinia";
import { computed } from "vue";
import { useQuery } from "../composables/useQuery.ts";

/** What options, attributes and tags are called in the person's language, where it differs. */
export const useWordsStore = defineStore("words", () => {
	const { data, reload } = useQuery("products.words", {});
	const words = computed(() => new Map(Object.entries(data.value?.words ?? {})));

	return { words, reload };
});
