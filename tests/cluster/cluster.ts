// A mall of many nodes over true servers, with a balancer in front: what a run stops, kills and freezes.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { cuttable } from "#tests/support/cuttable";
import type { Wire } from "#tests/support/cuttable";
import { startElasticsearch } from "#tests/support/engines/elasticsearch";
import type { TrueServer } from "#tests/support/engines/engine";
import { startBalancer } from "#tests/support/engines/haproxy";
import { startMongo } from "#tests/support/engines/mongo";
import { startNats } from "#tests/support/engines/nats";
import { startRedis } from "#tests/support/engines/redis";
import { request } from "#tests/support/http";
import { freePort, password, runMall } from "#tests/support/process";
import { groupOf, nodesOf } from "./shape.ts";
import type { Shape } from "./shape.ts";

type Node = ReturnType<typeof runMall>;

/** Of a machine that does much else. */
const openMs = 300_000;

export class Cluster {
	readonly shape: Shape;
	readonly names: string[];
	readonly servers: Servers;
	readonly #nodes = new Map<string, Node>();
	readonly #said = new Map<string, string>();
	readonly #ports: Map<string, number>;
	readonly #folder = mkdtempSync(join(tmpdir(), "mall-cluster-"));
	#balancer: TrueServer | undefined;

	private constructor(shape: Shape, servers: Servers, ports: Map<string, number>) {
		this.shape = shape;
		this.names = nodesOf(shape);
		this.servers = servers;
		this.#ports = ports;
	}

	static async open(shape: Shape): Promise<Cluster> {
		const servers = await startServers(shape);
		const doors = nodesOf(shape).filter((name) => groupOf(name) === "door");
		const ports = new Map<string, number>();
		for (const door of doors) ports.set(door, await freePort());
		const cluster = new Cluster(shape, servers, ports);
		try {
			await Promise.all(cluster.names.map((name) => cluster.start(name)));
			const [one, two] = [...ports.values()].map((port) => `127.0.0.1:${port}`);
			cluster.#balancer = await startBalancer([one ?? "", two ?? ""]);
			await until(
				() => hasAdministrator(cluster.origin),
				() => "Nobody can log in.",
			);
		} catch (error) {
			await cluster.close();
			throw error;
		}
		return cluster;
	}

	/** Where shoppers come in. */
	get origin(): string {
		return this.#balancer?.url ?? "";
	}

	/** Starts a node and waits until it serves. */
	async start(name: string) {
		const group = groupOf(name);
		const port = this.#ports.get(name);
		const node = runMall({
			...this.servers.urls,
			SERVICES: this.shape.groups[group] ?? "",
			DATA_DIR: this.#folder,
			ADMIN_PASSWORD: password,
			PAYMENT_TIMEOUT_SECONDS: "20",
			LOG_LEVEL: "warn",
			...(port && { PORT: String(port) }),
		});
		this.#nodes.set(name, node);
		const isOpen = async () => {
			// Why: the others would wait for it in vain, and nobody would know what for.
			if (node.child.exitCode) throw new Error(`${name} ended:\n${node.output()}`);
			return port ? isReady(port) : node.output().includes("is open with");
		};
		const missing = async () => (port ? ` (${await saidBy(port)})` : "");
		await until(
			isOpen,
			async () => `${name} did not open${await missing()}:\n${node.output().slice(-2000)}`,
		);
		if (port && this.#balancer)
			await until(
				() => this.#leadsTo(name),
				() => `${name} is left out`,
			);
	}

	/** Whether the balancer sends people to this door. */
	async #leadsTo(door: string): Promise<boolean> {
		const { headers } = await fetch(`${this.origin}/health/door`);
		return headers.get("X-Door") === (door.endsWith("1") ? "one" : "two");
	}

	/** Sends a signal; where that ends the node, waits until it is gone. */
	async signal(name: string, signal: NodeJS.Signals) {
		const node = this.#nodes.get(name);
		if (!node || node.child.exitCode !== null || node.child.signalCode !== null) return;
		const gone = once(node.child, "exit");
		node.child.kill(signal);
		if (signal === "SIGSTOP" || signal === "SIGCONT") return;
		await gone;
		this.#said.set(name, (this.#said.get(name) ?? "") + node.output());
	}

	/** What all nodes have said, for who looks for a cause. */
	output(): string {
		return this.names
			.map((name) => {
				const said = (this.#said.get(name) ?? "") + (this.#nodes.get(name)?.output() ?? "");
				return `== ${name}\n${said}`;
			})
			.join("\n");
	}

	async close() {
		await Promise.all(
			this.names.map(async (name) => {
				await this.signal(name, "SIGCONT");
				await this.signal(name, "SIGTERM");
			}),
		);
		await this.#balancer?.stop();
		await this.servers.stop();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

export interface Servers {
	nats: TrueServer;
	redis: TrueServer;
	elasticsearch: TrueServer | undefined;
	/** Between the nodes and MongoDB. */
	wire: Wire;
	/** As the nodes are told of them. */
	urls: Record<string, string>;
	stop(): Promise<void>;
}

async function startServers({ elasticsearch: isWanted }: Shape): Promise<Servers> {
	const started: TrueServer[] = [];
	const begin = async (start: () => Promise<TrueServer>) => {
		const server = await start();
		started.push(server);
		return server;
	};
	const [nats, mongo, redis, elasticsearch] = await Promise.all([
		begin(startNats),
		begin(startMongo),
		begin(startRedis),
		isWanted ? begin(startElasticsearch) : undefined,
	]);
	const wire = await cuttable(mongo.url);
	return {
		nats,
		redis,
		elasticsearch,
		wire,
		urls: {
			NATS_URL: nats.url,
			MONGO_URL: `${wire.url}/mall`,
			REDIS_URL: redis.url,
			...(elasticsearch && { ELASTICSEARCH_URL: elasticsearch.url }),
		},
		async stop() {
			await wire.close();
			for (const server of started) await server.stop();
		},
	};
}

export async function until(
	is: () => Promise<boolean> | boolean,
	complaint: () => Promise<string> | string,
) {
	const deadline = Date.now() + openMs;
	while (!(await is())) {
		if (Date.now() > deadline) throw new Error(await complaint());
		await wait(50);
	}
}

/** The nodes of auth make one when they have found the others. */
async function hasAdministrator(origin: string): Promise<boolean> {
	const { status } = await request(origin, "POST /auth/login", {
		body: { login: "admin", password },
	});
	// Why: who asks again and again is made to wait.
	if (status !== 200) await wait(1_000);
	return status === 200;
}

/** Which services a door waits for. */
const saidBy = (port: number) =>
	fetch(`http://127.0.0.1:${port}/health/ready`)
		.then((answer) => answer.text())
		.catch(String);

const isReady = (port: number) =>
	fetch(`http://127.0.0.1:${port}/health/ready`)
		.then(({ ok }) => ok)
		.catch(() => false);
