/** The points of a small line in a box of 100 × 28, highest on top. */
export function sparkline(values: readonly number[]): string {
	if (values.length === 0) return "";
	const top = Math.max(...values, 1);
	const step = values.length > 1 ? 100 / (values.length - 1) : 0;
	return values
		.map((value, at) => `${round(at * step)},${round(26 - (value / top) * 24)}`)
		.join(" ");
}

const round = (value: number) => Math.round(value * 10) / 10;
