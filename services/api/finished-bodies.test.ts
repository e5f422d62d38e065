import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FinishedBodies } from "./finished-bodies.ts";

const long = Buffer.from(JSON.stringify("lamp ".repeat(1000)));

describe("a finished body", () => {
	const bodies = new FinishedBodies();
	const server = createServer((req, res) => {
		const body = req.url === "/long" ? long : Buffer.from('"lamp"');
		bodies.send(req, res, { body, etag: '"1"', stamp: 0, tags: [], isForGuests: false });
	});
	beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
	afterAll(() => server.close());

	const get = (path: string, headers: Record<string, string>) => {
		const { port } = server.address() as AddressInfo;
		return fetch(`http://127.0.0.1:${port}${path}`, { headers });
	};

	it("is packed from the first answer on, for those who can unpack it", async () => {
		const answer = await get("/long", { "Accept-Encoding": "br, gzip" });

		expect(answer.headers.get("Content-Encoding")).toBe("gzip");
		expect(Number(answer.headers.get("Content-Length"))).toBeLessThan(200);
		expect(await answer.text()).toBe(long.toString());
	});

	it("is packed once for all who ask at once", async () => {
		const kept = { body: long, etag: '"2"', stamp: 0, tags: [], isForGuests: false };
		const finished: Parameters<FinishedBodies["send"]>[2] = kept;
		const packings = new Set<unknown>();
		const own = createServer((req, res) => {
			bodies.send(req, res, finished);
			packings.add(finished.zipping);
		});
		await new Promise<void>((done) => own.listen(0, "127.0.0.1", done));
		const { port } = own.address() as AddressInfo;
		const headers = { "Accept-Encoding": "gzip" };

		const asked = Array.from({ length: 8 }, () =>
			fetch(`http://127.0.0.1:${port}/`, { headers }),
		);
		const texts = await Promise.all((await Promise.all(asked)).map((one) => one.text()));
		own.close();

		expect(new Set(texts)).toEqual(new Set([long.toString()]));
		expect(packings.size).toBe(1);
	});

	it.each([
		["for others", "/long", "identity"],
		["when it is short", "/short", "gzip"],
	])("goes as it is %s", async (_, path, encoding) => {
		const answer = await get(path, { "Accept-Encoding": encoding });

		expect(answer.headers.get("Content-Encoding")).toBeNull();
	});

	it("is not sent again to who has it", async () => {
		const asked = { "Accept-Encoding": "gzip", "If-None-Match": '"1"' };

		expect((await get("/long", asked)).status).toBe(304);
	});
});
