// The keys that nodes of auth share in a store.
import { describe, expect, it } from "vitest";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import type { KeptKeys } from "./keys.ts";

process.env.MONGO_URL = "mongodb://127.0.0.1/nowhere";
const { shareKeys } = await import("./keys.ts");

/** A store that shows what is in it only when it was asked that often. */
function aStore(hiddenFor: number) {
	let stored: KeptKeys | null = null;
	let left = hiddenFor;
	const insert = async (fresh: KeptKeys) => {
		if (stored) throw new DuplicateKey("_id");
		return (stored = fresh);
	};
	const findById = async () => (left-- > 0 ? null : stored);
	return { insert, findById } as unknown as Collection<KeptKeys>;
}

describe("two nodes that start at once", () => {
	it("sign with the same key, also when what the one has stored can't be read yet", async () => {
		const store = aStore(2);

		const [first, second] = [await shareKeys(store), await shareKeys(store)];

		expect(second.signing.kid).toBe(first.signing.kid);
	});
});
