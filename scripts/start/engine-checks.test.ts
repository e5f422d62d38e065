// What a start says of engines that are not those it needs. Stand-ins answer what this machine has no
// true server for; those that it has are in tests/real/start.test.ts.
import { createServer as createHttpServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { BSON } from "mongodb";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "#tests/support/process";
import { elasticsearch, Hopeless, mongo, nats, redis } from "./engine-checks.ts";

const open = new Set<Server>();
const sockets = new Set<Socket>();

afterEach(async () => {
	for (const socket of sockets) socket.destroy();
	await Promise.all([...open].map((server) => new Promise((done) => server.close(done))));
	open.clear();
});

async function listening(server: Server): Promise<string> {
	open.add(server);
	server.on("connection", (socket: Socket) => sockets.add(socket));
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const speaking = (talk: (socket: Socket) => void) =>
	listening(createServer((socket) => talk(socket.on("error", () => {}))));

const http = (answer: (req: IncomingMessage, res: ServerResponse) => void) =>
	listening(createHttpServer(answer));

/** A MongoDB that says of each command what `answers` has for it, and yes to all others. */
const mongoThat = (answers: Record<string, object>) =>
	speaking((socket) => {
		let got = Buffer.alloc(0);
		socket.on("data", (chunk) => {
			got = Buffer.concat([got, chunk]);
			while (got.length >= 4 && got.length >= got.readInt32LE(0)) {
				const message = got.subarray(0, got.readInt32LE(0));
				got = got.subarray(message.length);
				socket.write(mongoAnswer(message, answers));
			}
		});
	});

const [oldQuery, oldReply, newMessage] = [2004, 1, 2013];

function mongoAnswer(message: Buffer, answers: Record<string, object>): Buffer {
	const isOld = message.readInt32LE(12) === oldQuery;
	const begin = isOld ? message.indexOf(0, 20) + 9 : 21;
	const [command = ""] = Object.keys(BSON.deserialize(message.subarray(begin)));
	const name = command === "isMaster" || command === "ismaster" ? "hello" : command;
	const body = BSON.serialize({ ok: 1, ...answers[name] });
	const head = Buffer.alloc(isOld ? 36 : 21);
	head.writeInt32LE(head.length + body.length, 0);
	head.writeInt32LE(message.readInt32LE(4), 8);
	head.writeInt32LE(isOld ? oldReply : newMessage, 12);
	if (isOld) head.writeInt32LE(1, 32);
	return Buffer.concat([head, body]);
}

const hello = { isWritablePrimary: true, minWireVersion: 0, maxWireVersion: 13 };
const refused = (code: number, errmsg: string) => ({ ok: 0, code, errmsg });

const said = async (checked: Promise<void>) => {
	const error: unknown = await checked.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	return { isHopeless: error instanceof Hopeless, text: String(error) };
};

describe("Elasticsearch", () => {
	const own = { "X-Elastic-Product": "Elasticsearch", "Content-Type": "application/json" };
	const that = async (status: number, body: object, head: Record<string, string> = own) =>
		`http://${await http((_req, res) => res.writeHead(status, head).end(JSON.stringify(body)))}`;

	it.each([
		["a wrong password", 401, { error: "unable to authenticate user" }],
		["a password without the right", 403, { error: "not for you" }],
		["a version that does not know our media type", 406, { error: "compatible-with=8" }],
		["version 7", 200, { nodes: { a: { version: "7.17.0" } } }],
	])("says at once that %s does not serve", async (_name, status, body) => {
		const { isHopeless } = await said(elasticsearch(await that(status, body)));

		expect(isHopeless).toBe(true);
	});

	it("says at once that something else does not serve", async () => {
		const other = await that(200, {}, { "Content-Type": "application/json" });

		expect(await said(elasticsearch(other))).toMatchObject({ isHopeless: true });
	});

	it("is waited for while its shards are not there", async () => {
		expect((await said(elasticsearch(await that(408, {})))).isHopeless).toBe(false);
	});

	it("serves from version 8 on", async () => {
		await elasticsearch(await that(200, { nodes: { a: { version: "9.1.0" } } }));
	});
});

describe("MongoDB", () => {
	it("says at once that a password is wrong", async () => {
		const place = await mongoThat({ hello, saslStart: refused(18, "Authentication failed.") });

		const { isHopeless, text } = await said(
			mongo(
				`mongodb://mall:a-wrong-one@${place}/mall?authMechanism=PLAIN&authSource=$external`,
			),
		);

		expect(isHopeless).toBe(true);
		expect(text).toContain("Authentication failed.");
		expect(text).not.toContain("a-wrong-one");
	});

	it("says at once that a password is missing", async () => {
		const listCollections = refused(13, "command listCollections requires authentication");
		const place = await mongoThat({ hello, listCollections });

		expect((await said(mongo(`mongodb://${place}/mall`))).isHopeless).toBe(true);
	});

	it("says at once that a version is too old", async () => {
		const place = await mongoThat({ hello: { ...hello, maxWireVersion: 6 } });

		const { isHopeless, text } = await said(mongo(`mongodb://${place}/mall`));

		expect(isHopeless).toBe(true);
		expect(text).toContain("wire version");
	});

	it("serves where it lists what there is", async () => {
		const cursor = { id: 0n, ns: "mall.$cmd.listCollections", firstBatch: [] };
		const place = await mongoThat({ hello, listCollections: { cursor } });

		await mongo(`mongodb://${place}/mall`);
	});
});

describe("NATS", () => {
	const natsThat = (about: object, reply: string) =>
		speaking((socket) => {
			socket.write(
				`INFO ${JSON.stringify({ server_id: "x", max_payload: 1, ...about })}\r\n`,
			);
			socket.on("data", (text) => void (/PING/.test(String(text)) && socket.write(reply)));
		});

	it("says at once that a version without headers is too old", async () => {
		const place = await natsThat({ version: "2.1.9", headers: false }, "PONG\r\n");

		const { isHopeless, text } = await said(nats(`nats://${place}`));

		expect(isHopeless).toBe(true);
		expect(text).toContain("2.1.9");
	});

	it("says at once that it lets nobody in", async () => {
		const place = await natsThat(
			{ version: "2.9.10", headers: true },
			"-ERR 'Authorization Violation'\r\n",
		);

		expect((await said(nats(`nats://${place}`))).isHopeless).toBe(true);
	});
});

describe("an engine that is not there", () => {
	it.each([
		["nats", nats],
		["mongodb", mongo],
		["redis", redis],
		["http", elasticsearch],
	] as const)("may come: %s", async (scheme, check) => {
		const { isHopeless, text } = await said(check(`${scheme}://127.0.0.1:${await freePort()}`));

		expect(isHopeless).toBe(false);
		expect(text).toMatch(/refused/i);
	});
});
