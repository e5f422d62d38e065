// Products that were stored before their words were made by the rule of today.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Life, MortalStore } from "#tests/support/mortal-store";
import { renewWords } from "./errands.ts";
import { matching } from "./listing.ts";
import type { StoredProduct } from "./stored.ts";

describe("the words of products from long ago", () => {
	let store: MortalStore;
	let products: (life: Life) => Parameters<typeof renewWords>[0];
	beforeEach(async () => {
		store = new MortalStore();
		const indexes = [{ fields: ["wordsRule"] }, { fields: ["words"], array: true }];
		const opened = await store.open({ products: indexes });
		products = (life) => opened("products", life);
		await products(new Life()).insertMany([aLamp("台灯"), aLamp("吊灯"), aLamp("壁灯")]);
	});
	afterEach(() => store.close());

	const found = async (q: string) => (await matching(products(new Life()), q)).ids;

	it("are made anew, once, and find the products", async () => {
		expect(await found("吊")).toEqual([]);

		await renewWords(products(new Life()));
		await renewWords(products(new Life()));

		expect(await found("吊")).toEqual(["吊灯"]);
		expect((await products(new Life()).findById("吊灯"))?.version).toBe(2);
	});

	it("are finished by the next round after a death", async () => {
		const life = new Life();
		life.endsAt({ write: 2, isAfter: true });
		await expect(renewWords(products(life))).rejects.toThrow();

		await renewWords(products(new Life()));

		expect((await found("灯")).toSorted()).toEqual(["台灯", "吊灯", "壁灯"].toSorted());
	});
});

function aLamp(name: string): StoredProduct {
	const texts = { name: "Lamp", translations: { zh: { name } }, words: ["lamp"] };
	return { id: name, version: 1, tags: [], variants: [], ...texts } as unknown as StoredProduct;
}
