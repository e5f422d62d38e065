// Gives back what was held for a change of an order that was never written.
import { inventory } from "#contracts/inventory";
import { call } from "#mixins/service";
import { quietly } from "../quiet.ts";
import { holdUntil } from "../saga.ts";
import type { Caller } from "../saga.ts";
import type { Db, Effect } from "../stored.ts";

/** Nobody writes the change any more: a guarded write makes sure, then the stock goes back. */
export async function giveUp(
	caller: Caller,
	db: Db,
	{ orderId, effect }: { orderId: string; effect: Extract<Effect, { kind: "shrink" }> },
) {
	const order = await db.orders.findById(orderId);
	if (!order?.effects.some(({ id }) => id === effect.id)) return;
	await db.orders.replace(quietly(order));
	const { key, lines } = effect;
	await call(caller, inventory.shrink, { orderId, key, lines, expiresAt: holdUntil(order) });
}
