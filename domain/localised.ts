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

/** A named thing in this language; most have no translations at all. */
export const named = <T extends Named>(thing: T, locale: string | undefined): T =>
	localised<T, "name">({ ...thing, translations: thing.translations ?? {} }, locale);

export const inLanguage = <T extends Named>(things: readonly T[], locale: string | undefined) =>
	things.map((one) => named(one, locale));

type Named = { name: string; translations?: Record<string, { name: string }> };
