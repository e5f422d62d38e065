// When the shop rests: one document beside the settings.
import type { Maintenance } from "#contracts/settings";
import { fieldWords } from "#domain/field-words";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { invalid } from "#mixins/errors";

/** No rest leaves the document with `maintenance: null`. */
export interface StoredRest {
	id: string;
	version: number;
	maintenance: Maintenance | null;
}

type Rests = Collection<StoredRest>;

const id = "shop";

export async function restOf(rests: Rests): Promise<Maintenance | null> {
	return (await rests.findById(id))?.maintenance ?? null;
}

export type Wish = Partial<Maintenance>;

/** What is not said stays as it was; without anything it begins now. */
export async function setRest(rests: Rests, wish: Wish): Promise<Maintenance> {
	const before = (await restOf(rests)) ?? { from: now(), until: null, message: "", zh: "" };
	const maintenance = { ...before, ...wish };
	const { from, until } = maintenance;
	if (until !== null && Date.parse(until) <= Date.parse(from))
		invalid([{ path: "until", ...fieldWords.afterFrom }]);
	await keep(rests, maintenance);
	return maintenance;
}

export const endRest = (rests: Rests) => keep(rests, null);

async function keep(rests: Rests, maintenance: Maintenance | null) {
	const changed = await rests.change({ id }, { $set: { maintenance } });
	if (changed) return;
	await rests
		.insert({ id, version: 1, maintenance })
		.catch(() => rests.change({ id }, { $set: { maintenance } }));
}
