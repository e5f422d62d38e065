import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slug } from "./slug.ts";

describe("slug", () => {
	it.each([
		["Café Zürich & Co.", "cafe-zurich-and-co"],
		["Kid's T-Shirt (2 pcs)", "kids-t-shirt-2-pcs"],
		["WH-1000XM5", "wh-1000xm5"],
		["Smørrebrød Łódź straße", "smorrebrod-lodz-strasse"],
		["无线 耳机", "无线-耳机"],
		["ワイヤレスヘッドホン", "ワイヤレスヘッドホン"],
		["Беспроводные наушники", "беспроводные-наушники"],
		["हिन्दी", "हिन्दी"],
	])("of %s is %s", (text, expected) => {
		expect(slug(text, "id-1")).toBe(expected);
	});

	it("is the id when nothing readable is left", () => {
		expect(slug("★ — !", "id-1")).toBe("id-1");
		expect(slug("", "id-1")).toBe("id-1");
	});

	it("ends at a whole word when the text is long", () => {
		expect(slug("word ".repeat(40), "id-1")).toBe(Array(16).fill("word").join("-"));
		expect(slug("x".repeat(200), "id-1")).toBe("x".repeat(80));
	});

	it("is safe in an address and stays as it is when made again", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
				const made = slug(text, "id-1");

				expect(made).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$|^id-1$/u);
				expect([...made].length).toBeLessThanOrEqual(80);
				expect(slug(made, "id-1")).toBe(made);
			}),
		);
	});
});
