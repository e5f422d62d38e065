// What a command makes of an order: the order after it, what it owes to others, what it tells.
import type { Told } from "#mixins/collection";
import type { Effect, StoredOrder } from "./stored.ts";

/** Who gives a command, and when. */
export type By = { by: string; at: string };

/** The order after it; the very same order when there is nothing to write. */
export type Change = { next: StoredOrder; effects?: Effect[]; told?: Told[] };
export type Command = (order: StoredOrder) => Change;

/** What every event says of its order; the write that holds the event makes the version. */
export const refOf = ({ id: orderId, number, userId, version }: StoredOrder) => ({
	orderId,
	number,
	userId,
	version: version + 1,
});
