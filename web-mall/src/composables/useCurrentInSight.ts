import { watch } from "vue";
import type { Ref } from "vue";
import { useRoute } from "vue-router";

/** In a row of links that is wider than the screen, the one of this page can be seen. */
export function useCurrentInSight(row: Readonly<Ref<HTMLElement | null>>, length = () => 0) {
	const route = useRoute();

	watch(
		[row, () => route.fullPath, length],
		() => {
			const current = row.value?.querySelector("[aria-current]");
			current?.scrollIntoView({ block: "nearest", inline: "center" });
		},
		{ flush: "post" },
	);
}
