// What services rely on in a document store, as tests: each store runs the same ones.
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import type { Adapter, IndexSpec } from "#mixins/adapters/adapter";
import { collecting, telling } from "./store/entities.ts";
import { indexing } from "./store/indexing.ts";
import { matching } from "./store/matching.ts";
import type { Open } from "./store/open.ts";
import { reading } from "./store/reading.ts";
import { refusing } from "./store/refusing.ts";
import { guarding, writing } from "./store/writing.ts";

export type Store = {
	/** A fresh adapter, not yet connected. */
	adapter(collection: string, indexes: IndexSpec[]): Adapter;
	close(): Promise<void>;
};

/**
 * `isStandIn`: the server speaks MongoDB's protocol but is not MongoDB. It sorts text by UTF-16 units
 * and pushes to null; the two tests of that are left out, nothing else.
 */
export function adapterContract(
	name: string,
	make: () => Promise<Store>,
	{ isStandIn = false } = {},
) {
	describe(`${name} as a document store`, () => {
		let store: Store;
		let opened: Adapter[] = [];
		let made = 0;

		beforeAll(async () => {
			store = await make();
		});
		afterEach(async () => {
			for (const adapter of opened) await adapter.disconnect();
			opened = [];
		});
		afterAll(() => store.close());

		const open: Open = async (indexes = []) => {
			made += 1;
			const adapter = store.adapter(`things${made}`, indexes);
			await adapter.connect();
			opened.push(adapter);
			return adapter;
		};

		reading(open);
		matching(open, isStandIn);
		writing(open);
		guarding(open);
		indexing(open);
		refusing(open, isStandIn);
		collecting(open);
		telling(open);
	});
}
