import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, termsOf } from "./words.ts";

describe("analyse", () => {
	it.each([
		["monitors", "monitor"],
		["Batteries", "battery"],
		["Café", "cafe"],
		["ＵＳＢ", "usb"],
		["mice", "mouse"],
		["colour", "color"],
		["Vogel's", "vogel"],
		["2 TB", "2tb"],
		["2-TB", "2tb"],
		['15.6"', "15.6 inch"],
		["15,6″", "15.6in"],
		["24-in", "24 inches"],
		["2,000 pages", "2000 pages"],
		["USB 3.0", "usb 3"],
		["Straße", "strasse"],
	])("gives %s and %s the same terms", (one, other) => {
		expect(termsOf(one)).toEqual(termsOf(other));
	});

	it.each([
		["t-shirt", "tshirt"],
		["Wi-Fi", "wifi"],
		["WH-1000XM5", "wh1000xm5"],
		["HR1372/90", "hr137290"],
		["DVD+R", "dvdr"],
	])("finds %s as %s and by its parts", (text, joined) => {
		const terms = termsOf(text);

		expect(terms[0]).toBe(joined);
		expect(terms.length).toBeGreaterThan(1);
	});

	it("keeps the two sides of a slash apart", () => {
		expect(termsOf("HDMI/DVI")).toEqual(["hdmi", "dvi"]);
	});

	it("does not take the country suffix of a part number for a size", () => {
		expect(termsOf("240S1SB/27")).toEqual(["240s1sb27", "240s1sb"]);
	});

	it('leaves "2 in 1" alone', () => {
		expect(termsOf("2 in 1 tablet")).toEqual(["2", "in", "1", "tablet"]);
	});

	it("parts Chinese into words and signs, and keeps a part number within it whole", () => {
		const terms = termsOf("无线蓝牙耳机WH-1000XM5");

		expect(terms).toEqual(expect.arrayContaining(["无线", "蓝牙", "耳机", "耳", "wh1000xm5"]));
	});

	it("gives ranges that lie in the text, for any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				for (const { start, end, term } of analyse(text)) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(term).not.toMatch(/\s/);
				}
			}),
		);
	});
});
