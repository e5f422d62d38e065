// How often which words are searched for: a document per day with the most frequent ones.
import type { SearchTally } from "#contracts/analytics";
import { shifted } from "#domain/intervals";
import { merged, mostFrequent } from "#domain/tallies";
import { now } from "#mixins/clock";
import { amend } from "./amend.ts";
import { addedUp, plus } from "./insights.ts";
import { plainQuery } from "./notes.ts";
import type { Books, QueryTally } from "./stored.ts";

/** Queries a day that are told apart, and days for which they are: 50,000 in all. */
const queriesADay = 1000;
const daysKept = 50;
/** After that the looks of a day are forgotten. */
const looksKept = 400;

const hotDays = 14;
/** Asked so often, a query is more than one person's own words. */
const hotCount = 2;
const hotForMs = 5_000;

export async function countSearches(
	{ searches }: Books,
	day: string,
	batch: readonly SearchTally[],
): Promise<void> {
	const at = now();
	const tallies = batch.flatMap(({ query, ...counts }) => {
		const key = plainQuery(query);
		return key ? [{ key, clicks: 0, at, ...counts }] : [];
	});
	if (tallies.length === 0) return;
	const blank = { id: day, count: 0, clicks: 0, tallies: [], version: 1 };
	await amend(searches, blank, (before) => ({
		...before,
		count: before.count + tallies.reduce((sum, { count }) => sum + count, 0),
		tallies: merged(before.tallies, tallies, { add: plus, most: queriesADay }),
	}));
}

/** Forgets what is too old to be told apart; how much it was in all stays. */
export async function forgetOld(db: Books, day: string): Promise<void> {
	const old = { id: { $lt: shifted(day, -daysKept) }, "tallies.key": { $exists: true } };
	await Promise.all([
		db.searches.update(old, { $set: { tallies: [] } }),
		db.looks.remove({ id: { $lt: shifted(day, -looksKept) } }),
	]);
}

/** What many search for and find, kept in memory for a few seconds: it is asked at each key. */
export class HotQueries {
	#hot: QueryTally[] = [];
	#until = 0;

	async beginning(db: Books, prefix: string, limit: number): Promise<string[]> {
		if (Date.now() >= this.#until) await this.#renew(db);
		const start = plainQuery(prefix);
		const fitting = this.#hot.filter(({ key }) => key.startsWith(start));
		return fitting.slice(0, limit).map(({ key }) => key);
	}

	async #renew({ searches }: Books) {
		this.#until = Date.now() + hotForMs;
		const days = await searches.find({ sort: ["-id"], limit: hotDays });
		const queries = addedUp(days.toReversed().flatMap(({ tallies }) => tallies));
		const hot = queries.filter(({ count, lastTotal }) => count >= hotCount && lastTotal > 0);
		this.#hot = mostFrequent(hot, hot.length);
	}
}
