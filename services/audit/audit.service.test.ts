import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { audit } from "#contracts/audit";
import { orders } from "#contracts/orders";
import type { AdminOrder } from "#contracts/orders";
import { users } from "#contracts/users";
import { newId } from "#mixins/clock";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { Died, Life, MortalStore } from "#tests/support/mortal-store";
import { shopSettings, storeOf } from "#tests/support/neighbours";
import { append } from "./chain.ts";
import { note, sealAbandoned } from "./recording.ts";
import { collections } from "./stored.ts";
import type { Db, Erased, Head, Log, StoredEntry } from "./stored.ts";

const auditor = staff("audit:read");
let status = "paid";
const desk = stub(orders, {
	// Why the cast: the log takes an order as it comes, and needs nothing of it to be whole.
	adminGet: ({ id }) =>
		({ id, status, userId: "bob", address: { name: "Bob" } }) as unknown as AdminOrder,
});
const ada = {
	id: "ada",
	username: "ada",
	email: "ada@example.com",
	displayName: "Ada",
	kind: "staff" as const,
	status: "active" as const,
	emailVerified: true,
	createdAt: "2026-01-01T00:00:00.000Z",
};
const staffDesk = stub(users, {
	resolve: ({ ids }) => ids.filter((id) => id === "ada").map(() => ada),
	find: ({ login }) => ({ person: login === "ada" ? ada : null }),
});

describe("the audit log", () => {
	let mall: TestMall;
	let db: Db;
	beforeAll(async () => {
		mall = await start(["audit", desk, staffDesk, shopSettings().service]);
		db = storeOf<Db>(mall, "audit");
	});
	beforeEach(async () => {
		// Why the head first: the service's own round writes what it still holds.
		for (const one of [db.heads, db.entries, db.intents]) await one.remove({});
		status = "paid";
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const begin = (params: Record<string, unknown>, more: object = {}) => {
		const id = newId();
		const begun = { id, action: "v1.orders.ship", actor: { id: "ada" }, requestId: "r-1" };
		return mall.call(audit.begin, { ...begun, params, ...more }).then(() => id);
	};
	const list = (asked: object = {}) => mall.call(audit.list, asked, auditor);
	const check = (after = 0) => mall.call(audit.check, { after }, auditor);
	const noted = async (count: number) => {
		const target = { kind: "orders", id: "o1" };
		for (let at = 0; at < count; at += 1)
			await mall.call(audit.note, {
				id: newId(),
				action: "auth.login",
				actor: { id: "ada" },
				target,
			});
	};

	it("says who did what to which thing, before and after, without secrets", async () => {
		const id = await begin({ id: "o1", carrier: "DHL", password: "hunter22" });
		status = "shipped";
		await mall.call(audit.finish, { id, outcome: "done" });

		const { items } = await list();
		const detail = await mall.call(audit.get, { id }, auditor);

		expect(items).toMatchObject([
			{
				id,
				seq: 1,
				actor: { id: "ada", name: "Ada" },
				outcome: "done",
				action: "orders.ship",
				area: "orders",
				target: { kind: "orders", id: "o1" },
			},
		]);
		expect(detail.changes).toEqual([{ path: "status", before: "paid", after: "shipped" }]);
		expect(detail.asked).toContainEqual({ path: "carrier", value: "DHL" });
		expect(JSON.stringify(await db.entries.find({ limit: 9 }))).not.toContain("hunter22");
		expect((await db.entries.findById(id))?.people).toEqual(["bob"]);
		expect(await db.intents.count()).toBe(0);
	});

	it("drops what was refused, and keeps what failed", async () => {
		const [refused, failed] = [await begin({ id: "o1" }), await begin({ id: "o2" })];

		await mall.call(audit.finish, { id: refused, outcome: "refused" });
		await mall.call(audit.finish, { id: failed, outcome: "failed" });

		expect((await list()).items).toMatchObject([{ id: failed, outcome: "failed" }]);
	});

	it("loses nothing with a process that was killed meanwhile", async () => {
		const id = await begin({ id: "o1" });
		status = "shipped";
		await sealAbandoned(mall, db);
		const early = await list();
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 180_000 });
		await Promise.all([sealAbandoned(mall, db), sealAbandoned(mall, db)]);
		vi.useRealTimers();

		const late = await list();
		await mall.call(audit.finish, { id, outcome: "done" });

		expect(early.total).toBe(0);
		expect(late.items).toMatchObject([{ id, outcome: "unknown" }]);
		expect((await mall.call(audit.get, { id }, auditor)).changes).toHaveLength(1);
		expect((await list()).total).toBe(1);
		expect((await check()).broken).toBeNull();
	});

	it("keeps what is known of a command that this node does not know, and of those after it", async () => {
		const strange = await begin({ id: "n1", secret: "hunter22" }, { action: "v1.notes.burn" });
		const known = await begin({ id: "o1" });
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 180_000 });
		await sealAbandoned(mall, db);
		vi.useRealTimers();

		const { items } = await list();
		expect(items.map(({ id }) => id).toSorted()).toEqual([strange, known].toSorted());
		const entry = await mall.call(audit.get, { id: strange }, auditor);
		expect(entry).toMatchObject({ action: "notes.burn", area: "notes", outcome: "unknown" });
		expect(JSON.stringify(entry)).not.toContain("hunter22");
	});

	it("is found by who, what, which thing and when, and walked to its end", async () => {
		await noted(3);
		const id = await begin({ id: "o7" });
		await mall.call(audit.finish, { id, outcome: "done" });
		const totals = async (...asked: object[]) =>
			Promise.all(asked.map(async (one) => (await list(one)).total));

		const byWho = await totals({ actor: "ada" }, { actor: "eve" });
		const byWhat = await totals({ action: "orders.ship" }, { area: "auth" });
		const byThing = await totals({ target: "o7" }, { target: "o1" });
		const today = new Date().toISOString().slice(0, 10);
		const byTime = await totals({ from: today, to: today }, { to: "2020-01-01" });
		const first = await list({ cursor: "", pageSize: 3 });
		const { nextCursor } = first as unknown as { nextCursor: string };
		const rest = await list({ cursor: nextCursor, pageSize: 3 });

		expect([byWho, byWhat, byThing, byTime]).toEqual([
			[4, 0],
			[1, 3],
			[1, 3],
			[4, 0],
		]);
		expect([...first.items, ...rest.items].map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
		await expect(mall.call(audit.get, { id: "none" }, auditor)).rejects.toMatchObject({
			type: "AUDIT_ENTRY_NOT_FOUND",
		});
	});

	it("notes who of the staff could not get in, and no customer", async () => {
		const told = { name: "login.failed", at: new Date().toISOString() };
		const hear = (login: string) => {
			const id = `told-${login}`;
			return mall.broker.call("v1.audit.hear", { ...told, id, payload: { login } });
		};
		await hear("ada");
		await hear("ada");
		await hear("bob");

		const { items } = await list();

		expect(items).toMatchObject([{ actor: { id: "ada" }, outcome: "failed" }]);
	});

	const entryAt = async (seq: number) => (await db.entries.findOne({ seq }))!;
	const tampering: [string, () => Promise<unknown>, object][] = [
		[
			"altered",
			async () => db.entries.update({ seq: 3 }, { $set: { actor: "eve" } }),
			{ seq: 3, reason: "altered" },
		],
		[
			"rewritten in what it says",
			async () => db.entries.update({ seq: 3 }, { $set: { details: "{}" } }),
			{ seq: 3, reason: "altered" },
		],
		[
			"taken out",
			async () => db.entries.remove({ seq: 3 }),
			{ seq: 3, id: null, reason: "missing" },
		],
		[
			"put before another",
			async () => {
				const [one, other] = [await entryAt(2), await entryAt(3)];
				await db.entries.remove({ seq: { $in: [2, 3] } });
				await db.entries.insertMany([
					{ ...one, seq: 3 },
					{ ...other, seq: 2 },
				]);
			},
			{ seq: 2, reason: "altered" },
		],
		[
			"cut off with all behind it",
			async () => {
				await db.heads.update({ id: "head" }, { $set: { pending: null } });
				await db.entries.remove({ seq: { $gte: 4 } });
			},
			{ seq: 4, reason: "truncated" },
		],
		[
			"unhooked from the head",
			async () => {
				const { seq, hash } = await entryAt(3);
				await db.heads.update({ id: "head" }, { $set: { seq, hash, pending: null } });
			},
			{ seq: 5, reason: "truncated" },
		],
	];
	it.each(tampering)("shows an entry that was %s", async (_, tamper, found) => {
		await noted(5);
		expect((await check()).broken).toBeNull();

		await tamper();

		expect((await check()).broken).toMatchObject(found);
	});

	it("is followed from any link on", async () => {
		await noted(5);
		await db.entries.update({ seq: 2 }, { $set: { actor: "eve" } });

		expect((await check()).broken).toMatchObject({ seq: 2 });
		expect(await check(2)).toMatchObject({ checked: 3, broken: null, head: { seq: 5 } });
	});
});

describe("the chain on a true store", () => {
	const store = new MortalStore();
	let open: Awaited<ReturnType<MortalStore["open"]>>;
	beforeAll(async () => {
		const { entries, heads, erased } = collections;
		const specs = { entries: entries.indexes, heads: heads.indexes };
		open = await store.open({ ...specs, erased: erased.indexes });
	});
	afterAll(() => store.close());

	const logOf = (life = new Life()): Log & Pick<Db, "erased"> => ({
		entries: open<StoredEntry>("entries", life),
		erased: open<Erased>("erased", life),
		heads: open<Head>("heads", life),
	});
	const aNote = (id: string) => ({
		id,
		action: "auth.login",
		actor: { id: "ada" },
		target: null,
	});

	it("takes every entry once of processes that append at once and die", async () => {
		const ids = Array.from({ length: 60 }, () => newId());
		const lives = Array.from({ length: 6 }, (_, at) => {
			const life = new Life();
			if (at > 2) life.endsAt({ write: at * 3, isAfter: at % 2 === 0 });
			return logOf(life);
		});

		await Promise.all(
			ids.map((id, at) =>
				note(lives[at % 6]!, aNote(id)).catch((error: unknown) => {
					if (!(error instanceof Died)) throw error;
				}),
			),
		);
		// Whoever died is asked again, as its intent would.
		await Promise.all(ids.map((id) => note(logOf(), aNote(id))));

		const all = await logOf().entries.find({ sort: ["seq"], limit: 100 });
		expect(all.map(({ seq }) => seq)).toEqual(ids.map((_, at) => at + 1));
		expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ids));
		const { checked } = await import("./reading.ts");
		expect(await checked(logOf(), 0)).toMatchObject({ checked: 60, broken: null });
		expect(await append(logOf(), all[7]!)).toEqual(all[7]);

		const bare = { $set: { details: null, salt: null } };
		await logOf().entries.update({ seq: 8 }, bare);
		const broken = { seq: 8, id: all[7]!.id, reason: "unbacked" };
		expect(await checked(logOf(), 0)).toMatchObject({ scrubbed: 1, broken });
	});
});
