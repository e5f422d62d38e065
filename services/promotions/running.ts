// The promotions of this moment in the reader's language, kept in memory for two seconds at most: every cart and every
// quote needs them. Own writes drop them at once; other processes see a change within that time.
import type { Promotion } from "#contracts/promotions";
import type { Language } from "#contracts/schema";
import { inLanguage } from "#domain/localised";
import { isRunning } from "#domain/schedule";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";

const keptMs = 2_000;
const most = 200;

type Kept = { until: number; promotions: Promise<Promotion[]> };
const kept = new WeakMap<Collection<Promotion>, Kept>();

export async function running(
	db: Collection<Promotion>,
	locale: Language | undefined,
): Promise<Promotion[]> {
	const at = now();
	let found = kept.get(db);
	if (!found || found.until < Date.now()) {
		found = { until: Date.now() + keptMs, promotions: load(db, at) };
		kept.set(db, found);
	}
	const all = await found.promotions;
	return inLanguage(
		all.filter((promotion) => isRunning(promotion, at)),
		locale,
	);
}

/** After a write of this process. */
export const dropRunning = (db: Collection<Promotion>) => kept.delete(db);

async function load(db: Collection<Promotion>, at: string) {
	const query = { enabled: true, endsAt: { $gt: at } };
	return db.find({ query, limit: most }).catch((error: unknown) => {
		kept.delete(db);
		throw error;
	});
}
