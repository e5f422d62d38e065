import type { CustomersInsight, OrdersInsight, SalesInsight } from "#contracts/analytics";
import { products } from "#contracts/products";
import { before, points, spanOf, total } from "#domain/intervals";
import type { AskedSpan, Span } from "#domain/intervals";
import { localDay } from "#domain/schedule";
import { mostFrequent } from "#domain/tallies";
import { now } from "#mixins/clock";
import { invalid } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { figuresOf, nothing, soldOn } from "./figures.ts";
import { timeZoneOf } from "./happenings.ts";
import type { Books, Figures, QueryTally, Sold } from "./stored.ts";

type Asked = Ctx<AskedSpan>;
const listed = 100;

export async function salesInsight(ctx: Asked, db: Books): Promise<SalesInsight> {
	const sales = ({ orders, units, revenue }: Figures) => ({ orders, units, revenue });
	const { points, totals, previous } = await overTime(ctx, db, sales);
	return { points, totals: averaged(totals), previous: averaged(previous) };
}

export const ordersInsight = (ctx: Asked, db: Books): Promise<OrdersInsight> =>
	overTime(ctx, db, ({ placed, paid, shipped, completed, cancelled }) => ({
		placed,
		paid,
		shipped,
		completed,
		cancelled,
	}));

export const customersInsight = (ctx: Asked, db: Books): Promise<CustomersInsight> =>
	overTime(ctx, db, ({ registrations }) => ({ registrations }));

export async function productsInsight(ctx: Ctx<AskedSpan & { limit?: number }>, db: Books) {
	const span = await spanFor(ctx);
	const best = bestOf(await soldOn(db, span)).slice(0, ctx.params.limit ?? 10);
	if (best.length === 0) return { items: [] };

	const ids = best.map(({ productId }) => productId);
	const [cards, looks] = await Promise.all([
		call(ctx, products.cards, { ids }),
		lookDays(db, span),
	]);
	const names = new Map(cards.map(({ id, name }) => [id, name]));
	const views = new Map<string, number>();
	for (const { key, count } of looks) views.set(key, (views.get(key) ?? 0) + count);
	return {
		items: best.map(({ productId, sku, units, revenue }) => ({
			productId,
			name: names.get(productId) ?? sku,
			units,
			revenue,
			views: views.get(productId) ?? 0,
		})),
	};
}

export async function searchInsight(ctx: Asked, db: Books) {
	const { from, to } = await spanFor(ctx);
	const query = { id: { $gte: from, $lte: to } };
	const days = await db.searches.find({ query, sort: ["id"], limit: 10_000 });

	const queries = addedUp(days.flatMap(({ tallies }) => tallies));
	const missing = queries
		.filter(({ lastTotal, zeroResults }) => lastTotal === 0 && zeroResults > 0)
		.map((tally) => ({ ...tally, count: tally.zeroResults }));
	return {
		searches: days.reduce((sum, { count }) => sum + count, 0),
		clicks: days.reduce((sum, { clicks }) => sum + clicks, 0),
		queries: mostFrequent(queries, listed).map(({ key, count, clicks, lastTotal }) => ({
			query: key,
			count,
			clicks,
			lastTotal,
		})),
		zeroResults: mostFrequent(missing, listed).map(({ key, count }) => ({ query: key, count })),
	};
}

/** Tallies of several days, in their order, as one of each query. */
export function addedUp(tallies: readonly QueryTally[]): QueryTally[] {
	const sums = new Map<string, QueryTally>();
	for (const tally of tallies) {
		const sum = sums.get(tally.key);
		sums.set(tally.key, sum ? plus(sum, tally) : tally);
	}
	return [...sums.values()];
}

/** The later one tells how many were found. */
export const plus = (kept: QueryTally, more: QueryTally): QueryTally => ({
	...more,
	count: kept.count + more.count,
	clicks: kept.clicks + more.clicks,
	zeroResults: kept.zeroResults + more.zeroResults,
});

async function overTime<F extends { [K in keyof F]: number }>(
	ctx: Asked,
	db: Books,
	pick: (figures: Figures) => F,
) {
	const span = await spanFor(ctx);
	const earlier = before(span);
	const found = await figuresOf(db, { from: earlier.from, to: span.to });

	const days = found.map(({ day, figures }) => ({ day, figures: pick(figures) }));
	const zero = pick(nothing);
	return {
		points: points(days, span, zero).map(({ date, figures }) => ({ date, ...figures })),
		totals: total(days, span, zero),
		previous: total(days, earlier, zero),
	};
}

async function spanFor(ctx: Asked): Promise<Span> {
	const timeZone = await timeZoneOf(ctx);
	const span = spanOf(ctx.params, { today: localDay(now(), timeZone), timeZone });
	return "path" in span ? invalid([span]) : span;
}

const averaged = <T extends { orders: number; revenue: number }>(totals: T) => ({
	...totals,
	averageOrder: totals.orders === 0 ? 0 : Math.round(totals.revenue / totals.orders),
});

function bestOf(sold: readonly Sold[]): Sold[] {
	const sums = new Map<string, Sold>();
	for (const one of sold) {
		const { units, revenue } = sums.get(one.productId) ?? { units: 0, revenue: 0 };
		sums.set(one.productId, {
			...one,
			units: units + one.units,
			revenue: revenue + one.revenue,
		});
	}
	return [...sums.values()].toSorted((a, b) => b.units - a.units || b.revenue - a.revenue);
}

async function lookDays(db: Books, { from, to }: Span) {
	const query = { id: { $gte: from, $lte: to } };
	const days = await db.looks.find({ query, limit: 10_000 });
	return days.flatMap(({ tallies }) => tallies);
}
