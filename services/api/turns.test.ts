import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endSoon } from "./turns.ts";

/** Two requests are answered in one turn, by what the test says. */
let answer: (both: [ServerResponse, ServerResponse]) => void;
const waiting: ServerResponse[] = [];
const server = createServer((_req, res) => {
	waiting.push(res.writeHead(200));
	const [one, two] = waiting;
	if (one && two) answer([one, two]);
});

beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => server.close(done)));

const ask = () =>
	new Promise<string>((done, failed) => {
		const { port } = server.address() as AddressInfo;
		get({ port, agent: false }, (res) => done(text(res))).on("error", failed);
	});

async function bothAnswered() {
	waiting.length = 0;
	return (await Promise.all([ask(), ask()])).toSorted();
}

describe("the answers of one turn", () => {
	it("leave together at its end, each whole", async () => {
		const ended: boolean[] = [];
		answer = ([one, two]) => {
			endSoon(one, "first");
			endSoon(two, Buffer.from("second"));
			ended.push(one.writableEnded, two.writableEnded);
		};
		expect(await bothAnswered()).toEqual(["first", "second"]);
		expect(ended).toEqual([false, false]);
	});

	it("do not wait for the end of a long one", async () => {
		const ended: boolean[] = [];
		answer = ([one, two]) => {
			endSoon(one, "first");
			for (const until = performance.now() + 3; performance.now() < until;);
			endSoon(two, "second");
			ended.push(one.writableEnded, two.writableEnded);
		};
		expect(await bothAnswered()).toEqual(["first", "second"]);
		expect(ended).toEqual([true, true]);
	});
});
