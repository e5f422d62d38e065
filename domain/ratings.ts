// What many stars say together.

/** How many gave 1, 2, 3, 4 and 5 stars. */
export type Histogram = readonly number[];

export const nobody: Histogram = [0, 0, 0, 0, 0];

/** The mean to two places, and of how many; 0 of 0 when there is none. */
export function ratingOf(histogram: Histogram): { average: number; count: number } {
	const count = sum(histogram);
	const stars = sum(histogram.map((many, at) => many * (at + 1)));
	return { average: count === 0 ? 0 : Math.round((stars / count) * 100) / 100, count };
}

/** How many reviews there are, or how many of one rating. */
export const countOf = (histogram: Histogram, rating?: number) =>
	rating === undefined ? sum(histogram) : (histogram[rating - 1] ?? 0);

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
