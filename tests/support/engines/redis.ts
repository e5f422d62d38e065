import { programOf, startServer } from "./engine.ts";

/** In memory only. */
export function startRedis(...extra: string[]) {
	const program = programOf("redis-server", "apt-get install redis-server");
	return startServer({
		scheme: "redis",
		command: (port, folder) => {
			const place = ["--bind", "127.0.0.1", "--port", String(port), "--dir", folder];
			return { program, args: [...place, "--save", "", "--appendonly", "no", ...extra] };
		},
		isReady: (_port, output) => output.includes("Ready to accept connections"),
	});
}
