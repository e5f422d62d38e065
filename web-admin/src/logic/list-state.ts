// The state of a list page as the address keeps it: filters, sort, page. Both ways, without a
// browser, so that a link opens what was seen.

export type Query = Record<string, string | undefined>;

/** Reads one filter out of the address; what makes no sense is no filter. */
export type Filter<V> = (text: string) => V | undefined;
export type Filters = Record<string, Filter<string | boolean | number>>;

type ValueOf<F> = F extends Filter<infer V> ? V : never;
export type FilterValues<F extends Filters> = { [K in keyof F]?: ValueOf<F[K]> };

export interface ListSpec<F extends Filters, S extends string> {
	filters: F;
	/** Ways to sort; the first is the usual one and stays out of the address. */
	sorts?: readonly S[];
	pageSize?: number;
}

export type ListState<F extends Filters, S extends string> = {
	page: number;
	pageSize: number;
	sort: S | undefined;
	filters: FilterValues<F>;
};

export const words: Filter<string> = (text) => text.trim().slice(0, 100) || undefined;

export const flag: Filter<boolean> = (text) =>
	text === "true" ? true : text === "false" ? false : undefined;

export const day: Filter<string> = (text) =>
	/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;

/** In the smallest unit of the currency. */
export const amount: Filter<number> = (text) =>
	/^\d{1,12}$/.test(text) ? Number(text) : undefined;

export const oneOf =
	<const V extends string>(values: readonly V[]): Filter<V> =>
	(text) =>
		values.find((value) => value === text);

export const sizes = [20, 50, 100];

export function readState<F extends Filters, S extends string>(
	query: Query,
	{ filters, sorts = [], pageSize = 20 }: ListSpec<F, S>,
): ListState<F, S> {
	const page = Number(query.page);
	const size = Number(query.pageSize);
	return {
		page: Number.isInteger(page) && page > 0 ? page : 1,
		pageSize: sizes.includes(size) ? size : pageSize,
		sort: sorts.find((sort) => sort === query.sort) ?? sorts[0],
		filters: readFilters(query, filters),
	};
}

function readFilters<F extends Filters>(query: Query, filters: F): FilterValues<F> {
	const values: FilterValues<F> = {};
	for (const name in filters) {
		const text = query[name];
		const value = text === undefined ? undefined : filters[name]?.(text);
		if (value !== undefined) Object.assign(values, { [name]: value });
	}
	return values;
}

/** What the address says of this state; the usual is left out, foreign words are kept. */
export function writeState<F extends Filters, S extends string>(
	state: ListState<F, S>,
	spec: ListSpec<F, S>,
	before: Query = {},
): Query {
	const query: Query = { ...before };
	for (const name of ["page", "pageSize", "sort", ...Object.keys(spec.filters)])
		delete query[name];
	for (const [name, value] of Object.entries(state.filters)) {
		if (value !== undefined && value !== "") query[name] = String(value);
	}
	if (state.sort !== undefined && state.sort !== spec.sorts?.[0]) query.sort = state.sort;
	if (state.page > 1) query.page = String(state.page);
	if (state.pageSize !== (spec.pageSize ?? 20)) query.pageSize = String(state.pageSize);
	return query;
}

/** The address's first value of each name. */
export function plainQuery(query: Record<string, unknown>): Query {
	const plain: Query = {};
	for (const [name, value] of Object.entries(query)) {
		const first: unknown = Array.isArray(value) ? value[0] : value;
		if (typeof first === "string") plain[name] = first;
	}
	return plain;
}
