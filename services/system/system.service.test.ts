// The system desk over several nodes: brokers in this process, joined by Moleculer's fake wire.
import { ServiceBroker } from "moleculer";
import type { ServiceSchema } from "moleculer";
import { afterEach, describe, expect, it } from "vitest";
import { system } from "#contracts/system";
import type { SystemNode } from "#contracts/system";
import { countIndexed, gauge } from "#mixins/metrics";
import { callAsSystem } from "#mixins/service";
import { vitals } from "#mixins/vitals";
import desk from "./system.service.ts";

const brokers: ServiceBroker[] = [];
let made = 0;

async function node(nodeID: string, ...services: ServiceSchema[]) {
	const broker = new ServiceBroker({
		nodeID,
		namespace: `desk-${process.pid}-${made}`,
		transporter: "Fake",
		logger: false,
	});
	for (const service of services) broker.createService({ ...service });
	brokers.push(broker);
	await broker.start();
	return broker;
}

/** A node that tells something else of itself. */
const telling = (changes: object): ServiceSchema => ({
	name: "vitals",
	actions: {
		read: () => ({
			version: "0.1.0",
			startedAt: new Date().toISOString(),
			cpuPercent: 1,
			memoryBytes: 1,
			loopMs: 1,
			diskFreePercent: 50,
			indexLagMs: 40,
			at: new Date().toISOString(),
			queues: [],
			...changes,
		}),
	},
});

afterEach(async () => {
	made += 1;
	await Promise.all(brokers.splice(0).map((broker) => broker.stop()));
});

const nodes = (broker: ServiceBroker) => callAsSystem({ broker }, system.nodes);
const named = (all: SystemNode[], id: string) => all.find((one) => one.id === id);

describe("the nodes", () => {
	it("tell of themselves, and what waits on them", async () => {
		gauge({
			name: "test_queue",
			help: "of a test",
			labels: { service: "x" },
			queue: "jobs",
			read: () => 3,
		});
		const broker = await node("a", vitals, desk);

		const [own] = await nodes(broker);

		expect(own).toMatchObject({ id: "a", isUp: true, services: ["system"], troubles: [] });
		expect(own?.queues).toContainEqual({ kind: "jobs", of: "x", waiting: 3 });
		expect(own?.indexLagMs).toBeNull();
		countIndexed(new Date(Date.now() - 250).toISOString());
		expect((await nodes(broker))[0]?.indexLagMs).toBeGreaterThanOrEqual(250);
		expect(own?.memoryBytes).toBeGreaterThan(1_000_000);
		expect(Math.abs(own?.clockMs ?? 1e9)).toBeLessThan(2_000);
	});

	it("of another version, with another time, a full disk or a namesake are said to be", async () => {
		const broker = await node("a", vitals, desk);
		const at = new Date(Date.now() + 60_000).toISOString();
		await node("b", telling({ version: "0.0.9", at, diskFreePercent: 1, hadNamesake: true }));

		await expect
			.poll(async () => named(await nodes(broker), "b"))
			.toMatchObject({
				isUp: true,
				troubles: ["other-version", "clock-off", "disk-full", "namesake"],
			});
	});

	it("that say nothing are shown as silent, and do not hold the desk up", async () => {
		const broker = await node("a", vitals, desk);
		await node("b", { name: "vitals", actions: { read: () => new Promise(() => {}) } });

		await expect
			.poll(async () => named(await nodes(broker), "b"))
			.toMatchObject({ version: null, queues: [], troubles: ["silent"] });
	});
});

describe("the services", () => {
	it("are all there, up where a node runs them", async () => {
		const broker = await node("a", vitals, desk);
		await node("b", { name: "orders", version: 1 });
		const found = () => callAsSystem({ broker }, system.services);

		await expect.poll(found).toContainEqual({ name: "orders", nodes: ["b"], isUp: true });
		expect(await found()).toContainEqual({ name: "payments", nodes: [], isUp: false });
		expect(await found()).toContainEqual({ name: "system", nodes: ["a"], isUp: true });
	});
});

describe("the breakers", () => {
	const told = { nodeID: "c", action: "v1.orders.get" };

	it("are shown while they are open, whoever opened them, and go with their node", async () => {
		const broker = await node("a", vitals, desk);
		const other = await node("b");
		const found = () => callAsSystem({ broker }, system.breakers);
		await broker.waitForServices("vitals");
		await expect.poll(() => broker.registry.nodes.list({}).length).toBe(2);

		void other.broadcast("$circuit-breaker.opened", told);
		await expect
			.poll(found)
			.toMatchObject([{ action: "v1.orders.get", node: "c", by: "b", state: "open" }]);
		void other.broadcast("$circuit-breaker.half-opened", told);
		await expect.poll(found).toMatchObject([{ state: "half-open" }]);
		void other.broadcast("$circuit-breaker.closed", told);
		await expect.poll(found).toEqual([]);

		void other.broadcast("$circuit-breaker.opened", told);
		await expect.poll(found).toHaveLength(1);
		await other.stop();
		await expect.poll(found).toEqual([]);
	});
});
