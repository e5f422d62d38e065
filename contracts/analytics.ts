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
	pageOf,
	paging,
	sku,
	string,
	timestamp,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import type { Infer } from "./schema.ts";
import { orderCancelled, orderCompleted, orderPaid, orderPlaced, orderShipped } from "./orders.ts";
import { Card } from "./products.ts";
import { userRegistered } from "./users.ts";

/** From the first day to the last, both included; the last 30 days unless said. */
const Range = {
	from: optional(moment()),
	to: optional(moment()),
	interval: optional(oneOf("day", "week", "month")),
};

/** First day of the interval, in the shop's time zone: `2026-05-01`. */
const date = string({ max: 10 });
const most = { max: 800 };

/** Orders that were paid in this interval and not cancelled since. */
export const SalesPoint = object({ date, orders: int(), units: int(), revenue: Money });
export type SalesPoint = Infer<typeof SalesPoint>;

const SalesTotals = object({ orders: int(), units: int(), revenue: Money, averageOrder: Money });

export const SalesInsight = object({
	points: list(SalesPoint, most),
	totals: SalesTotals,
	/** The same length of time before. */
	previous: SalesTotals,
});
export type SalesInsight = Infer<typeof SalesInsight>;

/** How many orders were placed, paid and so on in an interval, each counted when it happened. */
const OrderCounts = {
	placed: int(),
	paid: int(),
	shipped: int(),
	completed: int(),
	cancelled: int(),
};

export const OrdersInsight = object({
	points: list(object({ date, ...OrderCounts }), most),
	totals: object(OrderCounts),
	previous: object(OrderCounts),
});
export type OrdersInsight = Infer<typeof OrdersInsight>;

const CustomerCounts = { registrations: int() };

export const CustomersInsight = object({
	points: list(object({ date, ...CustomerCounts }), most),
	totals: object(CustomerCounts),
	previous: object(CustomerCounts),
});
export type CustomersInsight = Infer<typeof CustomersInsight>;

const Query = string({ max: 200 });

/** Searches for the same words since the last batch; `lastTotal` is what the last one found. */
export const SearchTally = object({
	query: Query,
	count: int({ min: 1 }),
	zeroResults: int(),
	lastTotal: int(),
});
export type SearchTally = Infer<typeof SearchTally>;

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
		orders: {
			summary: "What happened to how many orders over time",
			rest: "GET /admin/insights/orders",
			access: "insights:read",
			params: object(Range),
			returns: OrdersInsight,
		},
		customers: {
			summary: "New accounts over time",
			rest: "GET /admin/insights/customers",
			access: "insights:read",
			params: object(Range),
			returns: CustomersInsight,
		},
		products: {
			summary: "Best-selling products, and how often they were looked at",
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
						views: int(),
					}),
					{ max: 50 },
				),
			}),
		},
		search: {
			summary: "What people search for, what they open, and what they don't find",
			rest: "GET /admin/insights/search",
			access: "insights:read",
			params: object(Range),
			returns: object({
				searches: int(),
				/** Results that were opened. */
				clicks: int(),
				queries: list(
					object({ query: Query, count: int(), clicks: int(), lastTotal: int() }),
					{ max: 100 },
				),
				zeroResults: list(object({ query: Query, count: int() }), { max: 100 }),
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
				query: optional(Query),
				position: optional(int({ max: 10_000 })),
			}),
			returns: object({}),
			limit: { count: 120, seconds: 60, by: "address" },
		},
		history: {
			summary: "Products that the caller has looked at, latest first",
			rest: "GET /me/history",
			access: "signed-in",
			params: object({ ...paging() }),
			returns: pageOf(Card),
		},
		forget: {
			summary: "Empty the own history",
			rest: "DELETE /me/history",
			access: "signed-in",
			status: 204,
		},
		viewed: {
			summary: "Ids of products that somebody has looked at, latest first",
			access: "internal",
			params: object({ userId: id(), limit: int({ min: 1, max: 50 }) }),
			returns: object({ ids: list(id(), { max: 50 }) }),
		},
		searched: {
			summary:
				"Count searches; a batch each second, since one write per search costs too much",
			access: "internal",
			params: object({ searches: list(SearchTally, { max: 1000 }) }),
		},
		hotQueries: {
			summary: "What many people search for and find, most asked first",
			access: "internal",
			params: object({ prefix: Query, limit: int({ min: 1, max: 20 }) }),
			returns: object({ queries: list(Query, { max: 20 }) }),
		},
		seed: {
			summary: "Put finished demo figures in",
			access: "internal",
			params: object({
				orders: list(
					object({
						orderId: id(),
						paidAt: timestamp(),
						total: Money,
						lines: list(
							object({
								productId: id(),
								sku: sku(),
								quantity: int(),
								total: Money,
							}),
							{ max: 200 },
						),
					}),
					{ max: 500 },
				),
			}),
		},
		...aboutPeople,
	},
	{ orderPlaced, orderPaid, orderShipped, orderCompleted, orderCancelled, userRegistered },
);
