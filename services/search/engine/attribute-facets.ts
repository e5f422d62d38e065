// Which attributes are worth choosing by among the products found, and their values.
import type { FacetValue } from "./engine.ts";
import { attributeFacet, attributeOfFacet } from "./filters.ts";
import type { Entry, Shelf } from "./shelf.ts";
import { Tally } from "./tally.ts";

export const MOST_ATTRIBUTES = 12;
export const MOST_VALUES = 20;
export const LEAST_COVERAGE = 0.08;
/** A facet whose values fit one product each parts nothing. */
const LEAST_PER_VALUE = 1.5;

interface Counted {
	tally: Tally;
	total: number;
	/** Attributes that the query filters by: always shown. */
	own: ReadonlySet<number>;
}

/** At most twelve attributes, the most useful first, by their display names. */
export function attributeFacets(
	kept: readonly Entry[],
	refused: ReadonlyMap<string, readonly Entry[]>,
	shelf: Shelf,
): Record<string, FacetValue[]> {
	const tally = new Tally(shelf.values.size);
	for (const entry of kept) for (const number of entry.choices) tally.add(number);
	const own = new Set([...refused.keys()].flatMap((facet) => attributeOfFacet(facet) ?? []));
	for (const attribute of own) addRefused(attribute, refused, { tally, shelf });
	const total = kept.length;
	const counted = { tally, total, own };
	const scored = [...valuesByAttribute(counted, shelf)].map(([attribute, numbers]) => ({
		attribute,
		numbers: numbers.sort((a, b) => tally.of(b) - tally.of(a)),
		score: own.has(attribute) ? 2 : usefulness(numbers, (one) => tally.of(one), total),
	}));
	const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
	return Object.fromEntries(
		best.slice(0, MOST_ATTRIBUTES).map(({ attribute, numbers }) => [
			shelf.attributes.at(attribute)?.name ?? "",
			numbers.slice(0, MOST_VALUES).map((number) => {
				const { value } = shelf.values.at(number) ?? { value: "" };
				return { value, label: value, count: tally.of(number) };
			}),
		]),
	);
}

function addRefused(
	attribute: number,
	refused: ReadonlyMap<string, readonly Entry[]>,
	{ tally, shelf }: { tally: Tally; shelf: Shelf },
): void {
	for (const entry of refused.get(attributeFacet(attribute)) ?? []) {
		for (const number of entry.choices) {
			if (shelf.attributeOf[number] === attribute) tally.add(number);
		}
	}
}

function valuesByAttribute({ tally, total, own }: Counted, shelf: Shelf): Map<number, number[]> {
	const coverage = new Tally(shelf.attributes.size);
	for (const number of tally.touched) {
		coverage.add(shelf.attributeOf[number] ?? 0, tally.of(number));
	}
	const values = new Map<number, number[]>();
	for (const attribute of coverage.touched) {
		const isCommon = coverage.of(attribute) >= LEAST_COVERAGE * total;
		if (isCommon || own.has(attribute)) values.set(attribute, []);
	}
	for (const number of tally.touched) values.get(shelf.attributeOf[number] ?? 0)?.push(number);
	return values;
}

/** Coverage times variety: many products have it, and a few values part them well. */
export function usefulness<V>(
	values: readonly V[],
	countOf: (value: V) => number,
	total: number,
): number {
	if (values.length < 2) return 0;
	let [covered, top, entropy] = [0, 0, 0];
	for (const value of values) covered += countOf(value);
	if (covered / values.length < LEAST_PER_VALUE) return 0;
	for (const value of values.slice(0, MOST_VALUES)) {
		const share = countOf(value) / covered;
		top += share;
		entropy -= share * Math.log2(share);
	}
	return Math.min(1, covered / total) * top * Math.min(1, entropy / 2);
}
