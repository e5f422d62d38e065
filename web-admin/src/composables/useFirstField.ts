import { nextTick } from "vue";
import type { Ref } from "vue";

/** Gives the keys to the first field of a form that opens over the page. */
export function useFirstField(form: Readonly<Ref<HTMLElement | null>>) {
	return async () => {
		// Why twice: the layer takes the focus itself first.
		await nextTick();
		await nextTick();
		const fields = "input:not([type=file], :disabled), textarea:not(:disabled)";
		form.value?.querySelector<HTMLElement>(fields)?.focus();
	};
}
