import { defineStore } from "pinia";
import { ref } from "vue";

/** What the page that is open calls itself, such as an order's number. */
export const useCrumbStore = defineStore("crumb", () => {
	const name = ref("");
	return { name };
});
