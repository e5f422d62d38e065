import { expect, it } from "vitest";
import { worded } from "./wording.ts";

const reviews = "No reviews | {count} review | {count} reviews";

it.each([
	[0, "No reviews"],
	[1, "1 review"],
	[2, "2 reviews"],
	[40, "40 reviews"],
])("has a form for a count of %i", (count, words) => {
	expect(worded(reviews, { count })).toBe(words);
});

it.each([
	[0, "0 days"],
	[1, "a day"],
	[2, "2 days"],
])("takes two forms as one and more: %i", (count, words) => {
	expect(worded("a day | {count} days", { count })).toBe(words);
});

it("counts by what is said apart from the blanks", () => {
	expect(worded("one {name} | many {name}", { name: "cup" }, 3)).toBe("many cup");
});

it("fills blanks in and leaves unknown ones", () => {
	expect(worded("{a} and {b} | {a}", { a: 1 })).toBe("1 and {b} | 1");
});

it("takes a value that looks like a blank for what it is", () => {
	expect(worded("Removed: {name}", { name: "{price} | $&" })).toBe("Removed: {price} | $&");
});
