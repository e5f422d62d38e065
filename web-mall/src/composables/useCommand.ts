import { ref, shallowRef } from "vue";
import type { Problem } from "#contracts/client";
import { problemOf } from "./useQuery.ts";

/** Something the person does: one at a time, with what went wrong. */
export function useCommand<A extends unknown[], T>(work: (...given: A) => Promise<T>) {
	const pending = ref(false);
	const problem = shallowRef<Problem>();

	async function run(...given: A): Promise<T | undefined> {
		if (pending.value) return undefined;
		pending.value = true;
		problem.value = undefined;
		try {
			return await work(...given);
		} catch (thrown) {
			problem.value = problemOf(thrown);
			return undefined;
		} finally {
			pending.value = false;
		}
	}

	return { run, pending, problem };
}
