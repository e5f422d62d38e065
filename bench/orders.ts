// `npm run bench:orders`: adding to carts of 1 to 100 lines, and the lists of orders among 50,000,
// while somebody orders and pays about ten times a second.
//   --seconds 5 · --clients 1,8,32 · --orders 50000
//   --data DIR   keeps the shop there, and opens it again the next time
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { request } from "#tests/support/http";
import { startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import { adminToken, importProducts, prepare, say } from "./ground.ts";
import { load } from "./load.ts";
import { makeManyOrders } from "./many-orders.ts";
import type { Person } from "./many-orders.ts";
import { cartSizes, orderLists, scenarios } from "./scenarios.ts";
import type { Ground } from "./scenarios.ts";
import { makeTrueOrders } from "./true-orders.ts";

const { values } = parseArgs({
	options: {
		seconds: { type: "string", default: "5" },
		clients: { type: "string", default: "1,8,32" },
		orders: { type: "string", default: "50000" },
		data: { type: "string" },
	},
});
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "mall-bench-"));
const isKept = values.data !== undefined && existsSync(values.data);
/** Without writes in between, what was counted once would be known. */
const writesEveryMs = 100;
let mall: MallProcess | undefined;

try {
	await bench();
} finally {
	await mall?.end();
	if (!values.data) rmSync(dataDir, { recursive: true, force: true });
}

async function bench() {
	mall = await startMall(dataDir);
	if (!isKept) {
		say("importing 10,000 products …");
		await importProducts(mall.origin);
	}
	const ground = await prepare(mall.origin, isKept);
	if (!isKept) await makeTrueOrders(ground, await adminToken(ground.origin));
	const people = await peopleOf(mall.origin);
	await mall.end();
	say("making orders …");
	await makeManyOrders(dataDir, Number(values.orders), people);
	mall = await startMall(dataDir);
	const asked = { ...ground, origin: mall.origin, userIds: people.map(({ id }) => id) };
	await measure(mall, asked);
}

function buying(ground: Ground) {
	let isOver = false;
	const over = (async () => {
		const { round, close } = await scenarios["place and pay"]!(ground, 0);
		while (!isOver) {
			await round();
			await wait(writesEveryMs);
		}
		close();
	})();
	return async () => {
		isOver = true;
		await over;
	};
}

async function measure({ child: server }: MallProcess, ground: Ground) {
	const endBuying = buying(ground);
	const names = [
		...cartSizes.map((lines) => `a cart of ${lines}`),
		...Object.keys(orderLists),
		"my orders among many",
	];
	const { total } = (await request(ground.origin, "GET /admin/orders?pageSize=1", {
		token: await adminToken(ground.origin),
	}).then(({ body }) => body)) as { total: number };
	process.stdout.write(
		`${total} orders\n\n| what | clients | a second | p50 ms | p99 ms | CPU ms | errors |\n` +
			"| --- | --- | --- | --- | --- | --- | --- |\n",
	);
	for (const clients of values.clients.split(",").map(Number))
		for (const scenario of names) {
			const seconds = Number(values.seconds);
			const found = await load({ scenario, clients, seconds, ground, server });
			const { perSecond, p50, p99, cpuMs, errors, firstError } = found;
			const times = [perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), cpuMs.toFixed(2)];
			process.stdout.write(`| ${[scenario, clients, ...times, errors].join(" | ")} |\n`);
			if (firstError) say(`  first error of ${scenario}: ${firstError}`);
		}
	await endBuying();
}

async function peopleOf(origin: string): Promise<Person[]> {
	const token = await adminToken(origin);
	const { body } = await request(origin, "GET /admin/users?kind=customer&pageSize=100", {
		token,
	});
	return body.items as Person[];
}
