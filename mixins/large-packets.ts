// NATS carries 1 MiB a message. What is larger travels in pieces and is put together on the other
// side, whatever it is: the parameters of a call, its answer, an event. Uploads and imports are
// streams anyway.
import { randomBytes } from "node:crypto";
import type { Middleware } from "moleculer";

const pieceSize = 512 * 1024;
/** JSON packets begin with "{", so no packet is taken for a piece. */
const mark = Buffer.from("PART");
const headSize = mark.length + 8 + 4 + 4;
/** A sender that died leaves pieces; nobody waits longer for the rest. */
const patienceMs = 30_000;
const mostPieces = 512;

interface Gathering {
	pieces: (Buffer | undefined)[];
	missing: number;
	timer: NodeJS.Timeout;
}

/** One message as pieces, each with the number of it and of all. */
export function pieces(data: Buffer): Buffer[] {
	const count = Math.ceil(data.length / pieceSize);
	const id = randomBytes(8);
	return Array.from({ length: count }, (_, at) => {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(at, 0);
		head.writeUInt32BE(count, 4);
		return Buffer.concat([mark, id, head, data.subarray(at * pieceSize, (at + 1) * pieceSize)]);
	});
}

/** Puts messages together again; answers the whole one with its last piece. */
export class Assembly {
	#open = new Map<string, Gathering>();

	take(piece: Buffer): Buffer | undefined {
		const id = piece.toString("hex", mark.length, mark.length + 8);
		const at = piece.readUInt32BE(headSize - 8);
		const count = piece.readUInt32BE(headSize - 4);
		if (count > mostPieces || at >= count) return undefined;
		const gathering = this.#open.get(id) ?? this.#begin(id, count);
		if (gathering.pieces[at]) return undefined;
		gathering.pieces[at] = piece.subarray(headSize);
		gathering.missing -= 1;
		if (gathering.missing > 0) return undefined;
		clearTimeout(gathering.timer);
		this.#open.delete(id);
		return Buffer.concat(gathering.pieces.map((one) => one ?? Buffer.alloc(0)));
	}

	#begin(id: string, count: number): Gathering {
		const timer = setTimeout(() => this.#open.delete(id), patienceMs).unref();
		const fresh = { pieces: Array.from<undefined>({ length: count }), missing: count, timer };
		this.#open.set(id, fresh);
		return fresh;
	}
}

export const isPiece = (data: Buffer) => data.subarray(0, mark.length).equals(mark);

type Send = (topic: string, data: Buffer, meta: object) => Promise<unknown>;
type Receive = (command: string, data: Buffer, socket?: unknown) => unknown;

// Why the cast: moleculer's types know the hooks, but not what passes through them.
export const largePackets = (): Middleware => {
	const assembly = new Assembly();
	return {
		name: "LargePackets",
		transporterSend: (next: Send) => async (topic: string, data: Buffer, meta: object) => {
			if (data.length <= pieceSize) return next(topic, data, meta);
			for (const piece of pieces(data)) await next(topic, piece, meta);
			return undefined;
		},
		transporterReceive: (next: Receive) => (command: string, data: Buffer, socket: unknown) => {
			if (!isPiece(data)) return next(command, data, socket);
			const whole = assembly.take(data);
			return whole && next(command, whole, socket);
		},
	} as unknown as Middleware;
};
