import { onScopeDispose, ref, shallowRef, toValue, watch } from "vue";
import type { MaybeRefOrGetter } from "vue";
import { Problem } from "#contracts/client";
import type { ParamsOf, Route } from "#contracts/client";
import { client } from "../api.ts";
import { keptLanguage } from "../keeping.ts";

export const problemOf = (thrown: unknown) =>
	thrown instanceof Problem
		? thrown
		: new Problem({ status: 0, code: "UNEXPECTED", detail: String(thrown) });

/** Any answer of the mall. The last one stays while the next is on its way; `null` waits. */
export function useQuery<R extends Route>(route: R, params: MaybeRefOrGetter<ParamsOf<R> | null>) {
	return useAnswer(
		() => toValue(params),
		(asked, signal) => client.send(route, asked, { signal }),
	);
}

/** Any question whose answer may go out of date: aborts what is no longer wanted. */
export function useAnswer<P, A>(
	params: () => P | null,
	ask: (params: P, signal: AbortSignal) => Promise<A>,
) {
	const data = shallowRef<A>();
	const error = shallowRef<Problem>();
	const pending = ref(false);
	let running: AbortController | undefined;

	async function reload() {
		running?.abort();
		const asked = params();
		if (asked === null) {
			pending.value = false;
			return;
		}
		const own = new AbortController();
		running = own;
		pending.value = true;
		try {
			const answer = await ask(asked, own.signal);
			if (own.signal.aborted) return;
			data.value = answer;
			error.value = undefined;
		} catch (thrown) {
			if (!own.signal.aborted) error.value = problemOf(thrown);
		} finally {
			if (running === own) pending.value = false;
		}
	}

	watch(() => JSON.stringify([params(), keptLanguage.value]), reload, { immediate: true });
	onScopeDispose(() => running?.abort());

	return { data, error, pending, reload };
}
