// Who holds the administrator role lies in one document, and only there: so two withdrawals at the
// same moment can't take the role from the last two.
import type { Holder } from "#domain/administrators";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import type { Told } from "#mixins/collection";
import type { Access } from "./catalogue.ts";

/** The role's id, which is its key as well. */
export const administrator = "administrator";

const theDocument = "administrators";
const patience = 20;

export async function holdersOf({ administrators }: Access): Promise<Holder[]> {
	return (await administrators.findById(theDocument))?.holders ?? [];
}

/** Decides on the holders as they are; again when somebody else has changed them meanwhile. */
export async function changeHolders(
	{ administrators }: Access,
	decide: (holders: Holder[]) => Holder[],
	...told: Told[]
): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		const before = await administrators.findById(theDocument);
		const holders = decide(before?.holders ?? []);
		if (isSame(holders, before?.holders ?? [])) return;
		try {
			if (before) await administrators.replace({ ...before, holders }, ...told);
			else await administrators.insert({ id: theDocument, holders, version: 1 }, ...told);
			return;
		} catch (error) {
			const isRace = error instanceof StaleVersion || error instanceof DuplicateKey;
			if (!isRace || attempt === patience) throw error;
		}
	}
}

const isSame = (one: Holder[], other: Holder[]) =>
	one.length === other.length &&
	one.every(({ userId, isActive, version }, at) => {
		const same = other[at];
		return same?.userId === userId && same.isActive === isActive && same.version === version;
	});
