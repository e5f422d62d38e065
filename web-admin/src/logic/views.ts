// A view is a name that somebody gave to what a list showed: its search, filters and order.
import type { Query } from "./list-state.ts";

export interface View {
	id: string;
	name: string;
	query: Query;
}

/** Whether both show the same. */
export function isSameQuery(one: Query, other: Query): boolean {
	const names = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...names].every((name) => one[name] === other[name]);
}

/** The views with this one among them: changed in its place, or new at the end. */
export const withView = (views: readonly View[], view: View): View[] =>
	views.some(({ id }) => id === view.id)
		? views.map((one) => (one.id === view.id ? view : one))
		: [...views, view];

export const withoutView = (views: readonly View[], gone: string): View[] =>
	views.filter(({ id }) => id !== gone);
