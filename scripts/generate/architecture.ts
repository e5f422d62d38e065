// Diagrams of the mall, drawn from the layer table and the contracts.
import type { AnyContract } from "#contracts/index";
import { layers } from "#scripts/layers";

export function architectureDoc(contracts: readonly AnyContract[]): string {
	return [
		"# Diagrams",
		"",
		"Made from the code by `npm run generate`.",
		"",
		"## Who may import whom",
		"",
		"```mermaid",
		"graph LR",
		...Object.entries(layers)
			.filter(isShipped)
			.flatMap(([from, { may }]) => may.map((to) => `\t${from} --> ${to}`)),
		"```",
		"",
		"## Who hears whom",
		"",
		"```mermaid",
		"graph LR",
		...hearing(contracts),
		"```",
		"",
	].join("\n");
}

/** Tests and tools import everything; arrows from them would only hide the rest. */
const isShipped = ([name]: [string, unknown]) => !["tests", "scripts", "bench"].includes(name);

function hearing(contracts: readonly AnyContract[]): string[] {
	const teller = new Map<string, string>();
	for (const { $ } of contracts) {
		for (const { emits = [] } of Object.values($.actions)) {
			for (const { name } of emits) teller.set(name, $.service);
		}
	}
	return contracts.flatMap(({ $ }) =>
		Object.values($.listens).map(
			({ name }) => `\t${teller.get(name) ?? "?"} -- ${name} --> ${$.service}`,
		),
	);
}
