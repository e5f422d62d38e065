// What a person reads when the mall is up.
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Service, ServiceBroker } from "moleculer";
import { dataDir, env } from "#mixins/env";

interface Greeting {
	broker: ServiceBroker;
	/** Whether this start has made the data folder. */
	isFirst: boolean;
	seconds: number;
}

export function greet({ broker, isFirst, seconds }: Greeting) {
	const origin = env.PUBLIC_URL || `http://localhost:${portOf(broker)}`;
	const lines = [
		"",
		`  Micro-mall is open (${seconds.toFixed(1)} s).`,
		"",
		`  Mall      ${origin}/`,
		`  Console   ${origin}/admin/`,
		`  API       ${origin}/api/v1/docs`,
		`  Data      ${dataDir}`,
		...passwordLines(isFirst),
		"",
		"  Stop it with Ctrl-C. Everything is kept in the data folder.",
		"",
	];
	process.stdout.write(`${lines.join("\n")}\n`);
}

/** What a person reads when a node of a cluster is up. */
export function greetNode(broker: ServiceBroker, services: string[]) {
	const door = services.includes("api") ? ` on port ${portOf(broker)}` : "";
	process.stdout.write(`The node ${broker.nodeID} is open with ${services.join(", ")}${door}.\n`);
}

function passwordLines(isFirst: boolean): string[] {
	if (env.ADMIN_PASSWORD) return ["  Login     admin, with the password in ADMIN_PASSWORD"];
	const file = join(dataDir, "admin-password");
	if (!isFirst) return [`  Login     admin, with the password in ${file}`];
	const password = readFileSync(file, "utf8").trim();
	return [`  Login     admin / ${password}`, `            (kept in ${file})`];
}

/** The port that the gateway really listens on. */
export function portOf(broker: ServiceBroker): number {
	const api = broker.services.find(({ name }) => name === "api") as
		| (Service & { server: { address(): AddressInfo | null } })
		| undefined;
	return api?.server.address()?.port ?? env.PORT;
}
