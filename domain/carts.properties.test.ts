// 100,000 random carts with everything that changes a price. They are drawn from a seed instead of
// by fast-check, which would take a minute; a cart that breaks a rule is named with its seed.
import { describe, expect, it } from "vitest";
import type { Coupon } from "./coupons.ts";
import type { PricedLine } from "./discounts.ts";
import { creditsOf } from "./invoices.ts";
import type { Line } from "./parcels.ts";
import { quote } from "./pricing.ts";
import type { Quote, QuoteInput } from "./pricing.ts";
import type { OrderPromotion } from "./promotions.ts";
import { isRefused } from "./refusal.ts";
import { refundShare } from "./refunds.ts";
import type { ShippingMethod } from "./shipping.ts";

const at = "2026-05-01T12:00:00.000Z";
const carts = 100_000;
const seed = Date.now() % 1_000_000_000;

type Draw = ReturnType<typeof drawFrom>;

/** Random numbers that a seed brings back (mulberry32). */
function drawFrom(start: number) {
	let state = start >>> 0;
	const real = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const int = (max: number) => Math.floor(real() * (max + 1));
	const one = <T>(...of: T[]): T => of[int(of.length - 1)]!;
	const some = <T>(most: number, make: (index: number) => T) =>
		Array.from({ length: int(most) }, (_, index) => make(index));
	/** Small amounts are where rounding shows. */
	const money = () => int(one(3, 99, 9999, 1_000_000));
	return { int, one, some, money, isSo: (share: number) => real() < share };
}

const aLine = ({ int, one, money }: Draw, index: number): PricedLine => ({
	sku: `sku-${index}`,
	productId: one("p1", "p2", "p3"),
	categoryPath: one(["x"], ["x", "y"], ["z"], []),
	brandId: one(null, "b1"),
	tags: one([], ["new"]),
	weightGrams: one(null, int(20_000)),
	taxClass: one(null, "reduced", "zero", "gone"),
	unitPrice: money(),
	quantity: 1 + int(one(0, 3, 98)),
});

const aPromotion = ({ int, one, money, isSo }: Draw, index: number): OrderPromotion => ({
	id: `promotion-${index}`,
	name: "Promotion",
	rules: {
		conditions: {
			...(isSo(0.3) && { minAmount: money() }),
			...(isSo(0.3) && { categoryIds: ["x"] }),
			...(isSo(0.2) && { tags: ["new"] }),
		},
		action: one(
			{ type: "percent" as const, value: 1 + int(99) },
			{ type: "amount" as const, value: money() },
			{ type: "free-shipping" as const, value: 0 },
		),
	},
	priority: int(3),
	group: one(null, "g"),
});

const aCoupon = ({ int, one, money, isSo }: Draw): Coupon => ({
	id: "coupon",
	name: "Coupon",
	kind: "code",
	discount: one(
		{ type: "percent" as const, value: 1 + int(99), cap: isSo(0.5) ? money() : null },
		{ type: "amount" as const, value: 1 + money() },
	),
	scope: one({ type: "all" as const }, { type: "categories" as const, ids: ["x"] }),
	minimumSpend: isSo(0.5) ? 0 : money(),
	startsAt: "2026-01-01T00:00:00.000Z",
	endsAt: "2027-01-01T00:00:00.000Z",
	enabled: true,
	claimed: 0,
	redeemed: 0,
});

const aMethod = ({ one, money, isSo }: Draw): ShippingMethod => ({
	key: "parcel",
	name: "Parcel",
	price: money(),
	...(isSo(0.5) && {
		table: {
			by: one("weight" as const, "amount" as const),
			steps: [
				{ from: 1000, price: money() },
				{ from: 5000, price: money() },
			],
		},
	}),
	freeOver: isSo(0.3) ? money() : null,
	days: 3,
});

function aCart(draw: Draw): QuoteInput {
	const { int, one, some, money, isSo } = draw;
	return {
		at,
		lines: [aLine(draw, 0), ...some(7, (index) => aLine(draw, index + 1))],
		promotions: some(3, (index) => aPromotion(draw, index)),
		...(isSo(0.5) && { coupon: { coupon: aCoupon(draw), buyer: { claimed: 0, redeemed: 0 } } }),
		...(isSo(0.5) && {
			points: { wanted: money(), balance: money(), minorUnits: one(0, 2, 3) },
		}),
		shipping: { methods: [aMethod(draw)] },
		tax: {
			rate: one(0, 1900, 888, int(10_000)),
			included: isSo(0.5),
			classes: [
				{ key: "reduced", name: "Reduced", rate: one(700, 550) },
				{ key: "zero", name: "Zero", rate: 0 },
			],
		},
	};
}

/** What is wrong with a quote; nothing when every rule holds. */
function faultsOf({ items, totals, discounts, taxes }: Quote): string[] {
	const { goods, promotion, coupon, points, shipping, tax, taxIncluded, total } = totals;
	const onTop = taxIncluded ? 0 : tax;
	const taken = promotion + coupon + points;
	const amounts = [
		...items.flatMap((item) => [item.discount, item.total, item.tax]),
		...taxes.flatMap((line) => [line.net, line.tax]),
		goods,
		promotion,
		coupon,
		points,
		shipping,
		tax,
		total,
	];
	const rules: [string, boolean][] = [
		["nothing is negative", amounts.every((one) => Number.isSafeInteger(one) && one >= 0)],
		["lines and shipping are the order", sumOf(items, "total") + shipping + onTop === total],
		["goods less what was taken off", goods - taken + shipping + onTop === total],
		["shares of the discounts", sumOf(items, "discount") === taken],
		["discounts by name", sumOf(discounts, "amount") === taken],
		["tax by rate", sumOf(taxes, "tax") === tax],
		["tax by line", sumOf(items, "tax") <= tax],
		["net and tax are the order", sumOf(taxes, "net") + tax === total],
		["no more tax than price", !taxIncluded || items.every((one) => one.tax <= one.total)],
	];
	return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

/** All pieces given back in parts, in any order: what is paid back, and what is credited. */
function refundFaults({ items, totals, taxes }: Quote, { int }: Draw): string[] {
	const parts: Line[] = items.flatMap(({ sku, quantity }) => {
		const first = int(quantity);
		return [first, quantity - first].flatMap((count) =>
			count > 0 ? [{ sku, quantity: count }] : [],
		);
	});
	const turned = int(parts.length);
	const order = [...parts.slice(turned), ...parts.slice(0, turned)];
	const amounts = order.map((part, index) => {
		const share = refundShare({ items, totals }, [part], order.slice(0, index));
		return isRefused(share) ? Number.NaN : share.amount;
	});
	const credits = creditsOf(taxes, amounts).flat();
	const rules: [string, boolean][] = [
		["refunds are what was paid", amounts.reduce((a, b) => a + b, 0) === totals.total],
		["no refund is negative", amounts.every((amount) => amount >= 0)],
		["credits are what was billed", sumOf(credits, "tax") === totals.tax],
		["no credit is negative", credits.every(({ net, tax }) => net >= 0 && tax >= 0)],
	];
	return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

function sumOf<K extends string>(of: readonly Record<K, number>[], key: K): number {
	return of.reduce((all, one) => all + one[key], 0);
}

describe(`${carts} random carts`, () => {
	it("sum to their orders, are never negative, and come back whole", { timeout: 120_000 }, () => {
		const met = { promotion: 0, coupon: 0, points: 0, shipping: 0, tax: 0, onTop: 0 };
		for (let number = 0; number < carts; number += 1) {
			const draw = drawFrom(seed + number);
			const cart = aCart(draw);
			const result = quote(cart);

			const faults = [...faultsOf(result), ...refundFaults(result, draw)];

			if (faults.length > 0)
				expect({ seed: seed + number, faults, cart }).toEqual(
					"a cart that holds the rules",
				);
			note(met, result);
		}

		// A rule that was never met was never tested.
		for (const count of Object.values(met)) expect(count).toBeGreaterThan(carts / 10);
	});
});

type Met = Record<"promotion" | "coupon" | "points" | "shipping" | "tax" | "onTop", number>;

function note(met: Met, { totals }: Quote) {
	for (const kind of ["promotion", "coupon", "points", "shipping", "tax"] as const)
		if (totals[kind] > 0) met[kind] += 1;
	if (totals.tax > 0 && !totals.taxIncluded) met.onTop += 1;
}
