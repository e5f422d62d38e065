// `node bench/order-indexes.ts`: what the indexes of the staff's lists of orders cost those who order:
// CPU of storing an order and its three next states, with all indexes and without those four.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IndexSpec } from "#mixins/adapters/adapter";
import { SqliteAdapter } from "#mixins/adapters/sqlite";
import { newId } from "#mixins/clock";
import { Collection, toldIndex } from "#mixins/collection";
import type { Stored } from "#mixins/collection";
import { collections } from "../services/orders/stored.ts";

const ofLists = [
	["payment.status", "status"],
	["payment.method", "-createdAt"],
	["payment.method", "status"],
	["status", "totals.total"],
];
const [there, round, rounds, atOnce] = [20_000, 800, 15, 16];
const folder = mkdtempSync(join(tmpdir(), "mall-indexes-"));
let count = there;

try {
	await measure();
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function measure() {
	const { indexes } = collections.orders;
	const isOfLists = (spec: IndexSpec) =>
		ofLists.some((fields) => JSON.stringify(fields) === JSON.stringify(spec));
	const all = await shop("all", indexes);
	const fewer = await shop(
		"fewer",
		indexes.filter((spec) => !isOfLists(spec)),
	);
	const took: [number[], number[]] = [[], []];
	for (let n = 0; n < rounds; n += 1) {
		took[0].push(await cpuOf(all));
		took[1].push(await cpuOf(fewer));
	}
	const [withAll, without] = took.map(median);
	process.stdout.write(
		`${indexes.length} indexes: ${withAll?.toFixed(0)} us of CPU an order and its three next states\n` +
			`without the ${ofLists.length} of the lists: ${without?.toFixed(0)} us\n`,
	);
}

async function shop(name: string, indexes: IndexSpec[]) {
	const file = join(folder, `${name}.sqlite`);
	const adapter = new SqliteAdapter({
		file,
		collection: "orders",
		indexes: [...indexes, toldIndex],
	});
	await adapter.connect();
	const orders = new Collection<ReturnType<typeof anOrder>>(adapter);
	for (let n = 0; n < there; n += 1000)
		await orders.insertMany(Array.from({ length: 1000 }, (_, at) => anOrder(n + at)));
	return orders;
}

async function cpuOf(orders: Awaited<ReturnType<typeof shop>>) {
	const before = process.cpuUsage();
	for (let done = 0; done < round; done += atOnce)
		await Promise.all(
			Array.from({ length: atOnce }, () => live(orders, anOrder((count += 1)))),
		);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / round;
}

async function live(orders: Awaited<ReturnType<typeof shop>>, placed: ReturnType<typeof anOrder>) {
	const at = new Date().toISOString();
	const stored = await orders.insert(placed);
	const payment = { status: "captured", method: "sandbox" };
	const paid = await orders.replace({ ...stored, status: "paid", payment, expiresAt: null });
	const shipped = await orders.replace({ ...paid, status: "shipped", shippedAt: at });
	await orders.replace({ ...shipped, status: "completed" });
}

function anOrder(n: number) {
	const createdAt = new Date(Date.now() - (there - n) * 60_000).toISOString();
	const number = `${createdAt.slice(0, 10).replaceAll("-", "")}-${n}`;
	return {
		id: newId(),
		version: 1,
		number,
		userId: `user-${n % 500}`,
		status: "pending_payment",
		payment: { status: "pending", method: n % 3 === 0 ? "cash" : "sandbox" },
		totals: { total: 500 + ((n * 7919) % 50_000) },
		items: [{ sku: `sku-${n % 900}`, name: "Something of some length", quantity: 1 }],
		createdAt,
		expiresAt: createdAt as string | null,
		shippedAt: null as string | null,
		terms: [number, `user-${n % 500}@example.com`, `user-${n % 500}`, "ada", "bench"],
		effects: [],
		more: "x".repeat(1500),
	} satisfies Stored & Record<string, unknown>;
}

function median(numbers: number[]) {
	return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
