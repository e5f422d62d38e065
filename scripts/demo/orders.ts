// Who bought what in the last ninety days: a growing shop with busy weekends and a few lulls.
import { people } from "./people.ts";
import { chance, type Chance } from "./random.ts";
import { withReturns } from "./returns.ts";
import type { DemoProduct, DemoVariant } from "./types.ts";

export type DemoOutcome = "completed" | "shipped" | "paid" | "confirmed" | "cancelled" | "pending";
export type DemoOrder = {
	key: string;
	person: string;
	lines: { sku: string; quantity: number }[];
	daysAgo: number;
	/** Minutes after midnight, in the shop's time zone. */
	minute: number;
	outcome: DemoOutcome;
	coupon?: "WELCOME10";
	note?: string;
	/** A piece of it comes back, so many days after the order. */
	back?: DemoReturn;
};
export type DemoReturn = {
	status: "requested" | "approved" | "rejected";
	reason: string;
	description: string;
	note: string;
	afterDays: number;
};

const notes = [
	"Please ring twice.",
	"It is a present, no invoice in the parcel, please.",
	"Leave it with the neighbour, ground floor.",
	"No hurry at all.",
	"放门卫即可，谢谢。",
];
/** How busy a day of the week is, counted backwards from today, whatever day that is. */
const rhythm = [1, 0.86, 0.8, 0.92, 1.12, 1.42, 1.3];
const days = 90;

/** The plan of orders; the same for the same catalogue. */
export function planOrders(products: DemoProduct[]): DemoOrder[] {
	const luck = chance("orders");
	const buys = products.filter((one) => one.variants.some((variant) => variant.stock > 4));
	return Array.from({ length: days }, (_, at) => days - 1 - at).flatMap((daysAgo) =>
		Array.from({ length: busy(daysAgo, luck) }, (_, at) => order({ daysAgo, at }, buys, luck)),
	);
}

export type PastOrder = DemoOrder & { outcome: Exclude<DemoOutcome, "pending"> };

/** Those that wait for nothing any more: what waits for its payment today is over tomorrow. */
export const seedableOrders = (products: DemoProduct[]): PastOrder[] =>
	withReturns(planOrders(products).filter((one): one is PastOrder => one.outcome !== "pending"));

/** Pieces that these orders have taken from the shelf, by SKU. */
export function takenBy(orders: readonly DemoOrder[]): Map<string, number> {
	const taken = new Map<string, number>();
	for (const { lines, outcome } of orders) {
		if (outcome === "cancelled") continue;
		for (const { sku, quantity } of lines) taken.set(sku, (taken.get(sku) ?? 0) + quantity);
	}
	return taken;
}

/** From about three orders a day to about nine, a sale week in the middle, weekends on top. */
function busy(daysAgo: number, luck: Chance): number {
	const growth = 3 + 6 * ((days - daysAgo) / days) ** 1.2;
	const sale = daysAgo > 38 && daysAgo < 44 ? 1.6 : 1;
	const noise = 0.75 + luck.next() * 0.5;
	return Math.max(1, Math.round(growth * (rhythm[daysAgo % 7] ?? 1) * sale * noise));
}

function order(day: { daysAgo: number; at: number }, buys: DemoProduct[], luck: Chance): DemoOrder {
	const { daysAgo, at } = day;
	const lines = Array.from({ length: size(luck) }, () => line(buys, daysAgo, luck));
	return {
		key: `demo-${String(daysAgo).padStart(2, "0")}-${at + 1}`,
		person: buyer(luck, daysAgo),
		lines: lines.filter((one, n) => lines.findIndex((other) => other.sku === one.sku) === n),
		daysAgo,
		minute: hour(luck) * 60 + luck.whole(0, 59),
		outcome: outcome(daysAgo, luck),
		...(luck.next() < 0.07 ? { coupon: "WELCOME10" as const } : {}),
		...(luck.next() < 0.08 ? { note: luck.pick(notes) } : {}),
	};
}

/** Most people come once or twice, a few come often. */
function buyer(luck: Chance, daysAgo: number): string {
	const known = people.filter((one) => one.daysAgo >= daysAgo);
	const at = Math.floor(luck.next() ** 1.7 * known.length);
	return (known[at] ?? people[0])?.key ?? "";
}

function size(luck: Chance): number {
	const draw = luck.next();
	if (draw < 0.55) return 1;
	return draw < 0.85 ? 2 : luck.whole(3, 4);
}

function line(buys: DemoProduct[], daysAgo: number, luck: Chance) {
	const there = buys.filter((one) => one.daysAgo >= daysAgo);
	const liked = luck.some(there, 4).toSorted((a, b) => b.popularity - a.popularity);
	const product = liked[0] ?? luck.pick(there);
	const variant = luck.pick(product.variants.filter((one) => one.stock > 4));
	return { sku: variant.sku, quantity: quantity(variant, luck) };
}

function quantity(variant: DemoVariant, luck: Chance): number {
	if (variant.price > 6000) return 1;
	return luck.next() < 0.72 ? 1 : luck.whole(2, 3);
}

function hour(luck: Chance): number {
	return luck.pick([7, 8, 9, 10, 11, 12, 12, 13, 15, 16, 18, 19, 20, 20, 21, 21, 22, 23]);
}

function outcome(daysAgo: number, luck: Chance): DemoOutcome {
	const draw = luck.next();
	if (draw < 0.06) return "cancelled";
	if (daysAgo > 18) return "completed";
	if (daysAgo > 6) return draw < 0.6 ? "completed" : "shipped";
	if (daysAgo > 1) return draw < 0.7 ? "shipped" : "paid";
	if (daysAgo === 0 && draw > 0.7) return "pending";
	return draw < 0.25 ? "confirmed" : "paid";
}
