// What no linter rule says about how the code may hang together.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { actions } from "#contracts/index";
import { layers } from "#scripts/layers";

const files = Object.keys(layers).flatMap((layer) =>
	globSync(`${layer}/**/*.{ts,vue}`, { exclude: (path) => path.includes("node_modules") }),
);
const source = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const isTest = (file: string) => file.endsWith(".test.ts");

const importOf = /^(?:import|export)\s(?:[^;]*?\sfrom\s)?["']([^"']+)["']/gm;

function importsOf(file: string): string[] {
	return [...source.get(file)!.matchAll(importOf)].map(([, from]) => from!);
}

const layerOf = (path: string) => path.split("/")[0]!;

/** The file or library that an import names. */
function target(file: string, from: string): { layer?: string; path?: string; library?: string } {
	if (from.startsWith("#")) return { layer: layerOf(from.slice(1)), path: from.slice(1) };
	if (from.startsWith(".")) {
		const path = normalize(join(dirname(file), from));
		return { layer: layerOf(path), path };
	}
	if (from.startsWith("node:")) return { library: "node" };
	return {
		library: from
			.split("/")
			.slice(0, from.startsWith("@") ? 2 : 1)
			.join("/"),
	};
}

describe("the architecture", () => {
	it("lets a folder import only what the table allows", () => {
		const wrong = files
			.filter((file) => !isTest(file))
			.flatMap((file) => {
				const layer = layerOf(file);
				const { may, libraries } = layers[layer]!;
				return importsOf(file)
					.map((from) => ({ from, ...target(file, from) }))
					.filter(({ layer: to, library }) => {
						if (to)
							return to !== layer && !may.includes(to) && layers[to] !== undefined;
						return (
							libraries !== "any" &&
							library !== undefined &&
							!libraries.includes(library)
						);
					})
					.map(({ from }) => `${file} imports ${from}`);
			});

		expect(wrong).toEqual([]);
	});

	it("keeps services apart: they call each other and never import each other", () => {
		const wrong = files
			.filter((file) => file.startsWith("services/"))
			.flatMap((file) =>
				importsOf(file)
					.map((from) => target(file, from).path ?? "")
					.filter((path) => path.startsWith("services/"))
					.filter((path) => path.split("/")[1] !== file.split("/")[1])
					.map((path) => `${file} imports ${path}`),
			);

		expect(wrong).toEqual([]);
	});

	it("ships no schema to a browser", () => {
		const allowed = ["client", "countries", "money", "routes"].map(
			(name) => `contracts/${name}`,
		);
		const wrong = files
			.filter((file) => file.startsWith("web-"))
			.flatMap((file) => {
				const values = source
					.get(file)!
					.matchAll(/^import (?!type)[^;]*?from\s["']#(contracts\/[^"']+)["']/gm);
				return [...values]
					.filter(([, path]) => !allowed.includes(path!))
					.map(([, path]) => `${file} imports ${path} at run time`);
			});

		expect(wrong).toEqual([]);
	});

	it("calls actions by their contract, never by a string", () => {
		const wrong = files
			.filter((file) => file.startsWith("services/") && !isTest(file))
			.filter((file) => /\.call\(\s*["'`]v?\d?/.test(source.get(file)!));

		expect(wrong).toEqual([]);
	});

	it("reads the environment in one place", () => {
		const wrong = files
			.filter((file) => /^(services|mixins|domain|contracts)\//.test(file))
			.filter((file) => file !== "mixins/env.ts" && !isTest(file))
			.filter((file) => source.get(file)!.includes("process.env"));

		expect(wrong).toEqual([]);
	});

	it("keeps finished bodies of public actions only", () => {
		const wrong = actions.filter(({ cached, access }) => cached && access !== "public");

		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	it("gives every internal action no route and every other one a route", () => {
		const wrong = actions.filter(
			({ access, rest }) => (access === "internal") === Boolean(rest),
		);

		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	it("pages every list of a collection", () => {
		const wrong = actions
			.filter(({ rest, returns }) => {
				const shape = JSON.stringify(returns ?? {});
				return rest?.startsWith("GET") && shape.includes('"pageSize"');
			})
			.filter(({ params }) => !JSON.stringify(params ?? {}).includes('"pageSize"'));

		expect(wrong.map(({ name }) => name)).toEqual([]);
	});
});
