import { computed, ref } from "vue";
import { useQuery } from "./useQuery.ts";

const STEP = 50;

/** The media library, to choose a picture from; asked only once somebody opens it. */
export function useLibrary() {
	const isOpen = ref(false);
	const size = ref(STEP);
	const query = useQuery("media.list", () =>
		isOpen.value ? { page: 1, pageSize: size.value } : null,
	);

	const items = computed(() => query.data.value?.items);
	/** As many as one answer may hold. */
	const total = computed(() => Math.min(query.data.value?.total ?? 0, 100));
	const more = () => {
		size.value = Math.min(100, size.value + STEP);
	};

	const open = () => {
		isOpen.value = true;
	};
	const close = () => {
		isOpen.value = false;
	};

	return { isOpen, open, close, items, total, more, error: query.error, reload: query.reload };
}

export type Library = ReturnType<typeof useLibrary>;
