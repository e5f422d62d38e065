import { describe, expect, it } from "vitest";
import { localised } from "./localised.ts";

const banner = {
	title: "New in",
	subtitle: "For the garden",
	position: 1,
	translations: { zh: { title: "新品", subtitle: "" } },
};

describe("a text in the reader's language", () => {
	it("is the translation where there is one and the shop's own elsewhere", () => {
		expect(localised(banner, "zh")).toMatchObject({
			title: "新品",
			subtitle: "For the garden",
		});
	});

	it("is the shop's own in a language without translations", () => {
		expect(localised(banner, "en")).toEqual(banner);
		expect(localised(banner, undefined)).toEqual(banner);
	});
});
