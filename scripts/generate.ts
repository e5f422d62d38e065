// Writes what is made from the contracts: the route table that the SPAs use, and the docs.
// `--check` writes nothing and fails when something written is out of date.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { contracts, leftOut, plugins } from "#contracts/index";
import { architectureDoc } from "./generate/architecture.ts";
import { catalogueDoc } from "./generate/catalogue.ts";
import { orderLifeDoc } from "./generate/order-life.ts";

for (const { name, reason } of leftOut) {
	process.stderr.write(`The plug-in ${name} is left out: ${reason}\n`);
	process.exitCode = 1;
}

const files: Record<string, string> = {
	"contracts/routes.ts": formatted(routes(), "routes.ts"),
	"docs/generated/services.md": catalogueDoc(contracts),
	"docs/generated/architecture.md": architectureDoc(contracts),
	"docs/generated/order-life.md": orderLifeDoc(),
};

const stale = Object.entries(files).filter(([path, text]) => read(path) !== text);
if (process.argv.includes("--check")) {
	for (const [path] of stale) process.stderr.write(`${path} is out of date: npm run generate\n`);
	if (stale.length > 0) process.exitCode = 1;
} else {
	for (const [path, text] of stale) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		process.stdout.write(`wrote ${path}\n`);
	}
}

function routes() {
	const all = contracts.flatMap(({ $ }) =>
		Object.entries($.actions).flatMap(([verb, { rest }]) =>
			rest ? [`\t"${$.service}.${verb}": "${rest}",`] : [],
		),
	);
	const isDesk = (line: string) => line.includes(" /admin");
	const isPlugin = (service: string) => plugins.some(({ name }) => name === service);
	const services = contracts.map(({ $: { service } }) =>
		isPlugin(service)
			? `\t${service}: typeof import("../plugins/${service}/contract.ts").default;`
			: `\t${service}: typeof import("./${service}.ts").${service};`,
	);
	return [
		"// Made by scripts/generate.ts from the contracts; types only beside two tables of strings, so",
		"// that no schema, and nothing of the desk, ships to shoppers.",
		"export const shopRoutes = {",
		...all.filter((line) => !isDesk(line)),
		"} as const;",
		"",
		"export const deskRoutes = {",
		...all.filter(isDesk),
		"} as const;",
		"",
		"export interface Services {",
		...services,
		"}",
		"",
	].join("\n");
}

function formatted(text: string, name: string) {
	return execFileSync("oxfmt", [`--stdin-filepath=${name}`], { input: text, encoding: "utf8" });
}

function read(path: string) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}
