import { createServer } from "node:net";

/** Throws, in words for the operator, when the port can't be listened on. */
export function portIsFree(host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", (error: NodeJS.ErrnoException) => {
			const reasons: Record<string, string> = {
				EADDRINUSE: `port ${port} is in use. Stop what runs there, or set PORT.`,
				EACCES: `port ${port} is not allowed for this user. Set PORT to one above 1023.`,
				EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
			};
			reject(new Error(reasons[error.code ?? ""] ?? `${host}:${port}: ${error.message}`));
		});
		probe.listen(port, host, () => probe.close(() => resolve()));
	});
}
