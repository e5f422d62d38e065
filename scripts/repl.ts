// `npm run repl`: a prompt in the cluster that NATS_URL names, as a node of its own; without one, the
// embedded mall opens with a prompt.
import { ServiceBroker } from "moleculer";
import { env } from "#mixins/env";
import { vitals } from "#mixins/vitals";
import { commands } from "./repl/commands.ts";

try {
	const broker = env.NATS_URL ? await join() : await openHere();
	broker.options.replOptions = { customCommands: commands, delimiter: "mall $" };
	broker.repl();
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`There is no prompt: ${reason}\n`);
	process.exit(1);
}

async function join(): Promise<ServiceBroker> {
	const { default: options } = await import("../moleculer.config.ts");
	const { enginesAreThere } = await import("./start/engines.ts");
	await enginesAreThere((line) => process.stdout.write(`${line}\n`));
	const broker = new ServiceBroker(options);
	broker.createService(vitals);
	await broker.start();
	process.stdout.write(`In the cluster as ${broker.nodeID}. "help" lists the commands.\n`);
	return broker;
}

async function openHere(): Promise<ServiceBroker> {
	const { open } = await import("./start/open.ts");
	const broker = await open();
	process.stdout.write('The mall runs in this prompt. "help" lists the commands.\n');
	return broker;
}
