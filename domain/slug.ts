// Readable names for addresses, in any script.

const maxLength = 80;
const inLatin: Record<string, string> = {
	"&": " and ",
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
};

/**
 * `Café Zürich & Co.` is `cafe-zurich-and-co`; other scripts stay as they are; when nothing
 * readable is left it is the fallback, which is the thing's id.
 */
export function slug(text: string, fallback: string): string {
	const plain = text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[&ßæœøłđðþı]/g, (sign) => inLatin[sign] ?? sign)
		.normalize("NFD")
		.replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
		.normalize("NFC");
	const words = plain.replace(/['’]/g, "").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
	return shorten(words) || fallback;
}

/** As many whole words as fit, a part of the first when not even that does. */
function shorten(words: readonly string[]): string {
	let short = "";
	for (const word of words) {
		const longer = short ? `${short}-${word}` : [...word].slice(0, maxLength).join("");
		if ([...longer].length > maxLength) {
			return short;
		}
		short = longer;
	}
	return short;
}
