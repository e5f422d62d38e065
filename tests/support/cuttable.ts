// A wire to a server that can be cut: what is under way breaks, and nobody gets through for a while.
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export interface Wire {
	/** The server's address with this wire's port in it. */
	url: string;
	cut(): void;
	mend(): void;
	close(): Promise<void>;
}

export async function cuttable(server: string): Promise<Wire> {
	const far = new URL(server);
	const ends = new Set<Socket>();
	let isCut = false;
	const wire = createServer((near) => {
		if (isCut) {
			near.destroy();
			return;
		}
		const beyond = connect(Number(far.port), far.hostname);
		for (const [one, other] of [
			[near, beyond],
			[beyond, near],
		] as const) {
			ends.add(one);
			one.on("error", () => {});
			one.on("close", () => {
				ends.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	await new Promise<void>((done) => wire.listen(0, "127.0.0.1", done));
	const { port } = wire.address() as AddressInfo;
	const breakAll = () => {
		for (const end of ends) end.resetAndDestroy();
	};
	return {
		url: server.replace(`:${far.port}`, `:${port}`),
		cut() {
			isCut = true;
			breakAll();
		},
		mend: () => void (isCut = false),
		close() {
			breakAll();
			return new Promise((done) => wire.close(() => done()));
		},
	};
}
