import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SqliteAdapter } from "#mixins/adapters/sqlite";
import { Collection } from "#mixins/collection";
import type { Stored } from "#mixins/collection";
import { take, tidy } from "./counts.ts";
import { redeem, restore } from "./redeem.ts";
import { collections, slotId } from "./stored.ts";
import type { Db, Redemption, StoredCoupon } from "./stored.ts";

const longAgo = "2026-01-01T00:00:00.000Z";

describe("counting coupons", () => {
	const folder = mkdtempSync(join(tmpdir(), "mall-counts-"));
	const adapters: SqliteAdapter[] = [];
	const open = <T extends Stored>(name: keyof typeof collections) => {
		const file = join(folder, "promotions.sqlite");
		const { indexes } = collections[name];
		const adapter = new SqliteAdapter({ file, collection: name, indexes });
		adapters.push(adapter);
		return new Collection<T>(adapter);
	};
	const db: Db = {
		coupons: open("coupons"),
		codes: open("codes"),
		slots: open("slots"),
		redemptions: open("redemptions"),
		promotions: open("promotions"),
		claims: open("claims"),
	};

	beforeAll(async () => {
		for (const adapter of adapters) await adapter.connect();
	});
	afterAll(async () => {
		for (const adapter of adapters) await adapter.disconnect();
		rmSync(folder, { recursive: true });
	});

	/** What a process leaves that dies right after it has counted. */
	const leave = async (id: string, key: string, field: "claimed" | "redeemed") => {
		await take(db.coupons, id, { key, field, person: "ada" });
		const coupon = await db.coupons.findById(id);
		const pending = coupon!.pending.map((count) => ({ ...count, at: longAgo }));
		await db.coupons.update({ id }, { $set: { pending } });
	};

	it("gives the claim to who was counted for it when the process died in between", async () => {
		const id = await aCoupon(db, { kind: "claim" });
		const key = slotId(id, "ada", 1);
		await leave(id, key, "claimed");

		await tidy(db);
		await tidy(db);

		expect(await db.slots.findById(key)).toMatchObject({ person: "ada", usedBy: null });
		expect(await db.coupons.findById(id)).toMatchObject({ claimed: 1, pending: [] });
	});

	it("takes a use back that no order proves", async () => {
		const id = await aCoupon(db, {});
		await leave(id, "lost-order", "redeemed");

		await tidy(db);

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 0, pending: [] });
	});

	it("does not count an order twice that comes again after a crash", async () => {
		const id = await aCoupon(db, { total: 1 });
		await leave(id, "resumed", "redeemed");

		await redeem(db, { orderId: "resumed", userId: "ada", couponId: id, claimId: null });
		await tidy(db);

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 1, pending: [] });
	});

	it("gives a use back that was counted but not proven when its order is undone", async () => {
		const id = await aCoupon(db, { total: 1 });
		await leave(id, "undone", "redeemed");

		await restore(db, "undone");

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 0, pending: [] });
	});

	it("finishes a return that was interrupted", async () => {
		const id = await aCoupon(db, { total: 1 });
		await redeem(db, { orderId: "half", userId: "ada", couponId: id, claimId: null });
		await db.redemptions.update({ id: "half" }, { $set: { state: "returning" } });

		await restore(db, "half");
		await restore(db, "half");

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 0, pending: [] });
		expect(await db.slots.count({ usedBy: "half" })).toBe(0);
	});

	/** A use that is proven, by a process that died before it could drop the ticket. */
	const proven = async (orderId: string) => {
		const id = await aCoupon(db, {});
		const ticket = await take(db.coupons, id, {
			key: orderId,
			field: "redeemed",
			person: null,
		});
		const proof = { id: orderId, version: 1, couponId: id, ticket: ticket!, state: "done" };
		await db.redemptions.insert(proof as Redemption);
		return id;
	};

	it("gives a use back once that was proven by a process that died right after", async () => {
		const id = await proven("proven");

		await restore(db, "proven");
		await restore(db, "proven");

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 0, pending: [] });
	});

	it("gives a use back once, whoever does it at the same moment", async () => {
		const id = await aCoupon(db, {});
		for (let round = 0; round < 10; round++) {
			const orderId = `together-${round}`;
			await redeem(db, { orderId, userId: null, couponId: id, claimId: null });

			await Promise.all(Array.from({ length: 8 }, () => restore(db, orderId)));

			expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 0, pending: [] });
		}
	});

	it("takes back what a late repeat of giving back has counted and then died", async () => {
		const id = await aCoupon(db, {});
		await redeem(db, { orderId: "late", userId: null, couponId: id, claimId: null });
		await restore(db, "late");
		const count = { key: "back:late", field: "returned", ticket: "late", at: longAgo };
		const late = { ...count, person: null };
		await db.coupons.update({ id }, { $inc: { redeemed: -1 }, $push: { pending: late } });

		await tidy(db);

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 0, pending: [] });
	});

	it("leaves a count alone with which its order goes on at this moment", async () => {
		const id = await aCoupon(db, {});
		await leave(id, "going-on", "redeemed");

		const ticket = await take(db.coupons, id, {
			key: "going-on",
			field: "redeemed",
			person: "ada",
		});
		await tidy(db);

		expect(await db.coupons.findById(id)).toMatchObject({ redeemed: 1, pending: [{ ticket }] });
	});
});

let made = 0;

async function aCoupon(db: Db, changes: Partial<StoredCoupon>) {
	const id = `coupon-${++made}`;
	await db.coupons.insert({
		id,
		name: id,
		kind: "code",
		discount: { type: "amount", value: 100 },
		scope: { type: "all" },
		minimumSpend: 0,
		total: 10,
		perPerson: 1,
		startsAt: longAgo,
		endsAt: "2120-01-01T00:00:00.000Z",
		enabled: true,
		claimed: 0,
		redeemed: 0,
		createdAt: longAgo,
		version: 1,
		edition: 1,
		pending: [],
		...changes,
	});
	return id;
}
