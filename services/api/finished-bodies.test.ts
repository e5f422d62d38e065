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
