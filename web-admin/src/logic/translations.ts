type Translations = Record<string, Record<string, string>>;

/** Chinese texts as the mall keeps them; empty ones are none. */
export function inChinese(texts: object): Translations {
	const written = Object.entries(texts).filter(
		([, text]) => typeof text === "string" && text.trim() !== "",
	);
	return written.length > 0 ? { zh: Object.fromEntries(written) } : {};
}
