// Clients on slow lines, and such as pretend to be.
import { readdir } from "node:fs/promises";
import { request } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataDir } from "#mixins/env";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { admin, expectBody } from "#tests/support/shop";

interface Gateway {
	server: Server;
	door: { patienceMs: number };
}

const patienceMs = 400;
const rows = Array.from({ length: 12 }, (_, at) => `SLOW-${at},Slow thing ${at},10\n`);

describe("a slow client", () => {
	let mall: OpenMall;
	let gateway: Gateway;
	beforeAll(async () => {
		mall = await openMall();
		await admin(mall);
		gateway = mall.broker.getLocalService("api") as unknown as Gateway;
		gateway.door.patienceMs = patienceMs;
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** Sends these parts with a pause before each; one that never comes leaves the body open. */
	async function upload(parts: AsyncIterable<string>, type = "text/csv") {
		const token = await admin(mall);
		const headers = { Authorization: `Bearer ${token}`, "Content-Type": type };
		const url = `${mall.origin}/api/v1/admin/products/import?stock=1`;
		const sent = request(url, { method: "POST", headers });
		const answer = new Promise<IncomingMessage>((done, failed) => {
			sent.on("error", failed).on("response", done);
		});
		const body = Readable.from(parts);
		body.pipe(sent);
		const response = await answer.finally(() => body.destroy());
		const text = (await response.toArray()).join("");
		return { status: response.statusCode, body: JSON.parse(text) };
	}

	async function* slowly(...parts: string[]) {
		for (const part of parts) {
			await later(patienceMs / 4);
			yield part;
		}
	}

	async function* silentAfter(...parts: string[]) {
		yield* parts;
		await new Promise(() => {});
	}

	it("imports for longer than it would wait in silence", async () => {
		const began = performance.now();

		const { status, body } = await upload(slowly("sku,name,price\n", ...rows));

		expect(performance.now() - began).toBeGreaterThan(2 * patienceMs);
		expect(status, JSON.stringify(body)).toBe(202);
		await expect.poll(() => jobOf(body.id)).toMatchObject({ status: "done", created: 12 });
	});

	it("imports a form that comes slowly, head and all", async () => {
		const head = [
			"--b\r\n",
			'Content-Disposition: form-data; name="file"; filename="a.csv"\r\n',
		];
		const parts = [...head, "Content-Type: text/csv\r\n\r\nsku,name,price\n", ...rows];

		const { status, body } = await upload(
			slowly(...parts, "\r\n--b--\r\n"),
			"multipart/form-data; boundary=b",
		);

		expect(status, JSON.stringify(body)).toBe(202);
		await expect.poll(() => jobOf(body.id)).toMatchObject({ status: "done", total: 12 });
	});

	it.each([
		["import", "text/csv", "sku,name,price\n"],
		["form without a file", "multipart/form-data; boundary=b", "--b\r\nContent-"],
	])("gives an %s up that falls silent, and keeps nothing of it", async (_, type, start) => {
		const { status, body } = await upload(silentAfter(start), type);

		expect({ status, code: body.code }).toEqual({ status: 408, code: "BODY_TOO_SLOW" });
		await expect.poll(() => readdir(join(dataDir, "imports")).catch(() => [])).toEqual([]);
	});

	it("gives a JSON body up that falls silent", async () => {
		const answer = await dribbled(
			"POST /api/v1/cart/items HTTP/1.1\r\nHost: mall\r\n" +
				"Content-Type: application/json\r\nContent-Length: 40\r\n\r\n{",
		);

		expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*BODY_TOO_SLOW/);
	});

	it("hangs up on who sends no whole head", async () => {
		gateway.server.headersTimeout = patienceMs;

		const answer = await dribbled("GET /api/v1/shop HTTP/1.1\r\nX-Slow: ");

		expect(answer).toMatch(/^HTTP\/1\.1 408 /);
	});

	/** What comes back until the mall hangs up; a letter goes there now and then while it can. */
	function dribbled(head: string): Promise<string> {
		const { port, hostname } = new URL(mall.origin);
		const socket = connect(Number(port), hostname);
		const isHead = !head.includes("\r\n\r\n");
		const letters = setInterval(() => isHead && socket.write("x"), patienceMs / 4);
		let text = "";
		socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
		socket.on("error", () => {});
		socket.write(head);
		return new Promise((done) => socket.on("close", () => done(text))).then(() => {
			clearInterval(letters);
			return text;
		});
	}

	const jobOf = async (id: string) =>
		expectBody(await mall.send(`GET /admin/jobs/${id}`, { token: await admin(mall) }));
});
