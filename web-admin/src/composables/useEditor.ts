import { ref, shallowRef } from "vue";
import { useDraft } from "./useDraft.ts";
import { useLeaveGuard } from "./useLeaveGuard.ts";

/** A drawer in which one thing of a list is changed, or a new one made. */
export function useEditor<T, D>(blank: () => D, draftOf: (one: T) => D) {
	const isOpen = ref(false);
	const target = shallowRef<T>();
	const { draft, isDirty, open: start } = useDraft(blank());
	const { mayLeave } = useLeaveGuard(() => isOpen.value && isDirty.value);

	function open(one?: T) {
		target.value = one;
		start(one === undefined ? blank() : draftOf(one));
		isOpen.value = true;
	}

	async function close() {
		if (await mayLeave()) isOpen.value = false;
	}

	const finish = () => {
		isOpen.value = false;
	};

	return { isOpen, target, draft, isDirty, open, close, finish };
}
