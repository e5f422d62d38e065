// A lease makes one holder the only one who does something until it ends.
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";

export interface Lease extends Stored {
	holder: string;
	/** Milliseconds since 1970. */
	until: number;
}

type Wish = { name: string; holder: string; seconds: number };

/** Granted to who holds it already, and to anybody once it has ended. */
export async function lease(
	leases: Collection<Lease>,
	{ name, holder, seconds }: Wish,
	at: number,
): Promise<{ granted: "yes" | "no" }> {
	const until = at + seconds * 1000;
	const isFree = { id: name, $or: [{ holder }, { until: { $lte: at } }] };
	if (await leases.change(isFree, { $set: { holder, until } })) return { granted: "yes" };
	try {
		await leases.insert({ id: name, holder, until, version: 1 });
		return { granted: "yes" };
	} catch (thrown) {
		if (thrown instanceof DuplicateKey) return { granted: "no" };
		throw thrown;
	}
}
