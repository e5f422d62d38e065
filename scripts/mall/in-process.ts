// No mall runs: some of its services, on its data folder, in this process.
import { ServiceBroker } from "moleculer";
import type { ServiceSchema } from "moleculer";
import { dataDir } from "#mixins/env";
import options from "../../moleculer.config.ts";
import { takeDataDir } from "../start/data-dir.ts";

interface Loaded {
	default: ServiceSchema;
}

/** Events for others wait in the store until they start. */
export async function startHere(services: Promise<Loaded>[]) {
	const release = takeDataDir(dataDir);
	const broker = new ServiceBroker({ ...options, skipProcessEventRegistration: false });
	for (const { default: schema } of await Promise.all(services)) broker.createService(schema);
	await broker.start();
	return {
		broker,
		async close() {
			await broker.stop();
			release();
		},
	};
}
