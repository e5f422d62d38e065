import { globSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServiceBroker, ServiceSchema } from "moleculer";
import { leftOut, plugins } from "#contracts/index";
import { env } from "#mixins/env";
import { instance } from "#mixins/instances";
import { vitals } from "#mixins/vitals";

const root = resolve(import.meta.dirname, "../..");

const folders = globSync("services/*/*.service.ts", { cwd: root })
	.map((file) => file.split("/")[1] ?? "")
	.toSorted();

/** What there is once on a machine: a job's state, and the search index in memory. */
const onlyOnce = new Set(env.ELASTICSEARCH_URL ? ["jobs"] : ["jobs", "search"]);

/** The services of this node: those that SERVICES names, or all; less in further instances. */
export function chosenServices(): string[] {
	const isFirst = !instance || instance.number === 1;
	return named().filter((name) => isFirst || !onlyOnce.has(name));
}

function named(): string[] {
	const all = [...folders, ...plugins.map(({ name }) => name)];
	if (!env.SERVICES) return all;
	const chosen = env.SERVICES.split(",");
	const known = [...all, ...leftOut.map(({ name }) => name)];
	const unknown = chosen.find((name) => !known.includes(name));
	if (unknown) throw new Error(`SERVICES names ${unknown}; there are ${known.join(", ")}.`);
	return chosen;
}

export const isWhole = (chosen: string[]) => folders.every((name) => chosen.includes(name));

/** Creates the mall's own of these services on the broker, all but those `without`. */
export async function loadServices(broker: ServiceBroker, without: string[] = []) {
	broker.createService(vitals);
	for (const name of chosenServices()) {
		if (without.includes(name) || !folders.includes(name)) continue;
		const file = join(root, "services", name, `${name}.service.ts`);
		const module = (await import(pathToFileURL(file).href)) as Loaded;
		broker.createService(module.default);
	}
}

interface Loaded {
	default: ServiceSchema;
}
