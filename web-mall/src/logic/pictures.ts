// Which pictures may be loaded, in which widths, and what stands for those that may not.
const WIDTHS = [160, 320, 480, 640, 960, 1280];

/** Only the mall's own pictures are loaded; the content security policy forbids others. */
export const isOwnPicture = (src: string | null | undefined) =>
	Boolean(src && src.startsWith("/") && !src.startsWith("//"));

export function sourcesOf(src: string | null | undefined) {
	if (!src?.startsWith("/media/")) return undefined;
	return WIDTHS.map((width) => `${src}?w=${width} ${width}w`).join(", ");
}

/** At most two signs: the first letters of the first two words, or one Chinese character. */
export function initialsOf(name: string): string {
	const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
	const [first = "", second = ""] = words;
	if (/\p{Script=Han}/u.test(first)) return [...first][0] ?? "";
	return `${[...first][0] ?? ""}${[...second][0] ?? ""}`.toUpperCase();
}

export function seedOf(text: string): number {
	let seed = 7;
	for (const sign of text) seed = (seed * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
	return seed;
}
