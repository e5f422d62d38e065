import { existsSync } from "node:fs";
import { join } from "node:path";
import { ServiceBroker } from "moleculer";
import { dataDir, env } from "#mixins/env";
import { serveMetrics } from "#mixins/metrics";
import options from "../../moleculer.config.ts";
import { buildApart } from "../build.ts";
import { seed } from "../seed.ts";
import { firstAdministrator } from "../../services/auth/first-administrator.ts";
import { takeDataDir } from "./data-dir.ts";
import { greet } from "./greet.ts";
import { portIsFree } from "./port.ts";
import { loadServices } from "./services.ts";
import { stopOnSignals } from "./stop.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Opens the mall in this process. Throws, in words for the operator, when it can't. */
export async function open() {
	const began = Date.now();
	const release = takeDataDir(dataDir);
	await portIsFree(env.HOST, env.PORT);
	await serveMetrics();
	// Why: tests start many malls and build the pages once, before them.
	if (!process.argv.includes("--as-built")) await buildApart();
	const isFirst = !existsSync(join(dataDir, "users.sqlite"));

	const broker = new ServiceBroker(options);
	await loadServices(broker);
	stopOnSignals(broker, release);
	await broker.start();

	await firstAdministrator({ broker });
	if (env.SEED === "demo") await seed(broker, say);
	greet({ broker, isFirst, seconds: (Date.now() - began) / 1000 });
}
