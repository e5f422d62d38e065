// Writes a change of an order with the stock that it needs. More is held first, and before that the
// order says so: what a killed process leaves held too much is given back by the effect. Less is
// given back after the change is written.
import { inventory } from "#contracts/inventory";
import { orderChanged } from "#contracts/orders";
import { dueOf } from "#domain/order-effects";
import { stockChanges } from "#domain/order-edit";
import { later } from "#domain/schedule";
import type { Told } from "#mixins/collection";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import { refOf } from "../change.ts";
import { settle } from "../effects.ts";
import { quietly } from "../quiet.ts";
import { lessening } from "../points.ts";
import { holdUntil } from "../saga.ts";
import type { Caller } from "../saga.ts";
import type { Db, Effect, StoredOrder } from "../stored.ts";

interface Edit {
	id: string;
	at: string;
	order: StoredOrder;
	next: StoredOrder;
}

/** Longer than any call takes: until then somebody may be about to write the change. */
const abandonedSeconds = 20;

export async function write(caller: Caller, db: Db, { id, at, order, next }: Edit) {
	const { more } = stockChanges(order.items, next.items);
	const effects = owedFor(order, next, { id, at });
	if (more.length === 0) return written(caller, db, { order: next, effects });

	const undo: Effect = {
		id: `shrink-${id}`,
		kind: "shrink",
		key: id,
		lines: more,
		at: later(at, abandonedSeconds),
	};
	const begun = await db.orders.replace(quietly({ ...order, effects: [...order.effects, undo] }));
	try {
		const lapsesAt = holdUntil(order);
		const held = { orderId: order.id, key: id, lines: more, expiresAt: lapsesAt };
		await call(caller, inventory.extend, held);
		const { version, quiet } = begun;
		return await written(caller, db, { order: { ...next, version, quiet }, effects });
	} catch (error) {
		// Why: the staff hear what went wrong first; what can't be undone now, the loop undoes.
		await settle(caller, db, { order: begun, effects: [undo] }).catch(() => {});
		throw error;
	}
}

/** What is owed once the change is written. */
export function owedFor(
	order: StoredOrder,
	next: StoredOrder,
	{ id, at }: Pick<Edit, "id" | "at">,
): Effect[] {
	const { fewer } = stockChanges(order.items, next.items);
	return [
		...lessening(order, next, { id, at }),
		...(fewer.length > 0
			? [{ id: `less-${id}`, kind: "release-lines", key: id, lines: fewer, at } as const]
			: []),
		...(order.status === "confirmed"
			? [{ id: `expect-${id}`, kind: "expect", at } as const]
			: []),
	];
}

/** The written change needs its stock: what would have given it back is gone in the same write. */
async function written(caller: Caller, db: Db, { order, effects }: Owing) {
	const owing = { ...order, effects: [...order.effects, ...effects] };
	const next = await db.orders.replace(owing, ...changeTold(order));
	return settle(caller, db, { order: next, effects });
}

/** The note is for the shop: of a change in it alone nobody needs to hear. */
export function changeTold(order: StoredOrder): Told[] {
	const { changes = [] } = order.timeline.at(-1) ?? {};
	const fields = changes.map(({ field }) => field).filter((field) => field !== "note");
	if (fields.length === 0) return [];
	const due = dueOf(order);
	const total = changes.find(({ field }) => field === "total");
	const before = total ? due - Number(total.after) + Number(total.before) : due;
	return [tell(orderChanged, { ...refOf(order), email: order.email, fields, before, due })];
}

type Owing = { order: StoredOrder; effects: Effect[] };
