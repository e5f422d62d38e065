// How an order looks in the console: its chips, what is still open, what can be refunded.
import { countryName } from "#contracts/countries";
import type { AdminOrder } from "#contracts/orders";

export const orderStates = [
	"pending_payment",
	"paid",
	"confirmed",
	"shipped",
	"completed",
	"cancelled",
] as const satisfies readonly AdminOrder["status"][];

export const paymentStates = [
	"unpaid",
	"pending",
	"captured",
	"refused",
	"refunded",
] as const satisfies readonly AdminOrder["payment"]["status"][];

export const paymentMethods = [
	"sandbox",
	"stripe",
	"cash-on-delivery",
] as const satisfies readonly AdminOrder["payment"]["method"][];

export type Tone = "plain" | "accent" | "success" | "warning" | "danger";

export const toneOf: Record<AdminOrder["status"], Tone> = {
	pending_payment: "plain",
	paid: "warning",
	confirmed: "warning",
	shipped: "accent",
	completed: "success",
	cancelled: "plain",
};

export const paymentTone: Record<AdminOrder["payment"]["status"], Tone> = {
	unpaid: "plain",
	pending: "warning",
	captured: "success",
	refused: "danger",
	refunded: "plain",
};

export interface OpenLine {
	sku: string;
	name: string;
	left: number;
}

type Shippable = Pick<AdminOrder, "shipments"> & {
	items: readonly { sku: string; name: string; quantity: number; cancelled?: number }[];
};

/** How many of each line have left. */
export function shippedOf(order: Shippable, sku: string): number {
	return order.shipments
		.flatMap(({ lines }) => lines)
		.filter((line) => line.sku === sku)
		.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Lines of which something is still to be shipped. */
export const openLines = (order: Shippable): OpenLine[] =>
	order.items
		.map(({ sku, name, quantity, cancelled = 0 }) => ({
			sku,
			name,
			left: quantity - cancelled - shippedOf(order, sku),
		}))
		.filter(({ left }) => left > 0);

/** Of how many pieces of which lines something is done. */
export const chosenLines = (lines: readonly OpenLine[], pieces: Record<string, number>) =>
	lines
		.map(({ sku }) => ({ sku, quantity: pieces[sku] ?? 0 }))
		.filter(({ quantity }) => quantity > 0);

/** What a packing slip lists: what is still to go, or all of an order that has gone. */
export function slipLines(order: Pick<AdminOrder, "items" | "shipments">) {
	const open = new Map(openLines(order).map(({ sku, left }) => [sku, left]));
	return order.items
		.map(({ sku, name, options, quantity, cancelled = 0 }) => ({
			sku,
			name,
			options: Object.values(options).join(" · "),
			quantity: open.size > 0 ? (open.get(sku) ?? 0) : quantity - cancelled,
		}))
		.filter(({ quantity }) => quantity > 0);
}

/** What an entry of the timeline says: a new state, or what was done without one. */
export function deedOf(timeline: AdminOrder["timeline"], at: number): string {
	const entry = timeline[at];
	const isSame = entry?.status === timeline[at - 1]?.status;
	return entry?.command && isSame
		? `order.did.${entry.command}`
		: `orders.status.${entry?.status}`;
}

/** Who has done it: a colleague by name, else a word for the kind of person. */
export function doerOf({ buyer, names }: Pick<AdminOrder, "buyer" | "names">, by: string) {
	if (by === "system") return { key: "order.bySystem" };
	if (by === "guest" || by === buyer.userId) return { key: "order.byBuyer" };
	return names[by] === undefined
		? { key: "order.byStaff" }
		: { key: "order.by", values: { name: names[by] } };
}

export const refundable = ({ payment }: Pick<AdminOrder, "payment">) =>
	Math.max(0, payment.captured - payment.refunded);

export const isPartlyRefunded = ({ payment }: Pick<AdminOrder, "payment">) =>
	payment.refunded > 0 && payment.refunded < payment.captured;

/** Where the smallest part of the place comes last. */
const largestFirst = new Set(["CN", "TW", "JP", "KR"]);

/** An address as it stands on a parcel, the country by its name in the page's language. */
export function addressLines(address: AdminOrder["address"], locale: string): string[] {
	const { name, street, district, city, province, postalCode, country, phone } = address;
	const land = countryName(country, locale);
	const isTopDown = largestFirst.has(country);
	const place = isTopDown ? [province, city, district] : [district, city, province];
	const town = place.filter(Boolean).join(isTopDown ? " " : ", ");
	const lines = isTopDown
		? [name, `${land} ${town}`, street, postalCode]
		: [name, street, `${town} ${postalCode}`.trim(), land];
	return [...lines, phone].filter(Boolean);
}
