// Plug-ins: contracts that lie in plugins/<name>/contract.ts. One that can't be read, or that takes
// what is taken, is left out with its reason; the mall goes on without it.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { areas, rights } from "#domain/rights";
import type { ActionSpec, Contract, OwnArea } from "./schema.ts";

/** A contract of which only the whole matters. */
export interface AnyContract {
	readonly $: Contract<Record<string, ActionSpec>>;
}

export interface Plugin {
	name: string;
	contract: AnyContract;
	area?: OwnArea;
}

export interface LeftOut {
	name: string;
	reason: string;
}

export const pluginFolder = join(import.meta.dirname, "../plugins");

interface Found {
	plugins: Plugin[];
	leftOut: LeftOut[];
}

/** The plug-ins beside these contracts of the mall's own. */
export async function findPlugins(own: readonly AnyContract[]): Promise<Found> {
	const found: Found = { plugins: [], leftOut: [] };
	for (const name of foldersIn(pluginFolder)) {
		try {
			const plugin = await read(name);
			const taken = [...own, ...found.plugins.map(({ contract }) => contract)];
			const reason = faultOf(plugin, taken);
			if (reason) found.leftOut.push({ name, reason });
			else found.plugins.push(plugin);
		} catch (thrown) {
			found.leftOut.push({ name, reason: String(thrown) });
		}
	}
	return found;
}

function foldersIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const entries = readdirSync(folder, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.toSorted();
}

async function read(name: string): Promise<Plugin> {
	const file = pathToFileURL(join(pluginFolder, name, "contract.ts")).href;
	const module = (await import(file)) as { default?: AnyContract; area?: OwnArea };
	if (!module.default?.$)
		throw new Error("its contract.ts has no contract as its default export");
	return { name, contract: module.default, area: module.area };
}

/** What a plug-in may not do; nothing, when all is well. */
export function faultOf(
	{ name, contract: { $ }, area }: Plugin,
	taken: readonly AnyContract[],
): string | undefined {
	if ($.service !== name) return `its contract is called ${$.service}, not as its folder`;
	if (taken.some((one) => one.$.service === name)) return `there is a service ${name} already`;
	if (area && (area.key !== name || name in areas)) return `the area ${area.key} is not its own`;
	const known = new Set<string>([...rights, ...rightsOf(area)]);
	const theirs = taken.flatMap((one) => Object.values(one.$.actions));
	const routes = new Set(theirs.map(shapeOf));
	const sentences = new Map(
		theirs.flatMap(({ errors = [] }) => errors.map(({ code, message }) => [code, message])),
	);
	for (const [verb, spec] of Object.entries($.actions)) {
		const { access, rest, errors = [] } = spec;
		if (access.includes(":") && !known.has(access))
			return `${verb} asks for ${access}, which is no right`;
		if ((access === "internal") === Boolean(rest))
			return `${verb} must have a route, or be internal`;
		if (rest && routes.has(shapeOf(spec))) return `${rest} is taken`;
		routes.add(shapeOf(spec));
		const other = errors.find(
			({ code, message }) => (sentences.get(code) ?? message) !== message,
		);
		if (other) return `the error ${other.code} means something else already`;
	}
	return undefined;
}

/** `GET /orders/:id` and `GET /orders/:number` answer the same addresses. */
const shapeOf = ({ rest }: ActionSpec) => rest?.replaceAll(/:\w+/g, ":");

/** The keys of a plug-in's rights: `notes:read`. */
export const rightsOf = (area: OwnArea | undefined): string[] =>
	area ? Object.keys(area.rights).map((right) => `${area.key}:${right}`) : [];
