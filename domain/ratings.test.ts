import { describe, expect, it } from "vitest";
import { countOf, nobody, ratingOf } from "./ratings.ts";

describe("a rating", () => {
	it("is the mean of the stars to two places", () => {
		expect(ratingOf([1, 0, 0, 1, 4])).toEqual({ average: 4.17, count: 6 });
	});

	it("is nothing where nobody has said anything", () => {
		expect(ratingOf(nobody)).toEqual({ average: 0, count: 0 });
	});

	it("counts all reviews or those of one rating", () => {
		expect(countOf([1, 0, 0, 1, 4])).toBe(6);
		expect(countOf([1, 0, 0, 1, 4], 5)).toBe(4);
	});
});
