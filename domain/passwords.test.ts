import { describe, expect, it } from "vitest";
import { checkPassword } from "./passwords.ts";

describe("passwords", () => {
	it("have 10 to 128 characters, whatever these are", () => {
		expect(checkPassword("123456789")).toEqual({ refused: "PASSWORD_TOO_SHORT", min: 10 });
		expect(checkPassword("1234567890")).toEqual({ password: "1234567890" });
		expect(checkPassword("😀".repeat(128))).toEqual({ password: "😀".repeat(128) });
		expect(checkPassword("x".repeat(129))).toEqual({ refused: "PASSWORD_TOO_LONG", max: 128 });
	});

	it("are the same however the keyboard composes them", () => {
		expect(checkPassword("cafe\u0301 au lait")).toEqual(checkPassword("café au lait"));
	});

	it("keep case and blanks", () => {
		expect(checkPassword(" Secret word ")).toEqual({ password: " Secret word " });
	});
});
