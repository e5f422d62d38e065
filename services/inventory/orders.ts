// What orders do with stock over several SKUs.
import { createHash } from "node:crypto";
import type { StockLine } from "#contracts/inventory";
import { OUT_OF_STOCK, STOCK_NOT_FOUND } from "#contracts/inventory";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import type { Books, Desk, Written } from "./desk.ts";
import type { Mover } from "./ledger.ts";
import { holding, keeping, lapsed, undoing } from "./steps.ts";
import type { Step } from "./steps.ts";

type Order = { orderId: string; by: string };
type Hold = Order & { lines: StockLine[]; expiresAt: string | null };

/**
 * All lines or none. SKUs are taken in sorted order, so that of two orders that want the last of
 * the same things one gets through. What a killed process leaves held lapses by itself.
 */
export async function reserve(desk: Desk, { orderId, lines, expiresAt, by }: Hold) {
	const wanted = summed(lines);
	for (const [index, { sku, quantity }] of wanted.entries()) {
		const reservation = { orderId, quantity, lapsesAt: expiresAt };
		const written = await desk.change({ sku, step: holding(reservation, by, now()) });
		if (!("refused" in written)) continue;
		const undo = undoing(orderId, by);
		await Promise.all(
			wanted.slice(0, index).map((line) => desk.change({ ...line, step: undo })),
		);
		refuse(sku, written);
	}
}

/** A payment may come while its reservation lapses: what can still be had is held again. */
export async function keep(
	{ desk, mover, books }: { desk: Desk; mover: Mover; books: Books },
	{ orderId, skus, by }: Order & { skus: string[] },
) {
	const keepOne = async (sku: string) => {
		const written = await desk.change({ sku, step: keeping(orderId, by) });
		if (!("refused" in written) || written.refused !== "NOT_RESERVED") return null;
		await mover.move(sku);
		const last = { query: { sku, orderId }, sort: ["-seq"], limit: 1 };
		const [move] = await books.ledger.find(last);
		if (move?.reason !== lapsed) return null;
		const again = { orderId, quantity: move.quantity, lapsesAt: null };
		const held = await desk.change({ sku, step: holding(again, by, now()) });
		return "refused" in held ? { sku, held } : null;
	};
	const lacking = await Promise.all(skus.map(keepOne));
	for (const lack of lacking) if (lack) refuse(lack.sku, lack.held);
}

/** Each line for itself; the first refusal is told when all have been tried. */
export async function eachLine(
	desk: Desk,
	lines: StockLine[],
	change: (line: StockLine) => { step: Step; once: string },
) {
	const wanted = summed(lines);
	const written = await Promise.all(
		wanted.map((line) => desk.change({ sku: line.sku, ...change(line) })),
	);
	for (const [index, one] of written.entries()) refuse(wanted[index]?.sku ?? "", one);
}

/** The id of a movement that must happen once, made of what it belongs to. */
export const movementId = (...parts: string[]) =>
	createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

export function refuse(sku: string, written: Written) {
	if (!("refused" in written)) return;
	const errors = [OUT_OF_STOCK, STOCK_NOT_FOUND];
	const spec = errors.find(({ code }) => code === written.refused);
	if (!spec) throw new Error(`The stock of ${sku} refuses with ${written.refused}`);
	fail(spec, { sku, ...written });
}

/** Sorted by SKU, each once. */
function summed(lines: StockLine[]): StockLine[] {
	const bySku = new Map<string, number>();
	for (const { sku, quantity } of lines) bySku.set(sku, (bySku.get(sku) ?? 0) + quantity);
	return [...bySku]
		.map(([sku, quantity]) => ({ sku, quantity }))
		.toSorted((a, b) => (a.sku < b.sku ? -1 : 1));
}
