import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { error } from "#contracts/schema";
import { StoreDown } from "./adapters/adapter.ts";
import { SqliteAdapter } from "./adapters/sqlite.ts";
import { Collection } from "./collection.ts";
import { fail } from "./errors.ts";
import { idempotent } from "./idempotency.ts";
import type { Claim } from "./idempotency.ts";
import type { Ctx } from "./service.ts";

const SOLD_OUT = error("SOLD_OUT", 409, "{sku} is sold out.", "");
const BROKEN = error("BROKEN", 500, "Broken.", "");

describe("idempotent", () => {
	const folder = mkdtempSync(join(tmpdir(), "mall-keys-"));
	const adapter = new SqliteAdapter({
		file: join(folder, "keys.sqlite"),
		collection: "claims",
		indexes: [["expiresAt"]],
	});
	const db = new Collection<Claim>(adapter);
	let done: string[] = [];
	const work = async (id: string) => {
		done.push(id);
		return { id, token: "secret-token" };
	};

	beforeAll(() => adapter.connect());
	beforeEach(() => {
		done = [];
	});
	afterAll(async () => {
		await adapter.disconnect();
		rmSync(folder, { recursive: true });
	});

	it("does the work once and gives every repeat its answer", async () => {
		const first = await idempotent(asking("one"), db, work);
		const again = await idempotent(asking("one"), db, work);

		expect(again).toEqual(first);
		expect(done).toEqual([first.id]);
	});

	it("does the work once for repeats that arrive together", async () => {
		const slow = async (id: string) => {
			await new Promise((resolve) => setTimeout(resolve, 20));
			return work(id);
		};
		const answers = await Promise.all(
			Array.from({ length: 10 }, () => idempotent(asking("together"), db, slow)),
		);

		expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
		expect(done).toHaveLength(1);
	});

	it("lets a repeat go on at once when the store was away for a moment", async () => {
		const away = async () => {
			throw new StoreDown(new Error("cut"));
		};
		const cut = new Collection<Claim>(adapter);
		const update = cut.update.bind(cut);
		cut.update = async () => {
			cut.update = update;
			return away();
		};

		const attempt = idempotent(asking("cut off"), cut, away);
		await expect(attempt).rejects.toThrow(StoreDown);
		const began = performance.now();
		const { id } = await idempotent(asking("cut off"), db, work);

		expect(done).toEqual([id]);
		expect(performance.now() - began).toBeLessThan(2_000);
	});

	it.each([
		["that is gone sooner", "gone", true],
		["that is there not before its lease ends", "there", false],
	])("takes over from a node %s", async (_how, nodeID, isSooner) => {
		const first = await idempotent(asking(nodeID), db, work);
		const leaseUntil = Date.now() + 2_000;
		const left = { answer: null, nodeID, leaseUntil };
		await db.update({ futureId: first.id }, { $set: left });

		const again = await idempotent(asking(nodeID), db, work);

		expect(again).toEqual(first);
		expect(Date.now() < leaseUntil).toBe(isSooner);
	});

	it("refuses a key that comes with another body, and takes the same one in another order", async () => {
		await idempotent(asking("body", { a: 1, b: { c: 2, d: [3] } }), db, work);

		await idempotent(asking("body", { b: { d: [3], c: 2 }, a: 1 }), db, work);
		const other = idempotent(asking("body", { a: 2 }), db, work);

		await expect(other).rejects.toMatchObject({ type: "KEY_REUSED", code: 422 });
		expect(done).toHaveLength(1);
	});

	it("keeps the keys of two callers apart", async () => {
		await idempotent(asking("mine", {}, "ada"), db, work);
		await idempotent(asking("mine", {}, "bob"), db, work);

		expect(done).toHaveLength(2);
	});

	it("repeats a refusal, but tries again what went wrong with us, under the same id", async () => {
		const refuse = async (id: string) => {
			done.push(id);
			return fail(SOLD_OUT, { sku: "A" });
		};
		const breaks = async (id: string) => {
			done.push(id);
			return fail(BROKEN);
		};
		const expected = { type: "SOLD_OUT", code: 409, data: { sku: "A" } };

		await expect(idempotent(asking("no"), db, refuse)).rejects.toMatchObject(expected);
		await expect(idempotent(asking("no"), db, refuse)).rejects.toMatchObject(expected);
		expect(done).toHaveLength(1);
		await expect(idempotent(asking("ouch"), db, breaks)).rejects.toMatchObject({ code: 500 });
		const { id } = await idempotent(asking("ouch"), db, work);

		expect(done[1]).toBe(id);
	});

	it("resumes what a killed process has left, under the same id", async () => {
		const first = await idempotent(asking("crash"), db, work);
		const [claim] = await db.find({ query: { futureId: first.id }, limit: 1 });
		await db.update({ id: claim!.id }, { $set: { answer: null, leaseUntil: 0 } });

		const resumed = await idempotent(asking("crash"), db, work);

		expect(resumed).toEqual(first);
		expect(done).toEqual([first.id, first.id]);
	});

	it("stores neither the key nor a token of the answer in the clear", async () => {
		await idempotent(asking("very-private-key"), db, work);

		const all = JSON.stringify(await db.find({ limit: 100 }));

		expect(all).not.toContain("very-private-key");
		expect(all).not.toContain("secret-token");
	});
});

function asking(idempotencyKey: string, params: object = { sku: "A" }, user = "ada"): Ctx {
	const meta = {
		idempotencyKey,
		user: { id: user, kind: "customer", username: user, rights: [] },
	};
	const nodes = { get: (id: string) => ({ available: id !== "gone" }) };
	const broker = { nodeID: "here", registry: { nodes } };
	return { broker, action: { name: "v1.orders.place" }, params, meta } as unknown as Ctx;
}
