import { programOf, startServer } from "./engine.ts";

export function startNats(...extra: string[]) {
	const program = programOf("nats-server", "apt-get install nats-server");
	return startServer({
		scheme: "nats",
		command: (port, folder) => ({
			program,
			args: ["-a", "127.0.0.1", "-p", String(port), "-P", `${folder}/pid`, ...extra],
		}),
		isReady: (_port, output) => output.includes("Server is ready"),
	});
}
