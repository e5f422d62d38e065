// The desk on a true store: what its writes cost, and what deaths between them leave.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Life, MortalStore } from "#tests/support/mortal-store";
import type { Death } from "#tests/support/mortal-store";
import type { Change, Written } from "./decide.ts";
import { Desk } from "./desk.ts";
import { file } from "./filing.ts";
import type { Books } from "./filing.ts";
import { keep, reserve } from "./orders.ts";
import { balanceOf, repair, unbalanced } from "./reconcile.ts";
import { adjusting, holding, receiving, releasing, shipping, takingBack } from "./steps.ts";
import { emptyStock, reservationId } from "./stored.ts";

const by = "test";
const soon = new Date(Date.now() + 600_000).toISOString();
const past = new Date(Date.now() - 1000).toISOString();

type Command =
	| { type: "reserve"; order: number; skus: number[]; quantity: number; lapses: boolean }
	| { type: "keep"; order: number; sku: number }
	| { type: "file"; order: number; sku: number }
	| { type: "release" | "ship" | "takeBack"; order: number; sku: number; quantity: number }
	| { type: "adjust"; sku: number; delta: number };

const steps = { release: releasing, ship: shipping, takeBack: takingBack };

const order = fc.nat(1);
const sku = fc.nat(1);
const quantity = fc.integer({ min: 1, max: 3 });
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		type: fc.constant("reserve" as const),
		order,
		skus: fc.uniqueArray(sku, { minLength: 1 }),
		quantity,
		lapses: fc.boolean(),
	}),
	fc.record({ type: fc.constant("keep" as const), order, sku }),
	fc.record({ type: fc.constant("file" as const), order, sku }),
	fc.record({
		type: fc.constantFrom("release", "ship", "takeBack" as const),
		order,
		sku,
		quantity,
	}),
	fc.record({
		type: fc.constant("adjust" as const),
		sku,
		delta: fc.integer({ min: -4, max: 4 }),
	}),
);
const death: fc.Arbitrary<Death> = fc.record({
	write: fc.integer({ min: 1, max: 6 }),
	isAfter: fc.boolean(),
});

describe("the desk", () => {
	const store = new MortalStore();
	let open: Awaited<ReturnType<MortalStore["open"]>>;
	let count = 0;
	beforeAll(async () => {
		open = await store.open({
			stocks: [["isUnfiled"]],
			reservations: [["lapsesAt"], ["sku", "lapsesAt"]],
			ledger: [["sku", "seq"]],
		});
	});
	afterAll(() => store.close());

	function process() {
		const life = new Life();
		const books: Books = {
			stocks: open("stocks", life),
			reservations: open("reservations", life),
			ledger: open("ledger", life),
		};
		return { life, books, desk: new Desk(books, () => {}) };
	}

	async function aSku(desk: Desk, quantity: number) {
		const sku = `SKU-${++count}`;
		const step = receiving({ sku, productId: "p", quantity, by });
		await desk.change({ sku, step, once: `first-${sku}` });
		return sku;
	}

	const change = (desk: Desk, one: Change): Promise<Written> => desk.change(one);

	describe.each(["paid", "unpaid"])("with %s orders open", (state) => {
		it("costs as much at 3,000 as at none, for every command", async () => {
			const { life, books, desk } = process();
			const sku = await aSku(desk, 10_000);
			const none = await costs();

			const orders = Array.from({ length: 3000 }, (_, n) => `open-${state}-${n}`);
			const step = (orderId: string) => holding({ orderId, quantity: 1, lapsesAt: soon }, by);
			await Promise.all(
				orders.map((orderId) => change(desk, { sku, orderId, step: step(orderId) })),
			);
			if (state === "paid")
				await Promise.all(
					orders.map((orderId) => keep(desk, { orderId, skus: [sku], by })),
				);
			const many = await costs();

			expect(await balanceOf(books, sku)).toMatchObject({ held: 3000, wrong: [] });
			for (const [verb, cost] of Object.entries(many)) {
				expect(cost.writes, verb).toBe(none[verb]!.writes);
				expect(cost.size, verb).toBeLessThan(none[verb]!.size * 1.05);
				expect(cost.largest, verb).toBeLessThan(none[verb]!.largest * 1.05);
			}

			/** Of 100 orders one after the other. */
			async function costs() {
				await desk.file(sku);
				const run = ++count;
				const line = { quantity: 1, by };
				const verbs: Record<string, (orderId: string) => Promise<unknown>> = {
					reserve: (orderId) =>
						reserve(desk, {
							orderId,
							lines: [{ sku, quantity: 2 }],
							expiresAt: soon,
							by,
						}),
					keep: (orderId) => keep(desk, { orderId, skus: [sku], by }),
					ship: (orderId) => keyed(orderId, "ship", shipping({ orderId, ...line })),
					takeBack: (orderId) => keyed(orderId, "back", takingBack({ orderId, ...line })),
					release: (orderId) => keyed(orderId, "free", releasing({ orderId, ...line })),
				};
				const keyed = (orderId: string, key: string, step: Change["step"]) =>
					change(desk, { sku, orderId, step, once: `${orderId}-${key}` });
				const found: Record<string, { writes: number; size: number; largest: number }> = {};
				for (const [verb, act] of Object.entries(verbs)) {
					const { writes, size } = life;
					life.largest = 0;
					for (let n = 0; n < 100; n += 1) await act(`cost-${1000 + run}-${100 + n}`);
					await desk.file(sku);
					const { largest } = life;
					found[verb] = { writes: life.writes - writes, size: life.size - size, largest };
				}
				return found;
			}
		});
	});

	it("ends the same with deaths at any write as without", async () => {
		const plan = fc.array(fc.record({ command, deaths: fc.array(death, { maxLength: 2 }) }), {
			minLength: 10,
			maxLength: 40,
		});
		await fc.assert(fc.asyncProperty(plan, holds), { numRuns: 60 });

		async function holds(all: { command: Command; deaths: Death[] }[]) {
			const whole = process();
			const calm = [await aSku(whole.desk, 9), await aSku(whole.desk, 9)];
			const hit = [await aSku(whole.desk, 9), await aSku(whole.desk, 9)];

			for (const [at, { command, deaths }] of all.entries()) {
				const expected = await answer(act(whole.desk, command, { skus: calm, at }));
				expect(await survive(command, deaths, { skus: hit, at })).toBe(expected);
			}

			for (const [n, sku] of hit.entries()) {
				const found = await balanceOf(whole.books, sku);
				const { level, held } = (await balanceOf(whole.books, calm[n]!))!;
				expect(found).toMatchObject({ level, held, wrong: [] });
				await whole.desk.file(sku);
				expect(await balanceOf(whole.books, sku)).toMatchObject({ ...found, seen: {} });
			}
		}
	});

	type Where = { skus: string[]; at: number };

	/** Whoever asked asks again, of the next process, until there is an answer. */
	async function survive(command: Command, deaths: Death[], where: Where): Promise<string> {
		for (const one of [...deaths, undefined]) {
			const { life, desk } = process();
			life.endsAt(one);
			const answered = await answer(act(desk, command, where));
			if (!life.isOver) return answered;
		}
		throw new Error("unreachable");
	}

	async function answer(work: Promise<unknown>): Promise<string> {
		try {
			const written = await work;
			const isRefused = typeof written === "object" && written && "refused" in written;
			return isRefused ? String(written.refused) : "done";
		} catch (thrown) {
			return thrown instanceof Error && "type" in thrown ? String(thrown.type) : "died";
		}
	}

	function act(desk: Desk, one: Command, { skus, at }: Where): Promise<unknown> {
		if (one.type === "reserve") {
			const lines = one.skus.map((n) => ({ sku: skus[n]!, quantity: one.quantity }));
			const orderId = `${skus[0]}-${one.order}`;
			return reserve(desk, { orderId, lines, expiresAt: one.lapses ? past : soon, by });
		}
		const sku = skus[one.sku]!;
		const once = `${sku}-${at}`;
		if (one.type === "adjust")
			return change(desk, { sku, once, step: adjusting(one.delta, { by, reason: "x" }) });
		const orderId = `${skus[0]}-${one.order}`;
		if (one.type === "file") return desk.file(sku);
		if (one.type === "keep") return keep(desk, { orderId, skus: [sku], by });
		const step = steps[one.type];
		return change(desk, {
			sku,
			orderId,
			once,
			step: step({ orderId, quantity: one.quantity, by }),
		});
	}

	it("lets min(N, M) orders through, of two processes of which one dies", async () => {
		const some = fc.integer({ min: 1, max: 150 });
		await fc.assert(fc.asyncProperty(some, some, death, holds), { numRuns: 25 });

		async function holds(buyers: number, pieces: number, end: Death) {
			const [first, second] = [process(), process()];
			const sku = await aSku(second.desk, pieces);
			first.life.endsAt({ ...end, write: end.write * 20 });

			const answers = await Promise.all(
				Array.from({ length: buyers }, async (_, n) => {
					const orderId = `${sku}-${n}`;
					const { desk } = n % 2 === 0 ? first : second;
					const buy = (where: Desk) => {
						const lines = [{ sku, quantity: 1 }];
						return answer(reserve(where, { orderId, lines, expiresAt: soon, by }));
					};
					const once = await buy(desk);
					return once === "died" ? buy(second.desk) : once;
				}),
			);

			const won = answers.filter((one) => one === "done");
			expect(won).toHaveLength(Math.min(buyers, pieces));
			expect(answers.filter((one) => one === "OUT_OF_STOCK")).toHaveLength(
				buyers - won.length,
			);
			const balance = await balanceOf(second.books, sku);
			expect(balance).toMatchObject({ held: won.length, wrong: [] });
		}
	});

	it("gives all that lapsed to whoever wants it, however many orders held it", async () => {
		const { desk, books } = process();
		const sku = await aSku(desk, 700);
		const lapse = (n: number) => {
			const orderId = `${sku}-${n}`;
			const step = holding({ orderId, quantity: 1, lapsesAt: past }, by);
			return change(desk, { sku, orderId, step });
		};
		await Promise.all(Array.from({ length: 700 }, (_, n) => lapse(n)));

		await reserve(desk, {
			orderId: "big",
			lines: [{ sku, quantity: 700 }],
			expiresAt: soon,
			by,
		});

		expect(await balanceOf(books, sku)).toMatchObject({ held: 700, wrong: [] });
	});

	it("goes by the last change, also where an older one is filed", async () => {
		const { desk, books } = process();
		const sku = await aSku(desk, 5);
		const orderId = "parcels";
		const step = holding({ orderId, quantity: 2, lapsesAt: null }, by);
		await change(desk, { sku, orderId, step });
		await desk.file(sku);

		const send = shipping({ orderId, quantity: 1, by });
		for (const once of ["a", "b"])
			await change(desk, { sku, orderId, step: send, once: once + sku });

		const level = { onHand: 3, reserved: 0 };
		expect(await balanceOf(books, sku)).toMatchObject({ level, held: 0, wrong: [] });
	});

	it("does not let a late process bring back what was given back", async () => {
		const [slow, quick] = [process(), process()];
		const sku = await aSku(quick.desk, 5);
		const orderId = "late";
		const step = holding({ orderId, quantity: 2, lapsesAt: soon }, by);
		await change(slow.desk, { sku, orderId, step });
		const seen = (await slow.books.stocks.findById(sku))!;
		const release = releasing({ orderId, by });
		await change(quick.desk, { sku, orderId, step: release, once: "free-late" });
		await quick.desk.file(sku);

		await file(slow.books, seen);

		const stored = await quick.books.reservations.findById(reservationId(orderId, sku));
		expect(stored).toMatchObject({ quantity: 0, lapsesAt: null });
		expect(await balanceOf(quick.books, sku)).toMatchObject({ held: 0, wrong: [] });
	});

	it("goes on with a document that holds all its reservations itself", async () => {
		const { desk, books } = process();
		const sku = `SKU-${++count}`;
		const held = [
			{ orderId: "paid", quantity: 1, lapsesAt: null },
			{ orderId: "open", quantity: 2, lapsesAt: past },
		];
		const level = { ...emptyStock(sku, "p"), onHand: 4, reserved: 3, version: 1 };
		await books.stocks.insert({ ...level, reservations: held as never });

		await reserve(desk, { orderId: "new", lines: [{ sku, quantity: 3 }], expiresAt: soon, by });
		await desk.file(sku);

		const stored = [];
		for await (const one of books.reservations.each({ sku })) stored.push(one);
		expect(stored.map(({ orderId, quantity }) => [orderId, quantity])).toEqual([
			["new", 3],
			["open", 0],
			["paid", 1],
		]);
		await books.stocks.remove({ id: sku });
	});

	it("tells which SKU's books do not balance, and by which order", async () => {
		const { desk, books } = process();
		const sku = await aSku(desk, 5);
		const orderId = "wrong";
		const step = holding({ orderId, quantity: 2, lapsesAt: soon }, by);
		await change(desk, { sku, orderId, step });
		await desk.file(sku);

		await books.reservations.update(
			{ id: reservationId(orderId, sku) },
			{ $set: { quantity: 1 } },
		);

		const found = [];
		for await (const one of unbalanced(books)) found.push(one);
		expect(found).toMatchObject([
			{ sku, held: 1, level: { reserved: 2 }, doubtful: [{ orderId, held: 1, moved: 2 }] },
		]);
		expect(await repair(desk, books, sku)).toMatchObject({ held: 2, wrong: [] });
	});

	it("lets level and reservations follow the movements, while others buy", async () => {
		const { desk, books } = process();
		const sku = await aSku(desk, 50);
		const buy = (orderId: string) =>
			change(desk, {
				sku,
				orderId,
				step: holding({ orderId, quantity: 2, lapsesAt: soon }, by),
			});
		await Promise.all(["first", "second"].map(buy));
		await desk.file(sku);
		const lost = { $set: { onHand: 44, reserved: 3 } };
		await books.stocks.update({ id: sku }, lost);
		for (const order of ["first", "second"])
			await books.reservations.update(
				{ id: reservationId(order, sku) },
				{ $set: { quantity: 9 } },
			);

		const others = Array.from({ length: 10 }, (_, n) => `meanwhile-${n}`);
		const [repaired] = await Promise.all([repair(desk, books, sku), ...others.map(buy)]);

		expect(repaired).toMatchObject({ wrong: [] });
		const end = { level: { onHand: 50, reserved: 24 }, held: 24, wrong: [] };
		expect(await balanceOf(books, sku)).toMatchObject(end);
	});

	it("leaves alone what the movements themselves make impossible", async () => {
		const { desk, books } = process();
		const sku = await aSku(desk, 5);
		await desk.file(sku);
		const [received] = await books.ledger.find({ query: { sku }, limit: 1 });
		await books.ledger.update({ id: received!.id }, { $set: { quantity: -5 } });

		const found = await repair(desk, books, sku);

		expect(found).toMatchObject({ level: { onHand: 5 }, wrong: ["movements"] });
		await books.stocks.remove({ id: sku });
	});
});
