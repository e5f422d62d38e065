// What must hold, counted.

/** One invariant: how often it was looked at, and where it does not hold. */
export interface Row {
	area: string;
	what: string;
	counted: number;
	broken: string[];
}

export function tally(area: string) {
	const rows: Row[] = [];
	return {
		rows,
		/** `why` says what is wrong with one, or nothing. */
		every<T>(what: string, items: Iterable<T>, why: (item: T) => string | false | undefined) {
			const all = [...items];
			const broken = all.map(why).filter((said) => typeof said === "string");
			rows.push({ area, what, counted: all.length, broken });
		},
	};
}

export const sum = <T>(items: Iterable<T>, of: (item: T) => number): number =>
	[...items].reduce((total, item) => total + of(item), 0);

/** Says so when two figures differ. */
export const differ = (about: string, found: unknown, expected: unknown) =>
	found === expected ? undefined : `${about}: ${String(found)}, not ${String(expected)}`;
