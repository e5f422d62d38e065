// Writes that change nothing of what people decide upon: an invoice's number, a link, what a change
// is about to need. They make a new version as every write does, and whoever has seen the order
// before them has still seen it as it is.
import { ORDER_NOT_FOUND } from "#contracts/orders";
import { StaleVersion } from "#mixins/collection";
import type { Told } from "#mixins/collection";
import { fail } from "#mixins/errors";
import type { Db, StoredOrder } from "./stored.ts";

const kept = 20;
const attempts = 20;

/** The order, to be written quietly. */
export const quietly = (order: StoredOrder): StoredOrder => ({
	...order,
	quiet: [...(order.quiet ?? []), order.version + 1].slice(-kept),
});

/** Whether an order that was seen at that version is still what was seen. */
export function isAsSeen(
	{ version, quiet = [] }: Pick<StoredOrder, "version" | "quiet">,
	seen: number,
) {
	const since = Array.from({ length: version - seen }, (_, at) => seen + 1 + at);
	return seen <= version && since.every((one) => quiet.includes(one));
}

type Note = (order: StoredOrder) => { next: StoredOrder; told?: Told[] };

/** Decided again when somebody was faster. */
export async function writeQuietly(db: Pick<Db, "orders">, id: string, note: Note) {
	for (let attempt = 1; ; attempt++) {
		const order = (await db.orders.findById(id)) ?? fail(ORDER_NOT_FOUND, { id });
		const { next, told = [] } = note(order);
		try {
			return await db.orders.replace(quietly(next), ...told);
		} catch (error) {
			if (!(error instanceof StaleVersion) || attempt === attempts) throw error;
		}
	}
}
