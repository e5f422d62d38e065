// A keep-alive HTTP/1.1 connection that costs next to nothing, so that the server is what is
// measured and not the client.
import { connect } from "node:net";
import type { Socket } from "node:net";

export interface Answer {
	status: number;
	body: string;
}

export interface Ask {
	method?: string;
	path: string;
	headers?: Record<string, string>;
	body?: unknown;
}

export class Connection {
	#socket: Socket;
	#host: string;
	#received: Buffer[] = [];
	#size = 0;
	#wanted = -1;
	#status = 0;
	#bodyFrom = 0;
	#answer: ((answer: Answer) => void) | undefined;
	#failed: ((error: Error) => void) | undefined;

	constructor(origin: string) {
		const { hostname, port, host } = new URL(origin);
		this.#host = host;
		this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
		this.#socket.on("data", (chunk) => this.#take(chunk));
		this.#socket.on("error", (error) => this.#failed?.(error));
		this.#socket.on("close", () => this.#failed?.(new Error("connection closed")));
	}

	ask({ method = "GET", path, headers = {}, body }: Ask): Promise<Answer> {
		const text = body === undefined ? "" : JSON.stringify(body);
		let head = `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n`;
		for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
		if (body !== undefined) {
			head += `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
		} else if (method !== "GET") {
			head += "Content-Length: 0\r\n";
		}
		return new Promise((resolve, reject) => {
			if (this.#socket.destroyed) reject(new Error("connection closed"));
			this.#answer = resolve;
			this.#failed = reject;
			this.#socket.write(`${head}\r\n${text}`);
		});
	}

	close() {
		this.#failed = undefined;
		this.#socket.destroy();
	}

	#take(chunk: Buffer) {
		this.#received.push(chunk);
		this.#size += chunk.length;
		if (this.#wanted < 0 && !this.#readHead()) return;
		if (this.#size < this.#wanted) return;
		const all = this.#all();
		const answer = {
			status: this.#status,
			body: all.toString("utf8", this.#bodyFrom, this.#wanted),
		};
		this.#received = [];
		this.#size = 0;
		this.#wanted = -1;
		this.#answer?.(answer);
	}

	/** Every answer of the mall says its length, but for 204 and 304, which have none. */
	#readHead(): boolean {
		const all = this.#all();
		const end = all.indexOf("\r\n\r\n");
		if (end < 0) return false;
		const head = all.toString("latin1", 0, end);
		this.#status = Number(head.slice(9, 12));
		const length = /content-length: (\d+)/i.exec(head)?.[1] ?? "0";
		this.#bodyFrom = end + 4;
		this.#wanted = this.#bodyFrom + Number(length);
		return true;
	}

	#all(): Buffer {
		if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)];
		return this.#received[0] ?? Buffer.alloc(0);
	}
}
