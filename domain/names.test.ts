import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimEmail, claimUsername, foldName } from "./names.ts";

describe("names", () => {
	it.each([
		["Alice", "ALICE"],
		["straße", "STRASSE"],
		["ẞ", "ss"],
		["Ａｌｉｃｅ", "alice"],
		["ﬁn", "fin"],
		["Ω", "Ω"],
		["e\u0301va", "éva"],
	])("%s and %s are the same name", (one, other) => {
		expect(foldName(one)).toBe(foldName(other));
	});

	it("stay as they are when folded again", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 20 }), (name) => {
				expect(foldName(foldName(name))).toBe(foldName(name));
				expect(foldName(name.normalize("NFKC").toUpperCase())).toBe(foldName(name));
			}),
		);
	});

	it.each(["al", "alice.b_c-d", "王小明", "3m", "x".repeat(64)])("%s may be taken", (name) => {
		expect(claimUsername(name)).toEqual({ claimed: name });
	});

	it.each(["a", "", "al ice", "_al", "a@b", "al\u200Bice", "x".repeat(65), "a/b", "a\u0000b"])(
		"%j is no username",
		(name) => {
			expect(claimUsername(name)).toEqual({ refused: "USERNAME_SHAPE" });
		},
	);

	it.each(["pаypal", "αlice", "Сергей_x", "ᏚallY"])("%s mixes alphabets", (name) => {
		expect(claimUsername(name)).toEqual({ refused: "USERNAME_MIXED" });
	});

	it.each(["Сергей", "Ελένη", "田中Taro", "김철수", "Zoë", "محمد", "أحمد99", "сос0"])(
		"%s has one alphabet",
		(name) => {
			expect(claimUsername(name)).toHaveProperty("claimed");
		},
	);

	it.each(["adm1n", "ad.min", "r00t", "ADMlN", "ѕυрроrт".normalize(), "mа11"])(
		"%s looks like one that speaks for the shop",
		(name) => {
			expect(claimUsername(name)).toHaveProperty("refused");
		},
	);

	it.each(["adm1n", "ad.min", "r00t", "he1p", "гоот"])("%s is refused as reserved", (name) => {
		expect(claimUsername(name)).toEqual({ refused: "USERNAME_RESERVED" });
	});

	it.each(["admin", "Admin", "ＲＯＯＴ", "Support"])("%s speaks for the shop", (name) => {
		expect(claimUsername(name)).toEqual({ refused: "USERNAME_RESERVED" });
	});
});

describe("e-mail addresses", () => {
	it("are the same in any case", () => {
		expect(claimEmail("Ann.Lee@Example.COM")).toEqual({ claimed: "ann.lee@example.com" });
		expect(claimEmail("用户@例子.中国")).toEqual({ claimed: "用户@例子.中国" });
	});

	it.each([
		"ann",
		"ann@",
		"@b.c",
		"a b@c.de",
		"a@b",
		"a@b@c.de",
		`${"a".repeat(250)}@b.de`,
		"a@b.de\nc",
	])("%j is none", (email) => {
		expect(claimEmail(email)).toEqual({ refused: "EMAIL_SHAPE" });
	});
});
