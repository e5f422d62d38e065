import { computed } from "vue";
import { useAnswer } from "./useQuery.ts";

type Paging = { page: number; pageSize: number };
type Page<T> = { items: T[]; total: number };

const PAGE = 100;

/** Every item of a list that has pages, for choices and trees. */
export function useAll<T>(ask: (paging: Paging) => Promise<Page<T>>, when = () => true) {
	const { data, error, pending, reload } = useAnswer(
		() => (when() ? {} : null),
		() => all(ask),
	);
	return { items: computed(() => data.value ?? []), data, error, pending, reload };
}

async function all<T>(ask: (paging: Paging) => Promise<Page<T>>): Promise<T[]> {
	const first = await ask({ page: 1, pageSize: PAGE });
	const others = Math.ceil(first.total / PAGE) - 1;
	const rest = await Promise.all(
		Array.from({ length: Math.max(0, others) }, (_, at) =>
			ask({ page: at + 2, pageSize: PAGE }),
		),
	);
	return [first, ...rest].flatMap((page) => page.items);
}
