// No provider is waited for longer than its patience says; nobody knows then what it did.
import { UNAVAILABLE } from "#contracts/errors";
import { fail } from "#mixins/errors";
import type { Provider } from "./providers/provider.ts";

export async function within<T>({ patienceMs }: Provider, answer: Promise<T>): Promise<T> {
	const late = Promise.withResolvers<void>();
	const timer = setTimeout(late.resolve, patienceMs);
	try {
		return await Promise.race([answer, late.promise.then(() => fail(UNAVAILABLE))]);
	} finally {
		clearTimeout(timer);
	}
}
