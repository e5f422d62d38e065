// What people look at, held in memory and written each second: a view may be lost when the process
// is killed, an order never.
import { products } from "#contracts/products";
import { fold } from "#domain/search/fold";
import { lastSeen, merged } from "#domain/tallies";
import type { Seen } from "#domain/tallies";
import { now } from "#mixins/clock";
import { call } from "#mixins/service";
import { amend } from "./amend.ts";
import { today } from "./happenings.ts";
import type { Books, LookTally } from "./stored.ts";

type Caller = Parameters<typeof call>[0];

interface Look {
	userId: string | undefined;
	type: "view" | "click" | "search-click";
	productId?: string;
	query?: string;
}

/** How many views somebody's history holds. */
export const historyLength = 50;
/** Products a day that are counted; the rarest are left out. */
const productsADay = 1000;
/** Looks that wait to be written; beyond that they are not counted. */
const mostWaiting = 10_000;
const cardsAtOnce = 100;

export class Notes {
	#waiting: (Look & { at: string })[] = [];
	#writing: Promise<void> = Promise.resolve();

	note(look: Look) {
		if (this.#waiting.length < mostWaiting) this.#waiting.push({ ...look, at: now() });
	}

	/** Writes what waits, one after the other. */
	flush(caller: Caller, db: Books): Promise<void> {
		this.#writing = this.#writing.catch(() => {}).then(() => this.#write(caller, db));
		return this.#writing;
	}

	/** Somebody's history with what they looked at a moment ago. */
	async historyOf(caller: Caller, db: Books, userId: string): Promise<string[]> {
		if (this.#waiting.some((look) => look.userId === userId)) await this.flush(caller, db);
		const history = await db.histories.findById(userId);
		return history?.products.map(({ productId }) => productId) ?? [];
	}

	async #write(caller: Caller, db: Books) {
		const looks = this.#waiting;
		if (looks.length === 0) return;
		const [day, known] = await Promise.all([today(caller), knownIn(caller, looks)]);

		this.#waiting = this.#waiting.slice(looks.length);
		const real = looks.filter(({ productId }) => productId && known.has(productId));
		await Promise.all([
			countLooks(db, day, real),
			countClicks(db, day, looks),
			remember(db, real),
		]);
	}
}

/** Anybody can send any id: only products on sale count. */
async function knownIn(caller: Caller, looks: readonly Look[]): Promise<Set<string>> {
	const ids = [...new Set(looks.flatMap(({ productId }) => productId ?? []))];
	const parts = Array.from({ length: Math.ceil(ids.length / cardsAtOnce) }, (_, at) =>
		ids.slice(at * cardsAtOnce, (at + 1) * cardsAtOnce),
	);
	const cards = await Promise.all(
		parts.map((part) => call(caller, products.cards, { ids: part })),
	);
	return new Set(cards.flat().map(({ id }) => id));
}

type Noted = Look & { at: string };

async function countLooks({ looks }: Books, day: string, noted: readonly Noted[]) {
	if (noted.length === 0) return;
	const tallies = noted.map(({ type, productId = "", at }) => {
		const isView = type === "view";
		return { key: productId, count: isView ? 1 : 0, clicks: isView ? 0 : 1, at };
	});
	const blank = { id: day, count: 0, clicks: 0, tallies: [], version: 1 };
	await amend(looks, blank, (before) => ({
		...before,
		count: before.count + sum(tallies, "count"),
		clicks: before.clicks + sum(tallies, "clicks"),
		tallies: merged(before.tallies, tallies, { add: plus, most: productsADay }),
	}));
}

const sum = (tallies: readonly LookTally[], field: "count" | "clicks") =>
	tallies.reduce((all, tally) => all + tally[field], 0);

const plus = (kept: LookTally, more: LookTally): LookTally => ({
	...more,
	count: kept.count + more.count,
	clicks: kept.clicks + more.clicks,
});

/** Results that were opened, for queries of the day that the search desk knows. */
async function countClicks({ searches }: Books, day: string, noted: readonly Noted[]) {
	const clicked = new Map<string, number>();
	for (const { type, query } of noted) {
		const key = type === "search-click" && query ? plainQuery(query) : "";
		if (key) clicked.set(key, (clicked.get(key) ?? 0) + 1);
	}
	const kept = clicked.size > 0 ? await searches.findById(day) : null;
	if (!kept) return;
	await amend(searches, kept, (before) => {
		const tallies = before.tallies.map((tally) => ({
			...tally,
			clicks: tally.clicks + (clicked.get(tally.key) ?? 0),
		}));
		const clicks = before.clicks + [...clicked.values()].reduce((all, one) => all + one, 0);
		return { ...before, clicks, tallies };
	});
}

/** A query as it is counted: however it was typed, with one blank between words. */
export const plainQuery = (query: string) => fold(query).replace(/\s+/g, " ").trim().slice(0, 200);

async function remember({ histories }: Books, noted: readonly Noted[]) {
	const byUser = new Map<string, Seen[]>();
	for (const { userId, type, productId, at } of noted) {
		if (userId === undefined || productId === undefined || type !== "view") continue;
		byUser.set(userId, [...(byUser.get(userId) ?? []), { productId, at }]);
	}
	await Promise.all(
		[...byUser].map(([id, seen]) =>
			amend(histories, { id, products: [], version: 1 }, (before) => ({
				...before,
				products: lastSeen({ kept: before.products, more: seen, most: historyLength }),
			})),
		),
	);
}
