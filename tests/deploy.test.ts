// What keeps the files of a deployment true to the code, without any tool of theirs.
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import options from "../moleculer.config.ts";
import { readEnv } from "#mixins/env";

const read = (file: string) => readFileSync(file, "utf8");
const about = JSON.parse(read("package.json")) as {
	scripts: { start: string };
	dependencies: Record<string, string>;
};
const dockerfile = read("Dockerfile");
const services = globSync("services/*/*.service.ts").map((file) => basename(dirname(file)));
const variables = Object.keys(readEnv({}));

const documents = (file: string): any[] =>
	parseAllDocuments(read(file)).map((document) => document.toJS());
const named = (file: string, name: string) =>
	documents(file).find(({ kind }) => kind === name) ?? expect.fail(`${file} has no ${name}`);

/** `A=b` in lines, as the examples of secrets have them. */
const lines = (text: string): Record<string, string> =>
	Object.fromEntries(
		text
			.split("\n")
			.filter((line) => /^[A-Z]/.test(line))
			.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
	);

const imageEnv = lines(
	(/\nENV ([^]*?[^\\])\n/.exec(dockerfile)?.[1] ?? "").replaceAll(/\s*\\\n\s*/g, "\n"),
);
const filledIn = { ADMIN_PASSWORD: "correct-horse-battery", ENGINES_PASSWORD: "secret" };

describe("the image", () => {
	it("has the Node of package.json", () => {
		expect(dockerfile).toMatch(`FROM node:${about.dependencies.node}-`);
	});

	it("starts as `npm start` does, with node as its first process", () => {
		const command = /\nCMD (\[.*\])/.exec(dockerfile)?.[1] ?? "[]";

		expect((JSON.parse(command) as string[]).join(" ")).toBe(
			`${about.scripts.start} --as-built`,
		);
	});

	it("runs as a number that is not root's, and asks the operator's port how it is", () => {
		expect(/\nUSER (\d+)/.exec(dockerfile)?.[1]).toBe("1000");
		expect(dockerfile).toMatch(/HEALTHCHECK[^]*METRICS_PORT\}\/health\/ready/);
		expect(dockerfile).toContain(`EXPOSE 3000 ${imageEnv["METRICS_PORT"]}`);
	});

	it("is given all that a mall is made of", () => {
		const kept = read(".dockerignore")
			.split("\n")
			.flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
		const needed = ["moleculer.config.ts", "package.json", "tsconfig.json", "web-mall"];
		const layers = ["contracts", "domain", "mixins", "services", "scripts", "web-admin"];

		expect(kept).toEqual(expect.arrayContaining([...needed, ...layers]));
	});
});

const groupFiles = globSync("k8s/base/*/kustomization.yaml").filter(
	(file) => !file.includes("_service"),
);
/** The services by group, as Kubernetes runs them. */
const groups = new Map(
	groupFiles.map((file) => [
		basename(dirname(file)),
		/name: SERVICES, value: "([a-z,]+)"/.exec(read(file))?.[1] ?? "",
	]),
);
const nodes = named("k8s/base/_service/deployment.yaml", "Deployment");
const pod = nodes.spec.template.spec;
const [node] = pod.containers;
const overlays = globSync("k8s/overlays/*/kustomization.yaml");

describe("the files for Kubernetes", () => {
	it("can be read, and name only files that are there", () => {
		for (const file of globSync("k8s/**/*.yaml")) {
			for (const document of parseAllDocuments(read(file)))
				expect(document.errors, file).toEqual([]);
			const { resources = [] } = documents(file)[0] as { resources?: string[] };
			for (const resource of resources)
				expect(existsSync(`${dirname(file)}/${resource}`), `${file}: ${resource}`).toBe(
					true,
				);
		}
		const { resources } = parse(read("k8s/base/kustomization.yaml")) as { resources: string[] };
		expect(resources).toEqual(expect.arrayContaining([...groups.keys()]));
	});

	it("run each service in exactly one group", () => {
		const run = [...groups.values()].flatMap((names) => names.split(","));

		expect(run.toSorted()).toEqual(services.toSorted());
	});

	it("give nodes an environment that a mall in production starts with", () => {
		for (const overlay of overlays) {
			const { configMapGenerator } = parse(read(overlay));
			const settings = lines(configMapGenerator[0].literals.join("\n"));
			const secrets = { ...lines(read("k8s/secrets.example.env")), ...filledIn };
			const { ENGINES_PASSWORD: _, ...env } = { ...imageEnv, ...settings, ...secrets };

			expect(variables, overlay).toEqual(expect.arrayContaining(Object.keys(env)));
			expect(() => readEnv(env), overlay).not.toThrow();
			expect(read(overlay), overlay).toContain(
				`value: ${new URL(readEnv(env).PUBLIC_URL).host}`,
			);
		}
		// Otherwise Kubernetes tells of its services by names that the mall refuses.
		expect(pod.enableServiceLinks).toBe(false);
	});

	it("ask for a node's health where it is told, and leave it time to stop", () => {
		const port = { name: "operator", containerPort: Number(imageEnv["METRICS_PORT"]) };
		const door = read("k8s/base/door/kustomization.yaml");
		const sleep = Number(node.lifecycle.preStop.exec.command[1]);
		const finishing = (options.tracking?.shutdownTimeout ?? 0) / 1000;

		expect(node.ports).toEqual([port]);
		for (const probe of ["startupProbe", "readinessProbe"])
			expect(node[probe].httpGet).toEqual({ path: "/health/ready", port: "operator" });
		expect(node.livenessProbe.httpGet).toEqual({ path: "/health/live", port: "operator" });
		expect(door).toContain(`name: http, containerPort: ${readEnv({}).PORT}`);
		expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(sleep + finishing + 10);
	});

	it("replace nodes without having fewer of them", () => {
		expect(nodes.spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
	});
});

const engines = ["bus", "documents", "index", "limits"].map((file) =>
	named(`k8s/engines/${file}.yaml`, "StatefulSet"),
);

describe("every container of Kubernetes", () => {
	const templates = [nodes, ...engines].map(({ spec }) => spec.template.spec);

	it("is bounded, probed, and may do little", () => {
		for (const { securityContext, containers, automountServiceAccountToken } of templates) {
			expect(automountServiceAccountToken).toBe(false);
			expect(securityContext).toMatchObject({
				runAsNonRoot: true,
				seccompProfile: { type: "RuntimeDefault" },
			});
			for (const container of containers) {
				const { name, resources, securityContext: own } = container;
				expect(Object.keys(resources.requests), name).toEqual(["cpu", "memory"]);
				expect(Object.keys(resources.limits), name).toEqual(["cpu", "memory"]);
				expect(container, name).toMatchObject({
					startupProbe: {},
					readinessProbe: {},
					livenessProbe: {},
				});
				expect(own, name).toMatchObject({
					allowPrivilegeEscalation: false,
					capabilities: { drop: ["ALL"] },
					readOnlyRootFilesystem: name !== "elasticsearch",
				});
			}
		}
	});

	it("has an image of a named version; the mall's own comes with a release", () => {
		const images = engines.map(({ spec }) => spec.template.spec.containers[0].image);

		for (const image of images) expect(image).toMatch(/^[a-z]+:\d+\.\d+\.\d+(-[a-z]+)?$/);
		expect(node.image).toBe("micro-mall");
	});

	it("is reached by nobody that no policy names", () => {
		const [first] = documents("k8s/base/network.yaml");

		expect(first.spec).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
	});
});

describe("the cluster of compose.yaml", () => {
	const text = read("compose.yaml");
	const compose = parse(text, { merge: true });
	const containers = Object.entries<any>(compose.services);
	const isNode = ([, { environment }]: [string, any]) => environment?.SERVICES !== undefined;

	const filled = (value: unknown) =>
		String(value).replaceAll(
			/\$\{(\w+)(?::[-?]([^}]*))?\}/g,
			(_, name: string, other = "") =>
				({ ...lines(read(".env.example")), ...filledIn })[name] || other,
		);

	it("runs the same groups as Kubernetes, each on two nodes", () => {
		const run = containers
			.filter(isNode)
			.map(([name, { environment }]) => [name, environment.SERVICES]);
		const twice = [...groups].flatMap(([name, of]) => [
			[`${name}-1`, of],
			[`${name}-2`, of],
		]);

		expect(Object.fromEntries(run)).toEqual(Object.fromEntries(twice));
	});

	it("gives nodes an environment that a mall in production starts with", () => {
		for (const [name, { environment }] of containers.filter(isNode)) {
			const own = Object.entries(environment).map(([key, value]) => [key, filled(value)]);
			const env = { ...imageEnv, ...(Object.fromEntries(own) as Record<string, string>) };

			expect(variables, name).toEqual(expect.arrayContaining(Object.keys(env)));
			expect(() => readEnv(env), name).not.toThrow();
		}
	});

	it("names in .env.example what has no value of its own", () => {
		const asked = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);

		expect(Object.keys(lines(read(".env.example")))).toEqual(expect.arrayContaining(asked));
	});

	it("bounds and watches every container, and lets it gain nothing", () => {
		for (const container of containers) {
			const [name, { mem_limit, cpus, security_opt, healthcheck, image, build }] = container;
			expect({ mem_limit, cpus }, name).toEqual({
				mem_limit: expect.stringMatching(/^\d+[gm]$/),
				cpus: expect.any(Number),
			});
			expect(security_opt, name).toEqual(["no-new-privileges:true"]);
			// The image of the mall brings its own.
			if (!build) expect(healthcheck?.test, name).toBeDefined();
			if (!build) expect(image, name).toMatch(/^[a-z]+:\d+\.\d+\.\d+(-[a-z]+)?$/);
			if (build) expect(container[1]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
		}
	});

	it("has its pictures where both nodes of their services find them", () => {
		for (const name of ["goods-1", "goods-2"])
			expect(compose.services[name].volumes, name).toEqual([
				`pictures:${imageEnv["DATA_DIR"]}`,
			]);
	});

	it("sends requests to the doors that there are", () => {
		const { environment, volumes } = compose.services.balancer;
		const [file] = volumes[0].split(":");
		const address = (name: string) =>
			`${compose.services[name].networks.inside.ipv4_address}:${readEnv({}).PORT}`;

		expect([environment.DOOR_1, environment.DOOR_2]).toEqual(["door-1", "door-2"].map(address));
		for (const name of ["BIND", "DOOR_1", "DOOR_2"])
			expect(read(file)).toContain(`\${${name}}`);
	});
});
