import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headHtml, summaryOf } from "./head.ts";

const frame = { origin: "https://shop.example", shopName: "Shop & Co", language: "en" } as const;

describe("the head of a page", () => {
	it("names the page, its one address and its picture", () => {
		const html = headHtml({ title: "Lamp", path: "/p/lamp", image: "/media/a.webp" }, frame);

		expect(html).toContain("<title>Lamp · Shop &amp; Co</title>");
		expect(html).toContain('<link rel="canonical" href="https://shop.example/p/lamp" />');
		expect(html).toContain(
			'property="og:image" content="https://shop.example/media/a.webp?w=960"',
		);
		expect(html).not.toContain("noindex");
	});

	it("keeps a page without an address out of search engines", () => {
		const html = headHtml({ title: "Cart" }, frame);

		expect(html).toContain('<meta name="robots" content="noindex" />');
		expect(html).not.toContain("canonical");
	});

	it("lets no text out of its element, whatever it holds", () => {
		const mark = fc.constantFrom("</script>", "<!--", '"', "'>", "</title>", "<b>", "$&", "&");
		const text = fc
			.array(fc.oneof(mark, fc.string()), { maxLength: 5 })
			.map((all) => all.join(""));

		fc.assert(
			fc.property(text, (nasty) => {
				const html = headHtml(
					{ title: nasty, description: nasty, path: "/", data: [{ name: nasty }] },
					{ ...frame, shopName: nasty },
				);

				const elements = [...html.matchAll(/<(\/?[a-z!][a-z-]*)/gi)].map(
					([, name]) => name,
				);
				const known = ["title", "/title", "meta", "link", "script", "/script"];
				expect(elements.filter((name) => !known.includes(name!))).toEqual([]);
				expect(elements.filter((name) => name === "script")).toHaveLength(1);
				const [, json] = /ld\+json">(.*)<\/script>/s.exec(html)!;
				expect(JSON.parse(json!)).toEqual({ name: nasty });
			}),
		);
	});
});

describe("the summary of a rich text", () => {
	it("is its plain words", () => {
		expect(summaryOf("<p>Knitted &amp; <b>warm</b>.</p><ul><li>One</li></ul>")).toBe(
			"Knitted & warm . One",
		);
	});

	it("ends at a word's end when the text is long", () => {
		const summary = summaryOf(`<p>${"wonderful ".repeat(40)}</p>`);

		expect(summary.length).toBeLessThanOrEqual(161);
		expect(summary).toMatch(/wonderful…$/);
	});
});
