// Brokers in this process, joined by Moleculer's fake wire.
import { ServiceBroker } from "moleculer";
import { afterEach, describe, expect, it, vi } from "vitest";
import { diskWatch } from "./disk-watch.ts";
import { nodeWatch } from "./node-watch.ts";

const brokers: ServiceBroker[] = [];
let made = 0;

afterEach(async () => {
	made += 1;
	vi.useRealTimers();
	await Promise.all(brokers.splice(0).map((broker) => broker.stop()));
});

async function join(nodeID: string, { version = "1.0.0", clockMs = 0, services = [""] } = {}) {
	const said: string[] = [];
	const log = (_level: string, args: unknown[]) => void said.push(args.join(" "));
	const broker = new ServiceBroker({
		nodeID,
		namespace: `watch-${process.pid}-${made}`,
		transporter: "Fake",
		metadata: { version },
		logger: {
			type: "Console",
			options: {
				level: "warn",
				formatter: (...line: [string, unknown[]]) => (log(...line), []),
			},
		},
		middlewares: [nodeWatch()],
	});
	for (const name of services.filter(Boolean)) broker.createService({ name });
	if (clockMs) setClock(broker, clockMs);
	brokers.push(broker);
	await broker.start();
	return { broker, said };
}

/** What it tells of the time in its answers. */
function setClock({ transit }: ServiceBroker, ms: number) {
	const wire = transit as unknown as {
		publish(packet: { payload: { arrived?: number } }): unknown;
	};
	const publish = wire.publish.bind(wire);
	wire.publish = (packet) => {
		if (packet.payload.arrived) packet.payload.arrived += ms;
		return publish(packet);
	};
}

describe("a node that joins", () => {
	it("with an older version is said to", async () => {
		const { said } = await join("new", { version: "1.1.0" });
		await join("old", { version: "1.0.0" });

		await expect.poll(() => said).toEqual(["The node old runs version 1.0.0, this one 1.1.0."]);
	});

	it("with a search index of its own beside another is said to", async () => {
		const { said } = await join("one", { services: ["search"] });
		await join("two", { services: ["search"] });

		await expect.poll(() => said.join()).toContain("two has an embedded search index too");
	});

	it("with a clock that is off is said to, once however often it is asked", async () => {
		const { broker, said } = await join("right");
		await join("wrong", { clockMs: 90_000 });
		await expect.poll(() => said).toEqual(["The clock of wrong is 90 s ahead."]);

		const asked = [await broker.ping("wrong"), await broker.ping("wrong")];

		expect(asked).toMatchObject([{ nodeID: "wrong" }, { nodeID: "wrong" }]);
		expect(said).toHaveLength(1);
	});

	it("as it should be is said nothing of", async () => {
		const { broker, said } = await join("one");
		await join("two");
		await expect.poll(() => broker.registry.nodes.list({}).length).toBe(2);

		await broker.ping("two");

		expect(said).toEqual([]);
	});
});

describe("names of nodes", () => {
	it("are never those of others, also of the same machine and process", async () => {
		const { nodeID } = await import("./node-name.ts");
		vi.resetModules();
		const { nodeID: other } = await import("./node-name.ts");

		expect(other).not.toBe(nodeID);
	});
});

describe("a disk", () => {
	it("that fills up is said to be full, once until there is room again", async () => {
		vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
		const left = [50, 3, 2, 40, 1];
		const said: string[] = [];
		let looked = 0;
		const measure = async () => left[looked++] ?? null;
		const watch = diskWatch(measure) as unknown as (broker: object) => { created(): void };
		const getLogger = () => ({ warn: (line: string) => void said.push(line) });

		watch({ getLogger }).created();
		for (const _ of left.slice(1)) await vi.advanceTimersByTimeAsync(60_000);

		expect(looked).toBe(5);
		expect(said).toEqual([
			expect.stringContaining("has 3 % left"),
			expect.stringContaining("has 1 % left"),
		]);
	});
});
