import { onScopeDispose, ref, shallowRef, toValue, watch } from "vue";
import type { MaybeRefOrGetter } from "vue";
import { Problem } from "#contracts/client";
import type { AnswerOf, ParamsOf, ShopRoute } from "#contracts/client";
import { client } from "../api.ts";
import { keptLanguage, keptLogin } from "../keeping.ts";
import { recall, remember } from "../logic/answers.ts";

interface QueryOptions {
	/** Sent with the request, such as an order's token. */
	headers?: () => Record<string, string>;
	/** Keeps nothing: the answer is private or changes all the time. */
	isFresh?: boolean;
}

export const keyOf = (route: ShopRoute, params: unknown) =>
	[route, keptLanguage.value, keptLogin.value?.user.id ?? "", JSON.stringify(params)].join(" ");

/** Any answer of the mall. The last one stays while the next is on its way; `null` waits. */
export function useQuery<R extends ShopRoute>(
	route: R,
	params: MaybeRefOrGetter<ParamsOf<R> | null>,
	options: QueryOptions = {},
) {
	const data = shallowRef<AnswerOf<R>>();
	const error = shallowRef<Problem>();
	const pending = ref(false);
	let running: AbortController | undefined;

	async function load() {
		running?.abort();
		const asked = toValue(params);
		if (asked === null) return;
		const own = new AbortController();
		running = own;
		pending.value = true;
		try {
			const answer = await client.send(route, asked, {
				signal: own.signal,
				headers: options.headers?.(),
			});
			if (own.signal.aborted) return;
			data.value = answer;
			error.value = undefined;
			if (!options.isFresh) remember(keyOf(route, asked), answer);
		} catch (thrown) {
			if (own.signal.aborted) return;
			error.value = problemOf(thrown);
		} finally {
			if (running === own) pending.value = false;
		}
	}

	watch(
		() => {
			const asked = toValue(params);
			return asked === null ? null : keyOf(route, asked);
		},
		(key) => {
			const known = key === null ? undefined : recall<AnswerOf<R>>(key);
			if (known !== undefined) data.value = known;
			void load();
		},
		{ immediate: true },
	);
	onScopeDispose(() => running?.abort());

	return { data, error, pending, reload: load };
}

/** Asks ahead of time, so that the page that needs it finds it. Failing is no matter. */
export async function prefetch<R extends ShopRoute>(route: R, params: ParamsOf<R>) {
	const key = keyOf(route, params);
	if (recall(key) !== undefined) return;
	const answer = await client.send(route, params).catch(() => undefined);
	if (answer !== undefined) remember(key, answer);
}

export const problemOf = (thrown: unknown) =>
	thrown instanceof Problem
		? thrown
		: new Problem({ status: 0, code: "UNEXPECTED", detail: String(thrown) });
