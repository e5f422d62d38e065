// One spelling for what people type in many: width, accents, case and signs do not matter.

const SIGNS = /[\u2122\u00ae\u00a9\u2120]/g;
const ACCENTS = /[\u0300-\u036f]/g;
const LETTERS: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
	"’": "'",
	"‘": "'",
	ʼ: "'",
	"‐": "-",
	"‑": "-",
	"–": "-",
	"—": "-",
	"−": "-",
	"／": "/",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const PLAIN = /^[\x20-\x7e]*$/;

/** Lower case without accents, trademark signs and typographic variants. */
export function fold(text: string): string {
	if (PLAIN.test(text)) return text.toLowerCase();
	return text
		.replace(SIGNS, "")
		.normalize("NFKC")
		.toLowerCase()
		.normalize("NFD")
		.replace(ACCENTS, "")
		.normalize("NFC")
		.replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** Letters and digits only: the form in which part numbers are compared. */
export function code(text: string): string {
	return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}
