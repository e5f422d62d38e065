// No mall runs: the services that an import needs, on the mall's data folder, in this process.
import { createReadStream } from "node:fs";
import { ServiceBroker } from "moleculer";
import { jobs } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { products } from "#contracts/products";
import { dataDir } from "#mixins/env";
import { callAsSystem, system } from "#mixins/service";
import options from "../../moleculer.config.ts";
import { takeDataDir } from "../start/data-dir.ts";
import type { Mall } from "./mall.ts";

export async function mallHere(): Promise<Mall> {
	const release = takeDataDir(dataDir);
	const broker = new ServiceBroker({ ...options, skipProcessEventRegistration: false });
	for (const schema of await needed()) broker.createService(schema);
	await broker.start();
	return {
		begin: (file, params) =>
			broker.call<Job, object>(products.import.name, params, {
				meta: { user: system },
				stream: createReadStream(file),
			}),
		job: (id) => callAsSystem({ broker }, jobs.get, { id }),
		async close() {
			await broker.stop();
			release();
		},
	};
}

/** Events for others wait in the store until they start. */
async function needed() {
	const modules = await Promise.all([
		import("../../services/inventory/inventory.service.ts"),
		import("../../services/jobs/jobs.service.ts"),
		import("../../services/products/products.service.ts"),
		import("../../services/search/search.service.ts"),
		import("../../services/settings/settings.service.ts"),
	]);
	return modules.map(({ default: schema }) => schema);
}
