import { storeToRefs } from "pinia";
import { onScopeDispose, watchEffect } from "vue";
import { useCrumbStore } from "../stores/crumb.ts";

/** Tells the breadcrumbs and the window's title what this page is about. */
export function useCrumb(label: () => string | undefined) {
	const { name } = storeToRefs(useCrumbStore());
	watchEffect(() => {
		name.value = label() ?? "";
	});
	onScopeDispose(() => {
		name.value = "";
	});
}
