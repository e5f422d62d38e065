/** The list with one thing at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
	const next = [...list];
	const [one] = next.splice(from, 1);
	if (one === undefined || to < 0 || to > next.length) return [...list];
	next.splice(to, 0, one);
	return next;
}
