import { nextTick, useTemplateRef, watch } from "vue";
import type { ComponentPublicInstance } from "vue";

/** Scrolls to a part of the page whenever there is something new to read in it. */
export function useInSight(name: string, what: () => unknown) {
	const place = useTemplateRef<ComponentPublicInstance>(name);

	watch(
		what,
		async (now) => {
			await nextTick();
			const element: unknown = place.value?.$el;
			if (now && element instanceof HTMLElement) element.scrollIntoView({ block: "center" });
		},
		{ immediate: true },
	);
}

/** Puts the cursor into the first field that is wrong. */
export async function showFirstWrong() {
	await nextTick();
	const field = document.querySelector(".is-wrong");
	field?.scrollIntoView({ block: "center" });
	field?.querySelector<HTMLElement>("input, textarea")?.focus({ preventScroll: true });
}
