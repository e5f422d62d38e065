// From options to variants: which combinations there are, and what becomes of those that exist
// when the options change.

export interface Option {
	name: string;
	values: string[];
}

export interface VariantDraft {
	sku: string;
	/** Not yet with the mall: may have a first stock, and the mall may choose its SKU. */
	isNew: boolean;
	options: Record<string, string>;
	price: number | null;
	listPrice: number | null;
	/** First stock of a new one. */
	stock: number | null;
	/** What there is of one that exists. */
	available: number | null;
	weightGrams: number | null;
	image: string | null;
}

export const blankVariant = (): VariantDraft => ({
	sku: "",
	isNew: true,
	options: {},
	price: null,
	listPrice: null,
	stock: null,
	available: null,
	weightGrams: null,
	image: null,
});

/** Every combination, in the order of the options' values. */
export function combinations(options: readonly Option[]): Record<string, string>[] {
	return usable(options).reduce<Record<string, string>[]>(
		(all, { name, values }) =>
			all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
		[{}],
	);
}

/** Options that say something: with a name and at least one value. */
export const usable = (options: readonly Option[]) =>
	options.filter(({ name, values }) => name.trim() !== "" && values.length > 0);

export const keyOf = (options: Record<string, string>) =>
	JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * The variants after a change of the options. Those that still make sense stay, with their SKU and
 * price; new values bring new ones; combinations that were taken out before stay out.
 */
export function variantsAfter(
	before: readonly Option[],
	after: readonly Option[],
	variants: readonly VariantDraft[],
): VariantDraft[] {
	const wanted = combinations(after);
	const kept = fitted(after, variants);
	const old = new Map(usable(before).map(({ name, values }) => [name, new Set(values)]));
	const hasNew = (one: Record<string, string>) =>
		Object.entries(one).some(([name, value]) => old.has(name) && !old.get(name)?.has(value));
	const hasNewOption = usable(after).some(({ name }) => !old.has(name));
	const made = wanted
		.filter((one) => !kept.has(keyOf(one)) && (hasNewOption || hasNew(one) || kept.size === 0))
		.map((one) => likeNearest(one, [...kept.values()]));
	const all = new Map([...kept, ...made.map((one) => [keyOf(one.options), one] as const)]);
	return wanted.flatMap((one) => all.get(keyOf(one)) ?? []);
}

/** Adds every combination that is missing. */
export function completed(options: readonly Option[], variants: readonly VariantDraft[]) {
	const kept = fitted(options, variants);
	return combinations(options).map(
		(one) => kept.get(keyOf(one)) ?? likeNearest(one, [...kept.values()]),
	);
}

/** Existing variants with exactly these options: foreign ones dropped, new ones at their first value. */
function fitted(options: readonly Option[], variants: readonly VariantDraft[]) {
	const kept = new Map<string, VariantDraft>();
	for (const variant of variants) {
		const own: Record<string, string> = {};
		let fits = true;
		for (const { name, values } of usable(options)) {
			const value = variant.options[name] ?? values[0] ?? "";
			own[name] = value;
			fits &&= values.includes(value);
		}
		const key = keyOf(own);
		if (fits && !kept.has(key)) kept.set(key, { ...variant, options: own });
	}
	return kept;
}

/** A new variant that costs and weighs what the most similar one does. */
function likeNearest(options: Record<string, string>, others: VariantDraft[]): VariantDraft {
	let nearest: VariantDraft | undefined;
	let most = -1;
	for (const other of others) {
		const alike = Object.entries(options).filter(
			([name, value]) => other.options[name] === value,
		);
		if (alike.length > most) {
			nearest = other;
			most = alike.length;
		}
	}
	const { price = null, listPrice = null, weightGrams = null } = nearest ?? {};
	return { ...blankVariant(), options, price, listPrice, weightGrams };
}

/** An option's new name, also where variants refer to it. */
export function renamed(variants: readonly VariantDraft[], from: string, to: string) {
	return variants.map((variant) => ({
		...variant,
		options: Object.fromEntries(
			Object.entries(variant.options).map(([name, value]) => [
				name === from ? to : name,
				value,
			]),
		),
	}));
}
