// Products follow the words that they use, whenever the process dies on the way.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Life, MortalStore } from "#tests/support/mortal-store";
import type { Death } from "#tests/support/mortal-store";
import type { StoredProduct } from "./stored.ts";
import { followWords, otherWords, translate } from "./vocabulary.ts";

const oak = { word: "Oak", translations: { zh: "橡木" } };
const fresh = [{ fields: ["isFresh"] }];

describe("a word that is changed", () => {
	let store: MortalStore;
	let tables: (life: Life) => Tables;
	beforeEach(async () => {
		store = new MortalStore();
		const opened = await store.open({ products: [], words: fresh });
		tables = (life) => ({ words: opened("words", life), products: opened("products", life) });
		const { products } = tables(new Life());
		await products.insertMany([
			aProduct({ id: "table", attributes: [{ name: "Wood", value: "Oak" }] }),
			aProduct({ id: "chair", options: [{ name: "Wood", values: ["Ash", "Oak"] }] }),
			aProduct({ id: "gift", tags: ["Oak"] }),
			aProduct({ id: "lamp", attributes: [{ name: "Wood", value: "Ash" }] }),
		]);
	});
	afterEach(() => store.close());

	const versions = async () => {
		const found = await tables(new Life()).products.find({ limit: 10 });
		return Object.fromEntries(found.map(({ id, version }) => [id, version]));
	};
	const change = async (life: Life) => {
		await translate(tables(life).words, [oak]);
		await followWords(tables(life));
	};

	it("is told by those products that use it, once", async () => {
		await change(new Life());
		await followWords(tables(new Life()));

		expect(await versions()).toEqual({ table: 2, chair: 2, gift: 2, lamp: 1 });
	});

	const moments = [1, 2, 3, 4, 5].flatMap((write) => [
		{ write, isAfter: false },
		{ write, isAfter: true },
	]);
	it.each(moments)("is followed after a death at %o", async (death: Death) => {
		const life = new Life();
		life.endsAt(death);
		await expect(change(life)).rejects.toThrow();
		const { words, products } = tables(new Life());

		await followWords({ words, products });

		const stored = await words.findById("Oak");
		expect(stored?.isFresh ?? false).toBe(false);
		const { lamp, ...users } = await versions();
		expect(lamp).toBe(1);
		for (const version of Object.values(users)) expect(version > 1).toBe(Boolean(stored));
	});

	it("stays for the next round when it is written once more meanwhile", async () => {
		const { words, products } = tables(new Life());
		await translate(words, [oak]);
		const find = products.find.bind(products);
		products.find = async (asked) => {
			const found = await find(asked);
			await translate(words, [{ word: "Oak", translations: {} }]);
			products.find = find;
			return found;
		};

		await followWords({ words, products });
		expect(await words.findById("Oak")).toMatchObject({ isFresh: true });
		await followWords({ words, products });

		expect(await words.findById("Oak")).toBeNull();
		expect(await otherWords(words, await products.find({ limit: 10 }))).toEqual(new Map());
		expect(await versions()).toMatchObject({ table: 3 });
	});
});

type Tables = Parameters<typeof followWords>[0];

function aProduct(own: Partial<StoredProduct>): StoredProduct {
	const bare = {
		version: 1,
		edition: 1,
		status: "published",
		tags: [],
		options: [],
		attributes: [],
	};
	return { ...bare, ...own } as unknown as StoredProduct;
}
