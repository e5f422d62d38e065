import { describe, expect, it, vi } from "vitest";
import { kept } from "./kept.ts";

const json = {
	read: (text: string) => JSON.parse(text),
	write: (value: unknown) => JSON.stringify(value),
};

function aStorage(texts: Record<string, string> = {}) {
	const map = new Map(Object.entries(texts));
	return {
		getItem: (name: string) => map.get(name) ?? null,
		setItem: (name: string, text: string) => void map.set(name, text),
		removeItem: (name: string) => void map.delete(name),
	} as unknown as Storage;
}

describe("what a browser keeps", () => {
	it("is there again at the next visit", () => {
		const storage = aStorage();
		kept<string[]>("words", [], { ...json, storage: () => storage }).value = ["lamp"];

		expect(kept<string[]>("words", [], { ...json, storage: () => storage }).value).toEqual([
			"lamp",
		]);
	});

	it("is forgotten when it becomes nothing", () => {
		const storage = aStorage({ login: '{"token":"t"}' });
		const login = kept<{ token: string } | null>("login", null, {
			...json,
			storage: () => storage,
		});

		login.value = null;

		expect(storage.getItem("login")).toBeNull();
	});

	it("is what it was at first when the storage holds nonsense", () => {
		const storage = aStorage({ words: "{not json" });

		expect(
			kept<string[]>("words", ["none"], { ...json, storage: () => storage }).value,
		).toEqual(["none"]);
	});

	it("lasts for the visit where the browser forbids storage", () => {
		const forbid = () => {
			throw new DOMException("denied", "SecurityError");
		};
		const words = kept<string[]>("words", [], { ...json, storage: forbid });

		words.value = ["lamp"];

		expect(words.value).toEqual(["lamp"]);
	});

	it("follows what another tab does", () => {
		const storage = aStorage();
		const listeners: ((event: { key: string | null }) => void)[] = [];
		vi.stubGlobal("addEventListener", (_: string, hear: (typeof listeners)[number]) =>
			listeners.push(hear),
		);
		const words = kept<string[]>("words", [], { ...json, storage: () => storage });
		vi.unstubAllGlobals();

		storage.setItem("words", '["shoe"]');
		for (const hear of listeners) hear({ key: "words" });

		expect(words.value).toEqual(["shoe"]);
	});
});
