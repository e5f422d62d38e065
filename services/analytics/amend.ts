import { DuplicateKey } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Stored } from "#mixins/collection";

/** Reads, changes and writes a document, once more when somebody else wrote in between. */
export async function amend<T extends Stored>(
	kept: Collection<T>,
	blank: T,
	change: (before: T) => T,
): Promise<void> {
	for (;;) {
		const before = await kept.findById(blank.id);
		try {
			await (before ? kept.replace(change(before)) : kept.insert(change(blank)));
			return;
		} catch (thrown) {
			const isRace = thrown instanceof StaleVersion || thrown instanceof DuplicateKey;
			if (!isRace) throw thrown;
		}
	}
}
