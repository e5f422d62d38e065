// How `npm run repl` talks to an embedded mall: over a socket in its data folder, which only its owner
// may open. Why not Moleculer's TCP transporter: docs/adr/0013-engines.md.
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { join } from "node:path";
import { Transporters } from "moleculer";
import { dataDir } from "./env.ts";

export const socketPath = join(dataDir, "repl.sock");

/** Addresses of sockets are short on every system; Linux takes 107 bytes. */
const longestPath = 107;

interface Packet {
	topic: string;
	data: Buffer;
}

/** Length of the packet, length of the topic, topic, data. */
export function framed({ topic, data }: Packet): Buffer {
	const name = Buffer.from(topic);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(name.length + data.length, 0);
	head.writeUInt32BE(name.length, 4);
	return Buffer.concat([head, name, data]);
}

/** Takes a stream apart; a packet may come in pieces, and several in one. */
export class Frames {
	#rest = Buffer.alloc(0);

	*take(chunk: Buffer): Generator<Packet> {
		this.#rest = Buffer.concat([this.#rest, chunk]);
		while (this.#rest.length >= 8) {
			const end = 8 + this.#rest.readUInt32BE(0);
			if (this.#rest.length < end) return;
			const nameEnd = 8 + this.#rest.readUInt32BE(4);
			yield {
				topic: this.#rest.toString("utf8", 8, nameEnd),
				data: this.#rest.subarray(nameEnd, end),
			};
			this.#rest = this.#rest.subarray(end);
		}
	}
}

/** The mall `opens` the socket, a prompt `joins` it. */
export class SocketTransporter extends Transporters.Base {
	#role: "opens" | "joins";
	#commands = new Map<string, string>();
	#peers = new Set<Socket>();
	#server: Server | undefined;

	constructor(role: "opens" | "joins") {
		super();
		this.#role = role;
	}

	override async connect() {
		if (this.#role === "opens") await this.#listen();
		else await this.#join();
		await this.onConnected(false);
	}

	override async disconnect() {
		this.connected = false;
		for (const peer of this.#peers) peer.end();
		this.#server?.close();
	}

	override async subscribe(command: string, nodeID: string) {
		this.#commands.set(this.getTopicName(command, nodeID), command);
	}

	/** Moleculer's own balancer is used: nobody asks for these. */
	override async subscribeBalancedRequest() {}

	override async subscribeBalancedEvent() {}

	override async send(topic: string, data: Buffer) {
		for (const peer of this.#peers) peer.write(framed({ topic, data }));
	}

	async #listen() {
		if (Buffer.byteLength(socketPath) > longestPath)
			throw new Error(`REPL=on needs a shorter DATA_DIR: ${socketPath} is too long.`);
		// Why: this process owns the folder, so what lies there is left of one that was killed.
		rmSync(socketPath, { force: true });
		const server = createServer((peer) => this.#welcome(peer));
		// Why not afterwards: somebody could open it in between.
		const usual = process.umask(0o177);
		const opened = once(server, "listening");
		server.listen(socketPath);
		process.umask(usual);
		await opened;
		this.#server = server;
	}

	async #join() {
		const peer = connect(socketPath);
		await new Promise<void>((done, failed) => {
			peer.once("connect", done);
			peer.once("error", failed);
		});
		this.#welcome(peer);
		// Why: a prompt whose mall is gone has nothing to ask.
		peer.once("close", () => this.connected && process.kill(process.pid, "SIGTERM"));
	}

	#welcome(peer: Socket) {
		const frames = new Frames();
		this.#peers.add(peer);
		peer.on("data", (chunk) => {
			for (const packet of frames.take(chunk)) this.#take(packet, peer);
		});
		peer.on("error", () => peer.destroy());
		peer.once("close", () => this.#peers.delete(peer));
	}

	/** For this node, and for the other prompts. */
	#take({ topic, data }: Packet, from: Socket) {
		const command = this.#commands.get(topic);
		if (command) void this.receive(command, data);
		for (const peer of this.#peers) if (peer !== from) peer.write(framed({ topic, data }));
	}
}
