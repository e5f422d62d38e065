import { computed, shallowRef } from "vue";
import type { ShallowRef, WritableComputedRef } from "vue";

interface Way<T> {
	read(text: string): T;
	write(value: T): string;
	storage?(): Storage;
}

/** What `storage` keeps under a name; set it as a whole. Other tabs' changes are seen. */
export function kept<T>(
	name: string,
	first: T,
	{ read, write, storage = () => localStorage }: Way<T>,
): WritableComputedRef<T> {
	const held: ShallowRef<T> = shallowRef(first);
	recall();
	globalThis.addEventListener?.("storage", ({ key }) => {
		if (key === name || key === null) recall();
	});

	function recall() {
		held.value = quietly(() => {
			const text = storage().getItem(name);
			return text === null ? first : read(text);
		}, first);
	}

	function keep(value: T) {
		held.value = value;
		quietly(() => {
			if (value === null) storage().removeItem(name);
			else storage().setItem(name, write(value));
		}, undefined);
	}

	return computed({ get: () => held.value, set: keep });
}

/** Why: a browser may forbid storage, run out of it, or hold what someone else wrote. */
function quietly<T>(act: () => T, otherwise: T): T {
	try {
		return act();
	} catch {
		return otherwise;
	}
}
