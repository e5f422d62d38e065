// `npm run repl`: a prompt in the cluster that NATS_URL names, or in the embedded mall that runs on this
// data folder with REPL=on, as a node of its own; where nothing runs, the mall opens with a prompt.
import { connect } from "node:net";
import { ServiceBroker } from "moleculer";
import type { BrokerOptions } from "moleculer";
import { env } from "#mixins/env";
import { overSocket } from "#mixins/cluster";
import { socketPath } from "#mixins/socket-transporter";
import { vitals } from "#mixins/vitals";
import { commands } from "./repl/commands.ts";

try {
	const broker = await whereItRuns();
	broker.options.replOptions = { customCommands: commands, delimiter: "mall $" };
	broker.repl();
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	const advice = reason.includes("another mall") ? " Started with REPL=on, it lets one in." : "";
	process.stderr.write(`There is no prompt: ${reason}${advice}\n`);
	process.exit(1);
}

async function whereItRuns(): Promise<ServiceBroker> {
	if (env.NATS_URL) return join();
	return (await isOpen(socketPath)) ? join(overSocket("joins")) : openHere();
}

/** Whether a mall answers there; a file that a killed one has left does not. */
function isOpen(path: string): Promise<boolean> {
	return new Promise((done) => {
		const probe = connect(path, () => {
			probe.end();
			done(true);
		});
		probe.once("error", () => done(false));
	});
}

async function join(over: BrokerOptions = {}): Promise<ServiceBroker> {
	const { default: options } = await import("../moleculer.config.ts");
	const { enginesAreThere } = await import("./start/engines.ts");
	await enginesAreThere((line) => process.stdout.write(`${line}\n`));
	const broker = new ServiceBroker({ ...options, ...over });
	broker.createService(vitals);
	for (const signal of ["SIGINT", "SIGTERM"])
		process.once(signal, () => void broker.stop().then(() => process.exit(0)));
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
