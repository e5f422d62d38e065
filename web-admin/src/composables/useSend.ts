import { computed, ref, shallowRef } from "vue";
import type { Problem } from "#contracts/client";
import type { AnswerOf, ParamsOf, Route, SendOptions } from "#contracts/client";
import { client } from "../api.ts";
import { keyring } from "../logic/key.ts";
import { problemOf } from "./useQuery.ts";

/**
 * One thing that a page may ask the mall to do: whether it runs, what went wrong, where. `owners`
 * says which field a code speaks of: `{ EMAIL_TAKEN: "email" }`.
 */
export function useSend<R extends Route>(route: R, owners: Record<string, string> = {}) {
	const pending = ref(false);
	const problem = shallowRef<Problem>();
	const keys = keyring();

	/** The answer, or nothing when the mall said no; `problem` then says why. */
	async function run(params: ParamsOf<R>, options: SendOptions = {}) {
		if (pending.value) return undefined;
		pending.value = true;
		problem.value = undefined;
		const idempotencyKey = keys.keyFor(params);
		try {
			const answer: AnswerOf<R> = await client.send(route, params, {
				idempotencyKey,
				...options,
			});
			keys.done();
			return { answer };
		} catch (thrown) {
			problem.value = problemOf(thrown);
			return undefined;
		} finally {
			pending.value = false;
		}
	}

	/** What is wrong with a field, by its path: `variants.0.price`. */
	const wrong = (path: string) =>
		owners[problem.value?.code ?? ""] === path
			? problem.value?.message
			: problem.value?.errors.find((one) => one.path === path)?.message;

	/** What was refused, if it is about no field. */
	const refused = computed(() =>
		problem.value && problem.value.errors.length === 0 && !owners[problem.value.code]
			? problem.value
			: undefined,
	);

	const forget = () => {
		problem.value = undefined;
	};

	return { run, pending, problem, refused, wrong, forget };
}
