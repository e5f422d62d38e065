import { computed, onScopeDispose, ref, watch } from "vue";
import type { Ref } from "vue";

/** A row that scrolls sideways: where it stands, and the way to its parts. */
export function useRow(row: Readonly<Ref<HTMLElement | null>>) {
	const place = ref({ x: 0, width: 1, whole: 1 });
	/** Of parts that each fill the row: the one in view. */
	const current = computed(() => Math.round(place.value.x / place.value.width));
	const isAtStart = computed(() => place.value.x < 2);
	const isAtEnd = computed(() => place.value.x + place.value.width > place.value.whole - 2);
	const resized = new ResizeObserver(look);

	function look() {
		const { scrollLeft: x = 0, clientWidth, scrollWidth: whole = 1 } = row.value ?? {};
		place.value = { x, width: clientWidth || 1, whole };
	}

	function show(part: number) {
		row.value?.scrollTo({ left: part * row.value.clientWidth, behavior: "smooth" });
	}

	function turn(way: 1 | -1) {
		row.value?.scrollBy({ left: way * row.value.clientWidth * 0.85, behavior: "smooth" });
	}

	watch(row, (now, before) => {
		before?.removeEventListener("scroll", look);
		resized.disconnect();
		now?.addEventListener("scroll", look, { passive: true });
		if (now) resized.observe(now);
		for (const part of now?.children ?? []) resized.observe(part);
	});
	onScopeDispose(() => resized.disconnect());

	return { current, isAtStart, isAtEnd, show, turn };
}
