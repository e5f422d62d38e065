import { describe, expect, it } from "vitest";
import { nameHeads, queryHeads, titleHeads } from "./heads.ts";
import { synonymTable } from "./synonyms.ts";
import { understand } from "./understand.ts";

describe("titleHeads", () => {
	it.each([
		[
			"StarTech.com 2.5in Silicone Laptop Hard Drive Protector Sleeve with Connector Cap",
			"sleev",
		],
		["Lenovo IdeaPad Slim 1 Notebook Blue 29.5 cm", "notebook"],
		["Case for iPhone 15", "case"],
		["HP Mobile Printer and Notebook Case", "case"],
		["Tripp Lite USB Cable Kit for KVM Switch B006-VU4-R", "kit"],
		['Samsung Series 7 163.8 cm (64.5") 4K Ultra HD Smart TV Wi-Fi Black', "tv"],
		["StarTech.com USB-C to DisplayPort 1.4 Cable", "cabl"],
		['DELL P2421D 60.5 cm (23.8") 2560 x 1440 pixels Quad HD LCD Black', "monitor"],
		["HP LaserJet 4345 Laser 43 ppm", "printer"],
		["Samsung Galaxy A41 4 GB 64 GB 4G USB Type-C Black", "phone"],
	])("says what %s is", (title, head) => {
		expect(titleHeads(title)[0]).toBe(head);
	});

	it("says nothing of a title without a thing", () => {
		expect(titleHeads("APC Symmetra")).toEqual([]);
	});
});

describe("nameHeads", () => {
	it.each([
		["notebook case", ["case"]],
		["camera/camcorder battery", ["batteri"]],
		["interface cards/adapter", ["card", "interfac", "adapt"]],
		["uninterruptible power supply (UPS)", ["suppli", "power"]],
		["Phones & Accessories", ["accessori"]],
		["Keyboards & Mice", ["keyboard", "mous"]],
	])("says what a category %s holds", (name, heads) => {
		expect(nameHeads(name)).toEqual(heads);
	});
});

describe("queryHeads", () => {
	const synonyms = synonymTable([{ words: ["laptop", "notebook"] }]);
	const heads = (q: string) => queryHeads(understand(q, { synonyms }), new Set());

	it("takes the last thing, with what else it is called", () => {
		expect(heads("hp laptop")).toEqual(expect.arrayContaining(["laptop", "notebook"]));
		expect(heads("laptop bag")).toEqual(expect.arrayContaining(["bag"]));
		expect(heads("laptop bag")).not.toContain("laptop");
	});

	it.each([
		["coffee machine", "coffe", "machin"],
		["docking station", "dock", "station"],
	])("takes what a %s is about, not that it is one", (q, head, vague) => {
		expect(heads(q)).toContain(head);
		expect(heads(q)).not.toContain(vague);
	});

	it("looks before for and with", () => {
		expect(heads("case for laptop")).toEqual(expect.arrayContaining(["case"]));
		expect(heads("case for laptop")).not.toContain("laptop");
	});
});
