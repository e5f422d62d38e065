import { describe, expect, it } from "vitest";
import { isSameQuery, withoutView, withView } from "./views.ts";

const view = (id: string, name = id) => ({ id, name, query: { status: "paid" } });

describe("saved views", () => {
	it("are the same when they show the same, in whichever order it was chosen", () => {
		expect(isSameQuery({ q: "a", sort: "name" }, { sort: "name", q: "a" })).toBe(true);
		expect(isSameQuery({ q: "a" }, { q: "a", sort: undefined })).toBe(true);
		expect(isSameQuery({ q: "a" }, { q: "b" })).toBe(false);
		expect(isSameQuery({}, { q: "b" })).toBe(false);
	});

	it("keep their place when one is changed", () => {
		const views = [view("a"), view("b"), view("c")];

		expect(withView(views, view("b", "Urgent")).map(({ name }) => name)).toEqual([
			"a",
			"Urgent",
			"c",
		]);
		expect(withView(views, view("d")).at(-1)?.id).toBe("d");
		expect(withoutView(views, "a").map(({ id }) => id)).toEqual(["b", "c"]);
	});
});
