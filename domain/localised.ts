// Texts are in the shop's language; translations lie beside them.

/** What stands in this language where there is a translation, the shop's own text elsewhere. */
export function localised<T extends object, F extends keyof T & string>(
	thing: T & { translations: Record<string, Partial<Pick<T, F>>> },
	locale: string | undefined,
): T {
	const texts = (locale !== undefined && thing.translations[locale]) || {};
	const written = Object.entries(texts).filter(([, text]) => text);
	return { ...thing, ...Object.fromEntries(written) };
}

/** Named things in this language; most have no translations at all. */
export const inLanguage = <T extends { name: string; translations?: Names }>(
	things: readonly T[],
	locale: string | undefined,
): T[] =>
	things.map((one) =>
		localised<T, "name">({ ...one, translations: one.translations ?? {} }, locale),
	);

type Names = Record<string, { name: string }>;
