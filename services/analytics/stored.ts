// What happened to an order and who registered is the truth; the figures of a day are made from it
// and made anew after it changed. A killed process loses none of it, a power cut may lose the last
// moments: an fsync for each paid order would cost the till more than the figures are worth.
import type { Seen, Tally } from "#domain/tallies";
import type { Collection } from "#mixins/collection";
import { collection } from "#mixins/db";

export type Line = { productId: string; sku: string; quantity: number; total: number };
export type Happening = "placed" | "paid" | "shipped" | "completed" | "cancelled";

/** The days of the shop on which something happened to an order. */
export type StoredOrder = { [H in Happening as `${H}Day`]: string | null } & {
	id: string;
	total: number;
	lines: Line[];
	version: number;
};

export interface StoredPerson {
	id: string;
	day: string;
	version: number;
}

/** What is made from others. Stale from the moment that one of them changed. */
export interface Derived<T> {
	/** The day. */
	id: string;
	value: T | null;
	isStale: boolean;
	version: number;
}

export type Figures = Record<Happening | "registrations" | "orders" | "units" | "revenue", number>;
export type Sold = { productId: string; sku: string; units: number; revenue: number };

export interface LookTally extends Tally {
	clicks: number;
}

export interface QueryTally extends Tally {
	clicks: number;
	zeroResults: number;
	lastTotal: number;
}

/** What was looked at or searched on a day. */
export interface TallyDay<T extends Tally> {
	id: string;
	count: number;
	clicks: number;
	tallies: T[];
	version: number;
}

/** What somebody has looked at. Its id is the user's. */
export interface History {
	id: string;
	products: Seen[];
	version: number;
}

export const collections = {
	orders: collection<StoredOrder>({
		indexes: [
			["placedDay"],
			["paidDay", "cancelledDay"],
			["shippedDay"],
			["completedDay"],
			["cancelledDay"],
		],
	}),
	people: collection<StoredPerson>({ indexes: [["day"]] }),
	days: collection<Derived<Figures>>(),
	sold: collection<Derived<Sold[]>>(),
	looks: collection<TallyDay<LookTally>>(),
	searches: collection<TallyDay<QueryTally>>(),
	histories: collection<History>(),
};

export type Books = {
	[K in keyof typeof collections]: (typeof collections)[K] extends { "~entity"?: infer T }
		? Collection<Extract<T, { id: string; version: number }>>
		: never;
};
