// What orders do with stock over several SKUs.
import { createHash } from "node:crypto";
import type { StockLine } from "#contracts/inventory";
import { OUT_OF_STOCK, STOCK_MOVED, STOCK_NOT_FOUND } from "#contracts/inventory";
import { fail } from "#mixins/errors";
import type { Written } from "./decide.ts";
import type { Desk } from "./desk.ts";
import { extending, holding, keeping, releasing, undoing } from "./steps.ts";
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
		const step = holding({ orderId, quantity, lapsesAt: expiresAt }, by);
		const written = await desk.change({ sku, orderId, step });
		if (!("refused" in written)) continue;
		const held = wanted.slice(0, index);
		const undo = undoing(orderId, by);
		await Promise.all(held.map((line) => desk.change({ sku: line.sku, orderId, step: undo })));
		refuse(sku, written);
	}
}

type More = Hold & { key: string };

/** More for an order that is not paid: all lines or none, each once for the key. */
export async function extend(desk: Desk, { lines, ...more }: More) {
	const wanted = summed(lines);
	for (const [index, line] of wanted.entries()) {
		const written = await extendLine(desk, more, line);
		if (!("refused" in written)) continue;
		await shrink(desk, { ...more, lines: wanted.slice(0, index) });
		refuse(line.sku, written);
	}
}

/** Takes back what was held more by this key: it is held first where it was not, so that a call
 * of `extend` that comes late finds it done. */
export async function shrink(desk: Desk, { lines, ...more }: More) {
	const { orderId, key, by } = more;
	const shrinking = summed(lines).map(async ({ sku, quantity }) => {
		if ("refused" in (await extendLine(desk, more, { sku, quantity }))) return;
		const once = movementId("shrink", key, orderId, sku);
		const step = releasing({ orderId, quantity, by });
		refuse(sku, await desk.change({ sku, orderId, step, once }));
	});
	await Promise.all(shrinking);
}

function extendLine(desk: Desk, more: Omit<More, "lines">, { sku, quantity }: StockLine) {
	const { orderId, key, expiresAt: lapsesAt, by } = more;
	const step = extending({ orderId, quantity, lapsesAt }, by);
	return desk.change({ sku, orderId, step, once: movementId("extend", key, orderId, sku) });
}

/** A payment may come while its reservation lapses: what can still be had is held again. */
export async function keep(desk: Desk, { orderId, skus, by }: Order & { skus: string[] }) {
	const step = keeping(orderId, by);
	const written = await Promise.all(skus.map((sku) => desk.change({ sku, orderId, step })));
	for (const [index, one] of written.entries()) {
		const isUnknown = "refused" in one && one.refused === STOCK_NOT_FOUND.code;
		if (!isUnknown) refuse(skus[index] ?? "", one);
	}
}

type Lines = { orderId: string; lines: StockLine[] };

/** Each line for itself; the first refusal is told when all have been tried. */
export async function eachLine(
	desk: Desk,
	{ orderId, lines }: Lines,
	change: (line: StockLine) => { step: Step; once: string },
) {
	const wanted = summed(lines);
	const written = await Promise.all(
		wanted.map((line) => desk.change({ sku: line.sku, orderId, ...change(line) })),
	);
	for (const [index, one] of written.entries()) refuse(wanted[index]?.sku ?? "", one);
}

/** The id of a movement that must happen once, made of what it belongs to. */
export const movementId = (...parts: string[]) =>
	createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

export function refuse(sku: string, written: Written) {
	if (!("refused" in written)) return;
	const errors = [OUT_OF_STOCK, STOCK_NOT_FOUND, STOCK_MOVED];
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
