// What a table shows, apart from the rows themselves.

export interface Column {
	key: string;
	label: string;
	/** The field that its heading sorts by. */
	sort?: string;
	align?: "end";
	width?: string;
	/** Where it stands in the card that a row becomes on a phone; `line` unless said. */
	phone?: "lead" | "end" | "line" | "hide";
	/** Can't be hidden. */
	isFixed?: boolean;
	/** Hidden until somebody wants to see it. */
	isExtra?: boolean;
}

/** The sort after a click on a heading: down, then up, as far as the mall offers it. */
export function nextSort(current: string | undefined, field: string, offered: readonly string[]) {
	const both = [`-${field}`, field].filter((one) => offered.includes(one));
	return current === both[0] ? (both[1] ?? both[0]) : both[0];
}

export const directionOf = (current: string | undefined, field: string | undefined) => {
	if (field === undefined || current === undefined) return undefined;
	if (current === field) return "ascending";
	return current === `-${field}` ? "descending" : undefined;
};
