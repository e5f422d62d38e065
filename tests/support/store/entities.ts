// What services see of a store: entities with a version, and the events of a write.
import { expect, it } from "vitest";
import { Refused } from "#mixins/adapters/adapter";
import type { Told } from "#mixins/collection";
import { Collection, StaleVersion, toldIndex } from "#mixins/collection";
import { anItem, anEvent } from "./open.ts";
import type { Item, Open } from "./open.ts";

export function collecting(open: Open) {
	it("hands out entities without stored names, and pages of them", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insertMany(Array.from({ length: 5 }, (_, left) => anItem(`i${left}`, left)));

		expect(await items.findById("i3")).toStrictEqual(anItem("i3", 3));
		expect(await items.findByIds(["i4", "i9", "i0"])).toEqual([
			anItem("i4", 4),
			anItem("i0", 0),
		]);
		expect(await items.findOne({ id: "i2", left: 2 })).toEqual(anItem("i2", 2));
		const page = await items.list({
			query: { left: { $gt: 0 } },
			sort: ["-id"],
			page: 2,
			pageSize: 3,
		});
		expect(page).toEqual({ items: [anItem("i1", 1)], page: 2, pageSize: 3, total: 4 });
		expect(await items.count({ $or: [{ id: "i1" }, { left: 3 }] })).toBe(2);
	});

	it("walks by cursor over ties, each once, while others are put in before and behind", async () => {
		const items = new Collection<Item>(await open([toldIndex, ["left"]]));
		await items.insertMany([1, 2, 2, 2, 3].map((left, at) => anItem(`m${at}`, left)));
		const all = { sort: ["-left"], page: 1, pageSize: 2 };

		const begun = await items.list({ ...all, cursor: "" });
		await items.insertMany([anItem("z", 3), anItem("a", 2), anItem("l", 0)]);
		const next = await items.list({ ...all, cursor: begun.nextCursor ?? "" });
		const last = await items.list({ ...all, cursor: next.nextCursor ?? "" });
		const end = await items.list({ ...all, cursor: last.nextCursor ?? "" });

		const seen = [begun, next, last, end].map((one) => one.items.map(({ id }) => id));
		expect(seen).toEqual([["m4", "m3"], ["m2", "m1"], ["a", "m0"], ["l"]]);
		expect(end.nextCursor).toBeNull();
	});

	it("lets exactly one of many parallel replacements through", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		const read = await items.insert(anItem("a", 0));

		const attempts = await Promise.allSettled(
			Array.from({ length: 50 }, (_, left) =>
				items.replace({ ...read, left }, anEvent(`e${left}`)),
			),
		);

		const won = attempts.filter((attempt) => attempt.status === "fulfilled");
		expect(won).toHaveLength(1);
		for (const attempt of attempts)
			if (attempt.status === "rejected") expect(attempt.reason).toBeInstanceOf(StaleVersion);
		const after = await items.findById("a");
		expect(after).toEqual(won[0]?.value);
		expect(after?.version).toBe(2);
		const told = (await items.pending(10)).flatMap((doc) => doc.told.map(({ id }) => id));
		expect(told).toEqual([`e${after?.left}`]);
	});

	it("drops a field that the replacement does not have", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert({ ...anItem("a", 1), note: "old" });

		await items.replace(anItem("a", 2));

		expect(await items.findById("a")).toStrictEqual({ ...anItem("a", 2), version: 2 });
	});

	it("counts the version up with every update and change", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert(anItem("a", 1));

		expect(await items.update({ id: "a" }, { $set: { left: 1 } })).toBe(1);
		expect(await items.change({ id: "a", left: 1 }, { $inc: { left: 4 } })).toEqual({
			...anItem("a", 5),
			version: 3,
		});
		expect(await items.change({ id: "a", left: 1 }, { $inc: { left: 4 } })).toBeNull();
		expect(await items.remove({ id: "a" })).toBe(1);
	});
}

export function telling(open: Open) {
	it("stores events with every kind of write, and says whose after the commit", async () => {
		const said: string[] = [];
		const hooks = {
			told: (document: string, events: Told[]) =>
				void said.push([document, ...events.map(({ id }) => id)].join(" ")),
		};
		const items = new Collection<Item>(await open([toldIndex]), hooks);

		const first = await items.insert(anItem("a", 1), anEvent("e1"));
		await items.replace(first, anEvent("e2"));
		await items.update({ id: "a", left: 1 }, { $inc: { left: 1 } }, anEvent("e3"));
		await items.change({ left: 2 }, { $inc: { left: 1 } }, anEvent("e4"), anEvent("e5"));
		await items.update({ id: "a", left: 99 }, { $inc: { left: 1 } }, anEvent("never"));
		await items.insert(anItem("quiet", 1));

		const told = ["e1", "e2", "e3", "e4", "e5"].map(anEvent);
		expect(await items.pending(10)).toEqual([{ id: "a", told }]);
		expect(said).toEqual(["a e1", "a e2", "a e3", "a e4 e5"]);
	});

	it("keeps events of an earlier write and never brings back delivered ones", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		const read = await items.insert(anItem("a", 1), anEvent("e1"), anEvent("e2"));

		await Promise.all([items.delivered("a", ["e1"]), items.replace(read, anEvent("e3"))]);

		expect(await items.pending(10)).toEqual([{ id: "a", told: ["e2", "e3"].map(anEvent) }]);
		expect((await items.findById("a"))?.version).toBe(2);
	});

	it("delivers without a new version, so that a reader's replacement still fits", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		const read = await items.insert(anItem("a", 1), anEvent("e1"));

		await items.delivered("a", ["e1"]);
		await items.replace({ ...read, left: 2 });

		expect(await items.pending(10)).toEqual([]);
		expect(await items.findById("a")).toStrictEqual({ ...anItem("a", 2), version: 2 });
	});

	it("loses and repeats no event under parallel writes and deliveries", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert(anItem("a", 0));
		const delivered: string[] = [];
		const stored: string[] = [];

		const write = async (id: string) => {
			const read = await items.findById("a");
			if (!read) return;
			const done = items.replace(read, anEvent(id)).then(() => stored.push(id));
			await done.catch(() => undefined);
		};
		const deliver = async () => {
			for (const { id, told } of await items.pending(5)) {
				const fresh = told
					.map((event) => event.id)
					.filter((one) => !delivered.includes(one));
				delivered.push(...fresh);
				await items.delivered(id, fresh);
			}
		};
		for (let round = 0; round < 20; round += 1) {
			await Promise.all([write(`${round}a`), deliver(), write(`${round}b`), deliver()]);
		}
		await deliver();

		expect(delivered.toSorted()).toEqual(stored.toSorted());
		expect(stored.length).toBeGreaterThanOrEqual(20);
		expect((await items.findById("a"))?.version).toBe(1 + stored.length);
		expect(await items.pending(5)).toEqual([]);
	});

	it("gives the documents with the oldest events first", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert(anItem("b", 1), anEvent("e1"), anEvent("e9"));
		await items.insert(anItem("a", 1), anEvent("e2"));
		await items.insert(anItem("c", 1), anEvent("e0"));

		expect((await items.pending(2)).map(({ id }) => id)).toEqual(["c", "b"]);
	});

	it("refuses to tell about nobody in particular", async () => {
		const items = new Collection<Item>(await open([toldIndex]));

		const attempt = items.update({ left: 1 }, { $inc: { left: 1 } }, anEvent("e1"));

		await expect(attempt).rejects.toBeInstanceOf(Refused);
	});
}
