import { DuplicateKey } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Stored } from "#mixins/collection";

/**
 * Reads, changes and writes a document, once more when somebody else wrote in between; gives it as
 * it is then. A change that gives the very same document writes nothing.
 */
export async function amend<T extends Stored>(
	kept: Collection<T>,
	blank: T,
	change: (before: T) => T,
): Promise<T> {
	for (;;) {
		const before = await kept.findById(blank.id);
		const after = change(before ?? blank);
		if (after === before) return before;
		try {
			return await (before ? kept.replace(after) : kept.insert(after));
		} catch (thrown) {
			const isRace = thrown instanceof StaleVersion || thrown instanceof DuplicateKey;
			if (!isRace) throw thrown;
		}
	}
}
