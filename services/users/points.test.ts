// Points on a true store: many processes at once, and deaths between any two writes.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Died, Life, MortalStore } from "#tests/support/mortal-store";
import type { Death } from "#tests/support/mortal-store";
import { adjust, giveBack, hold, release, spend, takeBack } from "./points-actions.ts";
import { accountOf, fileAll, filePoints, pointsPage, pointsView } from "./points.ts";
import type { PointsBooks, PointsRecord } from "./points.ts";

const soon = new Date(Date.now() + 600_000).toISOString();
const past = new Date(Date.now() - 1000).toISOString();

describe("points", () => {
	const store = new MortalStore();
	let open: Awaited<ReturnType<MortalStore["open"]>>;
	let count = 0;
	beforeAll(async () => {
		open = await store.open({
			points: [["isUnfiled"]],
			ledger: [
				["userId", "seq"],
				["userId", "orderId"],
			],
		});
	});
	afterAll(() => store.close());

	function process(death?: Death) {
		const life = new Life();
		life.endsAt(death);
		const books: PointsBooks = { points: open("points", life), ledger: open("ledger", life) };
		return books;
	}

	const aUser = () => `user-${++count}`;
	const give = (books: PointsBooks, userId: string, points: number) =>
		adjust(books, { userId, points, reason: "test", by: "test", once: `give-${++count}` });

	async function entriesOf(books: PointsBooks, userId: string): Promise<PointsRecord[]> {
		const first = await pointsPage(books, { userId, pageSize: 100 });
		const total = "total" in first ? first.total : 0;
		const rest = Array.from({ length: Math.ceil(total / 100) - 1 }, (_, at) => at + 2);
		const pages = await Promise.all(
			rest.map((page) => pointsPage(books, { userId, page, pageSize: 100 })),
		);
		return [...first.items, ...pages.flatMap((page) => page.items)];
	}

	const sum = (entries: PointsRecord[], ...kinds: string[]) =>
		entries.reduce((all, { kind, points }) => all + (kinds.includes(kind) ? points : 0), 0);

	async function expectSound(userId: string) {
		const books = process();
		const entries = await entriesOf(books, userId);
		const { balance, held, available } = pointsView(await accountOf(books, userId));
		const gone = -sum(entries, "spend", "give-back");
		expect(new Set(entries.map(({ seq }) => seq)).size).toBe(entries.length);
		expect(balance).toBe(entries.reduce((all, { points }) => all + points, 0));
		expect(held + gone + available).toBe(sum(entries, "adjust", "take-back"));
		expect(Math.min(balance, held, gone, available)).toBeGreaterThanOrEqual(0);
		for (const [, own] of Map.groupBy(entries, ({ orderId }) => orderId ?? "")) {
			expect(own.filter(({ kind }) => kind === "spend").length).toBeLessThanOrEqual(1);
			expect(sum(own, "spend", "give-back")).toBeLessThanOrEqual(0);
		}
	}

	it("lets as many orders hold as there are points for, however many ask at once", async () => {
		const userId = aUser();
		const books = [process(), process(), process()];
		await give(process(), userId, 100);

		const asked = Array.from({ length: 30 }, (_, at) =>
			hold(books[at % 3]!, {
				userId,
				orderId: `${userId}-${at}`,
				points: 10,
				lapsesAt: soon,
			}),
		);
		const outcomes = await Promise.allSettled(asked);

		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
		const refused = outcomes.find(({ status }) => status === "rejected");
		expect(refused).toMatchObject({ reason: { type: "POINTS_SHORT", data: { left: 0 } } });
		await expectSound(userId);
	});

	it("spends once and gives back once, however often and late it is told", async () => {
		const userId = aUser();
		const books = process();
		const order = { userId, orderId: `${userId}-a` };
		await give(books, userId, 100);

		await hold(books, { ...order, points: 60, lapsesAt: soon });
		await Promise.all([spend(books, order), spend(process(), order)]);
		await filePoints(books, userId);
		await spend(books, order);
		await hold(books, { ...order, points: 60, lapsesAt: soon });
		await giveBack(books, { ...order, key: "refund-1", points: 25 });
		await giveBack(books, { ...order, key: "refund-1", points: 25 });
		const half = pointsView(await accountOf(books, userId));
		await Promise.all([release(books, order), release(process(), order)]);
		await giveBack(books, { ...order, key: "refund-2", points: 25 });

		expect(half).toEqual({ balance: 65, held: 0, available: 65 });
		const entries = await entriesOf(books, userId);
		expect(entries.map(({ kind, points, orderId }) => [kind, points, orderId])).toEqual([
			["give-back", 35, order.orderId],
			["give-back", 25, order.orderId],
			["spend", -60, order.orderId],
			["adjust", 100, undefined],
		]);
		await expectSound(userId);
	});

	it("spends nothing of an order that was let go before it was said to be paid", async () => {
		const userId = aUser();
		const books = process();
		const order = { userId, orderId: `${userId}-a` };
		await give(books, userId, 100);
		await hold(books, { ...order, points: 60, lapsesAt: soon });

		await release(books, order);
		await spend(books, order);

		expect(pointsView(await accountOf(books, userId))).toMatchObject({ balance: 100, held: 0 });
	});

	it("keeps the account small, whatever happens in it", async () => {
		const userId = aUser();
		const books = process();

		for (let at = 0; at < 120; at += 1) await give(books, userId, 1);
		const account = await accountOf(books, userId);
		await fileAll(books);

		expect(account.entries.length).toBeLessThan(50);
		expect(await entriesOf(books, userId)).toHaveLength(120);
		expect((await accountOf(books, userId)).entries).toEqual([]);
		await expectSound(userId);
	});

	const command = fc.record({
		verb: fc.constantFrom("give", "hold", "spend", "release", "giveBack", "takeBack", "file"),
		process: fc.nat(2),
		order: fc.nat(2),
		points: fc.integer({ min: 1, max: 30 }),
		lapses: fc.boolean(),
		key: fc.constantFrom("k1", "k2"),
	});
	const death = fc.option(
		fc.record({ write: fc.integer({ min: 1, max: 25 }), isAfter: fc.boolean() }),
		{ nil: undefined },
	);

	it("adds up after random parallel commands of processes that die", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(command, { minLength: 5, maxLength: 40 }),
				fc.tuple(death, death, death),
				async (commands, deaths) => {
					const userId = aUser();
					await give(process(), userId, 50);
					const lives = deaths.map((one) => process(one));

					const done = commands.map(({ verb, order, points, key, lapses, ...by }) => {
						const books = lives[by.process]!;
						const of = { userId, orderId: `${userId}-${order}` };
						const act = {
							give: () => give(books, userId, key === "k1" ? points : -points),
							hold: () =>
								hold(books, { ...of, points, lapsesAt: lapses ? past : soon }),
							spend: () => spend(books, of),
							release: () => release(books, of),
							giveBack: () => giveBack(books, { ...of, key, points }),
							takeBack: () => takeBack(books, { ...of, key, points }),
							file: () => filePoints(books, userId),
						};
						return act[verb]();
					});
					const outcomes = await Promise.allSettled(done);

					for (const outcome of outcomes) {
						if (outcome.status === "fulfilled") continue;
						const { reason } = outcome;
						const isRefusal = ["POINTS_SHORT", "POINTS_HELD"].includes(reason.type);
						expect(isRefusal || reason instanceof Died, String(reason)).toBe(true);
					}
					await expectSound(userId);
				},
			),
			{ numRuns: 60 },
		);
	});
});
