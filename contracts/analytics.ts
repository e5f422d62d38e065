import {
	contract,
	id,
	int,
	list,
	moment,
	Money,
	object,
	oneOf,
	optional,
	sku,
	string,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { orderCancelled, orderPaid, orderPlaced } from "./orders.ts";
import { searchPerformed } from "./search.ts";
import { userRegistered } from "./users.ts";

const Range = {
	from: optional(moment()),
	to: optional(moment()),
	interval: optional(oneOf("day", "week", "month")),
};

/** Figures of one day, week or month in the shop's time zone. */
export const SalesPoint = object({
	/** First day of the interval: `2026-05-01`. */
	date: string({ max: 10 }),
	orders: int(),
	units: int(),
	revenue: Money,
});
export type SalesPoint = Infer<typeof SalesPoint>;

const SalesTotals = object({ orders: int(), units: int(), revenue: Money, averageOrder: Money });

export const SalesInsight = object({
	points: list(SalesPoint, { max: 800 }),
	totals: SalesTotals,
	/** The same length of time before. */
	previous: SalesTotals,
});
export type SalesInsight = Infer<typeof SalesInsight>;

export const analytics = contract(
	"analytics",
	{
		sales: {
			summary: "Sales over time, with the period before",
			rest: "GET /admin/insights/sales",
			access: "insights:read",
			params: object(Range),
			returns: SalesInsight,
		},
		products: {
			summary: "Best-selling products",
			rest: "GET /admin/insights/products",
			access: "insights:read",
			params: object({ ...Range, limit: optional(int({ min: 1, max: 50 })) }),
			returns: object({
				items: list(
					object({
						productId: id(),
						name: string({ max: 300 }),
						units: int(),
						revenue: Money,
					}),
					{ max: 50 },
				),
			}),
		},
		search: {
			summary: "What people search for, and what they don't find",
			rest: "GET /admin/insights/search",
			access: "insights:read",
			params: object(Range),
			returns: object({
				searches: int(),
				queries: list(
					object({ query: string({ max: 200 }), count: int(), lastTotal: int() }),
					{ max: 100 },
				),
				zeroResults: list(object({ query: string({ max: 200 }), count: int() }), {
					max: 100,
				}),
			}),
		},
		note: {
			summary: "Tell what was looked at; feeds recommendations and insights",
			rest: "POST /events",
			access: "public",
			status: 202,
			params: object({
				type: oneOf("view", "click", "search-click"),
				productId: optional(id()),
				query: optional(string({ max: 200 })),
				position: optional(int({ max: 10_000 })),
			}),
			returns: object({}),
			limit: { count: 120, seconds: 60, by: "address" },
		},
		hotQueries: {
			summary: "What many people search for and find, most asked first",
			access: "internal",
			params: object({ prefix: string({ max: 200 }), limit: int({ min: 1, max: 20 }) }),
			returns: object({ queries: list(string({ max: 200 }), { max: 20 }) }),
		},
		seed: {
			summary: "Put finished demo figures in",
			access: "internal",
			params: object({
				orders: list(
					object({
						orderId: id(),
						paidAt: string({ max: 24 }),
						total: Money,
						lines: list(
							object({
								productId: id(),
								sku: sku(),
								quantity: int(),
								total: Money,
							}),
							{ max: 20 },
						),
					}),
					{ max: 500 },
				),
			}),
		},
	},
	{ orderPlaced, orderPaid, orderCancelled, userRegistered, searchPerformed },
);
