// What an order costs now: prices of the catalogue, promotions, one coupon, points, shipping, tax.
import { carts } from "#contracts/carts";
import { inventory, OUT_OF_STOCK } from "#contracts/inventory";
import { orders } from "#contracts/orders";
import { products, SKU_UNKNOWN } from "#contracts/products";
import type { SaleItem } from "#contracts/products";
import { CART_EMPTY, SHIPPING_METHOD_UNKNOWN } from "#contracts/promotions";
import type { GoodsLine, Promotion, Quote, Wanted } from "#contracts/promotions";
import { settings } from "#contracts/settings";
import { users } from "#contracts/users";
import { inLanguage, named } from "#domain/localised";
import { quote } from "#domain/pricing";
import type { Place } from "#domain/pricing";
import { freeFrom } from "#domain/shipping";
import { now } from "#mixins/clock";
import { fail, failAt } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { couponFor, heldCoupon } from "./find-coupon.ts";
import type { Found } from "./find-coupon.ts";
import { pointsLabel, sentence } from "./reasons.ts";
import type { Reason } from "./reasons.ts";
import { running } from "./running.ts";
import { personOf } from "./stored.ts";
import type { Db } from "./stored.ts";

export interface Ask {
	userId: string | null;
	email?: string;
	items: Wanted[];
	place?: Place;
	coupon?: string;
	points?: number;
	shippingMethod?: string;
	/** Of an order that is there: its coupon and points are its own already. */
	held?: { couponId: string | null; claimId: string | null };
	adjustment?: number;
}

/** The quote, and what an order at this price redeems. */
export interface Priced {
	quote: Quote;
	couponId: string | null;
	claimId: string | null;
	/** The sentence why the coupon that was asked for does not apply. */
	couponRejected?: string;
	/** How many points there are to use; not asked for unless some are wanted. */
	pointsLeft: number;
}

export async function priceOf(ctx: Ctx, db: Db, ask: Ask): Promise<Priced> {
	const items = addedUp(ask.items);
	const { locale } = ctx.meta;
	const [current, sale, promotions, found, pointsLeft] = await Promise.all([
		call(ctx, settings.current),
		resolved(ctx, ask.items),
		running(db.promotions, locale),
		couponOf(ctx, db, ask),
		pointsOf(ctx, ask),
	]);
	const { place, shippingMethod: key, points, adjustment } = ask;
	const result = quote({
		at: now(),
		lines: linesOf(items, sale),
		promotions,
		isFirstOrder: await isFirstOrder(ctx, promotions, ask),
		...(adjustment && { adjustment }),
		...(found && { coupon: found }),
		...(points && {
			points: {
				wanted: points,
				balance: pointsLeft,
				minorUnits: current.shop.minorUnits,
				label: pointsLabel[locale ?? "en"],
			},
		}),
		shipping: {
			methods: inLanguage(current.shippingMethods, locale),
			key,
			...place,
		},
		tax: current.tax,
	});
	if (key !== undefined && !result.shippingMethod)
		failAt(SHIPPING_METHOD_UNKNOWN, { path: "shippingMethod", key });
	const ref = ask.held ? found?.coupon.name : ask.coupon;
	return { ...pricedOf(ctx, result, { ref, found }), pointsLeft };
}

async function couponOf({ meta }: Ctx, db: Db, { held, coupon, userId, email }: Ask) {
	const found = held
		? await heldCoupon(db, held)
		: await couponFor(db, coupon, personOf(userId, email));
	return found && { ...found, coupon: named(found.coupon, meta.locale) };
}

/** A guest has none. */
async function pointsOf(ctx: Ctx, { userId, points, held }: Ask): Promise<number> {
	if (!points || userId === null) return 0;
	if (held) return points;
	return (await call(ctx, users.pointsOf, { userId })).available;
}

type Result = ReturnType<typeof quote<ReturnType<typeof linesOf>[number]>>;

type Coupon = { ref?: string; found: Found | null };

function pricedOf(ctx: Ctx, result: Result, coupon: Coupon): Omit<Priced, "pointsLeft"> {
	const { ref, found } = coupon;
	const { couponId = null } = result.applied;
	const rejected = result.rejected.map(({ label, reason }) => told(ctx, label, reason));
	if (ref && !found) rejected.push(told(ctx, ref, "COUPON_UNKNOWN"));
	const label = found?.coupon.name ?? ref;
	const isRefused = ref !== undefined && !couponId;
	return {
		quote: {
			items: result.items.map(itemOf),
			totals: result.totals,
			taxes: result.taxes,
			discounts: result.discounts.slice(0, 50),
			rejected: rejected.slice(0, 50),
			points: result.applied.points,
			shippingMethods: result.shippingMethods,
			shippingMethod: result.shippingMethod?.key ?? null,
		},
		couponId,
		claimId: couponId && (found?.claimId ?? null),
		couponRejected: isRefused
			? rejected.findLast((one) => one.label === label)?.reason
			: undefined,
	};
}

type Goods = { lines: GoodsLine[]; userId: string | null };

/** What lines of a cart cost, before anything is known of address, coupon and points. */
export async function goodsOf(ctx: Ctx<Goods>, db: Db) {
	const { lines, userId } = ctx.params;
	const [{ shippingMethods, tax }, promotions] = await Promise.all([
		call(ctx, settings.current),
		running(db.promotions, ctx.meta.locale),
	]);
	const { totals, discounts, shippingMethod } = quote({
		at: now(),
		lines: lines.map((line) => ({ ...line, categoryPath: line.categoryIds })),
		promotions,
		isFirstOrder: await isFirstOrder(ctx, promotions, { userId }),
		shipping: { methods: shippingMethods },
		tax,
	});
	const { goods, promotion: discount, shipping, tax: taxes, taxIncluded, total } = totals;
	const sums = { goods, discount, shipping, tax: taxes, taxIncluded, total };
	const isFree = shippingMethod?.price === 0;
	const freeShippingFrom = isFree ? 0 : freeFrom(shippingMethods, {});
	return { ...sums, freeShippingFrom, promotions: discounts.slice(0, 50) };
}

/** The items asked for, or the lines that are ticked in the caller's cart. */
export async function itemsOf(ctx: Ctx, items?: Wanted[]): Promise<Wanted[]> {
	if (items) return items;
	const { user, cartToken } = ctx.meta;
	const selected = await call(ctx, carts.selected, {
		...(user && { userId: user.id }),
		...(cartToken && { token: cartToken }),
	});
	return selected.items.length > 0 ? selected.items : fail(CART_EMPTY);
}

/** Refuses what there is not enough of, naming each line; only the reservation of an order decides. */
export async function refuseShort(ctx: Ctx, items: Wanted[]) {
	const wanted = addedUp(items);
	const levels = await call(ctx, inventory.levels, { skus: wanted.map(({ sku }) => sku) });
	const available = new Map(levels.map((level) => [level.sku, level.available]));
	const short = new Map(
		wanted.flatMap(({ sku, quantity }) => {
			const left = available.get(sku) ?? 0;
			return quantity > left ? [[sku, left]] : [];
		}),
	);
	const [first, ...more] = items.flatMap(({ sku }, at) => {
		const left = short.get(sku);
		return left === undefined ? [] : [{ path: `items.${at}.quantity`, sku, left }];
	});
	if (first) failAt(OUT_OF_STOCK, first, ...more);
}

/** Whether it is; nobody asks as long as no running promotion wants to know. A guest's is not. */
async function isFirstOrder(
	ctx: Ctx,
	promotions: Promotion[],
	{ userId, held }: Pick<Ask, "userId" | "held">,
) {
	const isAsked = promotions.some(({ rules }) => rules.conditions.firstOrder);
	if (!isAsked || !userId) return false;
	const { orders: placed } = await call(ctx, orders.bought, { userId });
	return placed === (held ? 1 : 0);
}

function addedUp(items: Wanted[]): Wanted[] {
	const quantities = new Map<string, number>();
	for (const { sku, quantity } of items)
		quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
	return [...quantities].map(([sku, quantity]) => ({ sku, quantity }));
}

async function resolved(ctx: Ctx, items: Wanted[]): Promise<SaleItem[]> {
	const skus = [...new Set(items.map(({ sku }) => sku))];
	const sale = await call(ctx, products.resolve, { skus });
	const known = new Set(sale.map(({ sku }) => sku));
	const [first, ...more] = items.flatMap(({ sku }, at) =>
		known.has(sku) ? [] : [{ path: `items.${at}.sku`, sku }],
	);
	return first ? failAt(SKU_UNKNOWN, first, ...more) : sale;
}

function linesOf(items: Wanted[], sale: SaleItem[]) {
	const bySku = new Map(sale.map((item) => [item.sku, item]));
	return items.flatMap(({ sku, quantity }) => {
		const item = bySku.get(sku);
		return item ? [{ ...item, quantity, categoryPath: item.categoryIds }] : [];
	});
}

const itemOf = (item: Result["items"][number]) => ({
	sku: item.sku,
	productId: item.productId,
	name: item.name,
	image: item.image,
	options: item.options,
	unitPrice: item.unitPrice,
	quantity: item.quantity,
	discount: item.discount,
	total: item.total,
	tax: item.tax,
	taxRate: item.taxRate,
});

const told = (ctx: Ctx, label: string, reason: Reason) => ({
	label,
	reason: sentence(reason, ctx.meta.locale),
});
