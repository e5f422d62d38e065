import { resolve } from "node:path";
import { programOf, startServer } from "./engine.ts";

const file = resolve(import.meta.dirname, "../../../k8s/balancer/haproxy.cfg");

/** In front of two doors, each an address with its port. */
export function startBalancer([one, two]: readonly [string, string]) {
	const program = programOf("haproxy", "apt-get install haproxy");
	return startServer({
		scheme: "http",
		command: (port) => ({
			program,
			args: ["-db", "-f", file],
			env: { BIND: `127.0.0.1:${port}`, DOOR_1: one, DOOR_2: two },
		}),
		isReady: (port) =>
			fetch(`http://127.0.0.1:${port}/health/ready`)
				.then(({ ok }) => ok)
				.catch(() => false),
		patienceMs: 60_000,
	});
}
