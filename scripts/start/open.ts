import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ServiceBroker } from "moleculer";
import { dataDir, env } from "#mixins/env";
import { instance } from "#mixins/instances";
import { serveMetrics } from "#mixins/metrics";
import options from "../../moleculer.config.ts";
import { buildApart } from "../build.ts";
import { seed } from "../seed.ts";
import { firstAdministrator } from "../../services/auth/first-administrator.ts";
import { takeDataDir } from "./data-dir.ts";
import { enginesAreThere } from "./engines.ts";
import { greet, greetNode } from "./greet.ts";
import { openPlugins } from "./plugins.ts";
import { portIsFree } from "./port.ts";
import { chosenServices, isWhole, loadServices } from "./services.ts";
import { stopOnSignals } from "./stop.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Opens the mall, or this node of it. Throws, in words for the operator, when it can't. */
export async function open(): Promise<ServiceBroker> {
	const began = Date.now();
	const chosen = chosenServices();
	const release = isOwner ? takeDataDir(dataDir) : shareDataDir();
	if (chosen.includes("api") && !instance) await prepareDoor();
	const node: { broker?: ServiceBroker } = {};
	stopOnSignals(node, release);
	if (!instance || instance.number === 1) await serveMetrics(() => isServing(node));
	await enginesAreThere(say);
	const isFirst = !env.MONGO_URL && !existsSync(join(dataDir, "users.sqlite"));

	const broker = new ServiceBroker(options);
	node.broker = broker;
	await loadServices(broker);
	await broker.start();
	openPlugins(broker, chosen);

	if (isWhole(chosen)) {
		await firstAdministrator({ broker });
		if (env.SEED === "demo") await seed(broker, say);
		greet({ broker, isFirst, seconds: (Date.now() - began) / 1000 });
	} else greetNode(broker, chosen);
	process.send?.("open");
	return broker;
}

/** It takes calls: all is started, nothing is being stopped, the bus is there. */
const isServing = ({ broker }: { broker?: ServiceBroker }) =>
	broker?.started === true && broker.transit?.connected !== false;

/** Instances share the folder of the process that started them, nodes on MongoDB what they like. */
const isOwner = !instance && !env.MONGO_URL;

async function prepareDoor() {
	await portIsFree(env.HOST, env.PORT);
	// Why: tests start many malls and build the pages once, before them.
	if (!process.argv.includes("--as-built")) await buildApart();
}

function shareDataDir() {
	mkdirSync(dataDir, { recursive: true });
	return () => {};
}
