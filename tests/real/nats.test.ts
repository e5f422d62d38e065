// Two brokers over a true NATS server, with the options of a cluster.
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { Errors } from "moleculer";
import type { Context, ServiceBroker, ServiceSchema } from "moleculer";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { withServer } from "#tests/support/engines/available";
import { startNats } from "#tests/support/engines/nats";

await withServer("NATS", startNats, ({ url, stop, restart }) => {
	process.env.NATS_URL = url;

	describe("nodes over NATS", () => {
		const brokers: ServiceBroker[] = [];
		let caller: ServiceBroker;
		const heard: string[] = [];
		const asked = Promise.withResolvers<void>();

		const echo: ServiceSchema = {
			name: "echo",
			actions: {
				say: ({ params }: Context) => params,
				bytes: () => Buffer.from([1, 2, 255]),
				length: async ({ stream }: Context) =>
					Buffer.concat(await (stream as Readable).toArray()).length,
				stream: () => Readable.from([Buffer.alloc(700_000, 1), Buffer.alloc(700_000, 2)]),
				never() {
					asked.resolve();
					return new Promise(() => {});
				},
				who: ({ broker }: Context) => broker.nodeID,
			},
			events: {
				told: ({ params }: Context<{ text: string }>) => void heard.push(params.text),
			},
		};

		async function join(...services: ServiceSchema[]) {
			const { ServiceBroker } = await import("moleculer");
			const { default: options } = await import("../../moleculer.config.ts");
			const nodeID = `node-${randomBytes(4).toString("hex")}`;
			const broker = new ServiceBroker({ ...options, nodeID, logger: false });
			for (const service of services) broker.createService({ ...service });
			await broker.start();
			brokers.push(broker);
			return broker;
		}

		beforeAll(async () => {
			caller = await join();
			await Promise.all([join(echo), join(echo)]);
			await vi.waitFor(() => expect(nodesOf(caller)).toBe(2), { timeout: 15_000 });
		});
		afterAll(async () => {
			await Promise.all(brokers.map((broker) => broker.stop()));
			await stop();
		});

		it("carry parameters and answers of several MiB", async () => {
			const text = "é".repeat(1_500_000);

			expect(await caller.call("echo.say", { text })).toEqual({ text });
		});

		it("carry bytes as bytes, and text that looks like their mark as text", async () => {
			const bytes: Buffer = await caller.call("echo.bytes");
			const text = "[[BF]]AAAA";

			expect([...bytes]).toEqual([1, 2, 255]);
			expect(await caller.call("echo.say", { text })).toEqual({ text });
		});

		it("carry streams both ways", async () => {
			const stream = Readable.from([Buffer.alloc(900_000), Buffer.alloc(900_000)]);
			expect(await caller.call("echo.length", {}, { stream })).toBe(1_800_000);

			const answer: Readable = await caller.call("echo.stream");
			expect(Buffer.concat(await answer.toArray())).toHaveLength(1_400_000);
		});

		it("share the calls evenly", async () => {
			const counts: Record<string, number> = {};
			for (let call = 0; call < 20; call += 1) {
				const node: string = await caller.call("echo.who");
				counts[node] = (counts[node] ?? 0) + 1;
			}

			expect(Object.values(counts)).toEqual([10, 10]);
		});

		it("hear a large event on every node", async () => {
			const text = "x".repeat(1_200_000);
			heard.length = 0;

			await caller.broadcast("told", { text });

			await expect
				.poll(() => heard.map(({ length }) => length))
				.toEqual([1_200_000, 1_200_000]);
		});

		it("ask another at once when one is gone without a word", async () => {
			const lost = await join(echo);
			await vi.waitFor(() => expect(nodesOf(caller)).toBe(3), { timeout: 15_000 });
			const began = performance.now();

			await vanish(lost);
			const answers = [];
			for (let call = 0; call < 6; call += 1) answers.push(await caller.call("echo.who"));

			expect(answers).not.toContain(lost.nodeID);
			expect(performance.now() - began).toBeLessThan(2_500);
			expect(nodesOf(caller)).toBe(2);
		});

		it("do not wait for the answer of one that is gone", async () => {
			const lost = await join(echo);
			await vi.waitFor(() => expect(nodesOf(caller)).toBe(3), { timeout: 15_000 });
			const waiting = caller.call("echo.never", {}, { nodeID: lost.nodeID });
			waiting.catch(() => {});
			await asked.promise;

			await vanish(lost);

			await expect(waiting).rejects.toThrow(Errors.RequestRejectedError);
		});

		it("go on when NATS comes back", async () => {
			const waiting = caller.call("echo.never");
			waiting.catch(() => {});
			await restart();

			await expect(waiting).rejects.toThrow(Errors.RequestRejectedError);
			expect(await caller.call("echo.say", { text: "again" })).toEqual({ text: "again" });
		});
	});
});

/** Its connection ends as that of a killed process does. */
async function vanish({ transit }: ServiceBroker) {
	const tx: { client: { close(): Promise<void> } | null } = transit!.tx as never;
	const { client } = tx;
	tx.client = null;
	await client?.close();
}

function nodesOf(broker: ServiceBroker): number {
	const services = broker.registry.getServiceList({ grouping: true });
	return services.find(({ name }) => name === "echo")?.nodes?.length ?? 0;
}
