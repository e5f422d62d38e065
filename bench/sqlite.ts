// What the hot paths of a collection cost, in µs and against JSON.parse + JSON.stringify of the same
// document: `node bench/sqlite.ts`. `durable` waits for the disk, so it measures the machine's disk.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SqliteAdapter } from "#mixins/adapters/sqlite";
import { Collection, toldIndex } from "#mixins/collection";

type Order = ReturnType<typeof anOrder>;
const count = 10_000;
const folder = await mkdtemp(join(tmpdir(), "mall-bench-"));

try {
	console.log(`document: ${JSON.stringify(anOrder(0)).length} characters, ${count} of them\n`);
	const text = JSON.stringify(anOrder(0));
	const base = await measure(20_000, 1, async () => void JSON.stringify(JSON.parse(text)));
	report("JSON.parse + JSON.stringify", base, base);
	await run(base, false);
	await run(base, true);
} finally {
	await rm(folder, { recursive: true });
}

async function run(base: number, durable: boolean) {
	const adapter = new SqliteAdapter({
		file: join(folder, `${durable}.db`),
		collection: "orders",
		indexes: [["userId", "-createdAt"], ["status", "-createdAt"], toldIndex],
		durable,
	});
	await adapter.connect();
	const orders = new Collection<Order>(adapter);
	await orders.insertMany(Array.from({ length: count }, (_, at) => anOrder(at)));

	console.log(durable ? "\ndurable" : "\nnot durable");
	const [many, few] = [20_000, durable ? 500 : 3000];
	if (!durable) await reads(orders, many, base);
	let fresh = count;
	const insert = async () => void (await orders.insert(anOrder(fresh++)));
	report("insert, alone", await measure(few, 1, insert), base);
	report("insert, 32 in parallel", await measure(few, 32, insert), base);
	const replace = async (at: number) => {
		const order = await orders.findById(idAt((at * 37) % count));
		if (order) await orders.replace({ ...order, status: at % 2 ? "paid" : "open" });
	};
	report("find and replace, alone", await measure(few, 1, replace), base);
	report("find and replace, 32 in parallel", await measure(few, 32, replace), base);
	const update = async (at: number) => {
		const id = idAt((at * 41) % count);
		await orders.update({ id, left: { $gte: 0 } }, { $inc: { left: 1 } });
	};
	report("guarded update, 32 in parallel", await measure(few, 32, update), base);
	await adapter.disconnect();
}

async function reads(orders: Collection<Order>, times: number, base: number) {
	const byId = async (at: number) => void (await orders.findById(idAt((at * 37) % count)));
	report("findById", await measure(times, 1, byId), base);
	const list = async (at: number) => {
		await orders.find({ query: { userId: `u${at % 400}` }, sort: ["-createdAt"], limit: 20 });
	};
	report("list of 20 by index", await measure(times / 5, 1, list), base);
	const page = async (at: number) => {
		const query = { userId: `u${at % 400}` };
		await orders.list({ query, sort: ["-createdAt"], page: 1, pageSize: 20 });
	};
	report("page of 20 with total", await measure(times / 5, 1, page), base);
}

/** µs for each, with so many at a time. */
async function measure(times: number, parallel: number, job: (at: number) => Promise<void>) {
	let at = 0;
	const work = async (until: number) => {
		while (at < until) await job(at++);
	};
	await Promise.all(Array.from({ length: parallel }, () => work(times / 5)));
	const start = performance.now();
	await Promise.all(Array.from({ length: parallel }, () => work(times)));
	return ((performance.now() - start) * 1000) / (times - times / 5);
}

function report(name: string, micros: number, base: number) {
	const ratio = (micros / base).toFixed(1);
	console.log(`${name.padEnd(36)} ${micros.toFixed(1).padStart(8)} µs ${ratio.padStart(8)} ×`);
}

function idAt(at: number): string {
	return `0190a8c0-0000-7000-8000-${String(at).padStart(12, "0")}`;
}

function anOrder(at: number) {
	const items = Array.from({ length: 4 }, (_, line) => ({
		sku: `sku-${at}-${line}`,
		name: `A product with a name of usual length, number ${line}`,
		quantity: 1 + line,
		price: { amount: 1999 + line, currency: "EUR" },
	}));
	return {
		id: idAt(at),
		version: 1,
		left: 0,
		userId: `u${at % 400}`,
		status: at % 2 ? "paid" : "open",
		createdAt: new Date(1_900_000_000_000 + at * 1000).toISOString(),
		items,
		address: { name: "Ada Lovelace", street: "Long Street 12", city: "London", country: "GB" },
	};
}
