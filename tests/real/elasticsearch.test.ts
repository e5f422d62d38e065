// The embedded engine's tests against a true Elasticsearch.
import { describe, expect, it } from "vitest";
import { withShared } from "#tests/support/engines/available";
import { searchEngineContract } from "#tests/support/search-engine-contract";
import { aDocument, asked } from "#tests/support/search-makers";
import { ElasticEngine } from "../../services/search/engine/elastic/elastic-engine.ts";

withShared("ELASTICSEARCH_URL", (url) => {
	let made = 0;
	const make = async () => {
		const engine = new ElasticEngine({ url: `${url}?index=contract-${process.pid}-${++made}` });
		await engine.open();
		return engine;
	};

	searchEngineContract("Elasticsearch", make);

	describe("an index on a server", () => {
		it("is one for all nodes, and searched while it is made anew", async () => {
			const options = { url: `${url}?index=shared` };
			const [one, two] = [new ElasticEngine(options), new ElasticEngine(options)];
			await Promise.all([one.open(), two.open()]);
			await one.put([aDocument({ id: "a", name: "Walnut table" })]);

			expect((await two.search(asked({ q: "walnut" }))).total).toBe(1);
			await one.renew(async (put) => {
				expect((await two.search(asked({ q: "walnut" }))).total).toBe(1);
				await put([aDocument({ id: "b", name: "Oak table" })]);
				expect((await two.search(asked({ q: "oak chair" }))).total).toBe(0);
			});

			expect((await two.search(asked({ q: "oak" }))).total).toBe(1);
			expect(await two.versions()).toEqual({ b: 1 });
			await Promise.all([one.close(), two.close()]);
		});

		it("keeps the newer state of a product, whichever comes first", async () => {
			const engine = await make();
			await engine.put([aDocument({ id: "a", name: "Oak table", version: 5 })]);
			await engine.put([aDocument({ id: "a", name: "Walnut table", version: 4 })]);

			expect(await engine.versions()).toEqual({ a: 5 });
			expect((await engine.search(asked({ q: "walnut" }))).total).toBe(0);
			await engine.close();
		});

		it("is left as it was when filling a new one fails", async () => {
			const engine = await make();
			await engine.put([aDocument({ id: "a" })]);

			const renewal = engine.renew(() => Promise.reject(new Error("the catalogue is away")));

			await expect(renewal).rejects.toThrow("away");
			expect(await engine.count()).toBe(1);
			await engine.close();
		});
	});
});
