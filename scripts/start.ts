// `npm start`: the whole mall in one process on embedded stores. Says where it is, or in one line
// why it can't be.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ServiceBroker } from "moleculer";
import { buildPages } from "./build.ts";
import { takeDataDir } from "./start/data-dir.ts";
import { greet } from "./start/greet.ts";
import { portIsFree } from "./start/port.ts";
import { loadServices } from "./start/services.ts";
import { stopOnSignals } from "./start/stop.ts";

try {
	await start();
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`The mall can't start: ${reason}\n`);
	process.exit(1);
}

async function start() {
	const began = Date.now();
	// Why: a malformed variable throws on import, and belongs into the one clear line.
	const { env, dataDir } = await import("#mixins/env");
	const release = takeDataDir(dataDir);
	await portIsFree(env.HOST, env.PORT);
	await buildPages((line) => process.stdout.write(`${line}\n`));
	const isFirst = !existsSync(join(dataDir, "users.sqlite"));

	const { default: options } = await import("../moleculer.config.ts");
	const broker = new ServiceBroker(options);
	await loadServices(broker);
	stopOnSignals(broker, release);
	await broker.start();

	const { seed } = await import("./seed.ts");
	if (env.SEED === "demo") await seed(broker, (line) => process.stdout.write(`${line}\n`));
	greet({ broker, isFirst, seconds: (Date.now() - began) / 1000 });
}
