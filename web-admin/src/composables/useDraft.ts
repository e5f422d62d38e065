import { computed, ref } from "vue";
import type { Ref } from "vue";

/** Something that is being written: what it is now, whether it differs from what was opened. */
export function useDraft<T>(first: T) {
	const draft = ref(copy(first)) as Ref<T>; // Why: ref() unwraps types that drafts never hold.
	const opened = ref(JSON.stringify(first));
	const isDirty = computed(() => JSON.stringify(draft.value) !== opened.value);

	function open(value: T) {
		draft.value = copy(value);
		opened.value = JSON.stringify(value);
	}

	/** Back to what was opened. */
	function discard() {
		draft.value = JSON.parse(opened.value);
	}

	return { draft, isDirty, open, discard };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
