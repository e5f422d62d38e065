import { globSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServiceBroker, ServiceSchema } from "moleculer";

const root = resolve(import.meta.dirname, "../..");

/** Creates every service of the folder on the broker; `without` leaves some out. */
export async function loadServices(broker: ServiceBroker, without: string[] = []) {
	for (const file of globSync("services/*/*.service.ts", { cwd: root }).toSorted()) {
		if (without.includes(file.split("/")[1] ?? "")) continue;
		const module = (await import(pathToFileURL(join(root, file)).href)) as Loaded;
		broker.createService(module.default);
	}
}

interface Loaded {
	default: ServiceSchema;
}
