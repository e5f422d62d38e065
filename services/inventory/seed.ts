// The stock of demo orders: held, and gone where they were shipped, as of the days when they were.
import type { StockLine } from "#contracts/inventory";
import type { Desk } from "./desk.ts";
import { eachLine, movementId } from "./orders.ts";
import { dated, holding, shipping } from "./steps.ts";

interface Seed {
	orderId: string;
	lines: StockLine[];
	by: string;
	reservedAt: string;
	parcel: { key: string; at: string } | null;
}

export async function seed(desk: Desk, { orderId, lines, by, reservedAt, parcel }: Seed) {
	await eachLine(desk, { orderId, lines }, ({ sku, quantity }) => ({
		step: dated(holding({ orderId, quantity, lapsesAt: null }, by), reservedAt),
		once: movementId("reserve", "seed", orderId, sku),
	}));
	if (!parcel) return;
	const { key, at } = parcel;
	await eachLine(desk, { orderId, lines }, ({ sku, quantity }) => ({
		step: dated(shipping({ orderId, quantity, by }), at),
		once: movementId("ship", key, orderId, sku),
	}));
}
