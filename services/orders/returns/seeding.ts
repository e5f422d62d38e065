// A demo return as it would stand in its order had it been asked for then.
import type { SeededReturn } from "#contracts/orders";
import { later } from "#domain/schedule";
import { digest } from "../stored.ts";
import type { StoredOrder, StoredReturn } from "../stored.ts";
import { requesting, stepping } from "./commands.ts";

const answerSeconds = 5 * 3600;

type Back = SeededReturn & { words: StoredReturn["reason"] };

/** The order with a piece of its first line on the way back; that the desk lists it is owed. */
export function withReturn(order: StoredOrder, back: Back): StoredOrder {
	const { status, description, note, at, words: reason } = back;
	const id = digest(`demo return ${order.id}`);
	const lines = order.items.slice(0, 1).map(({ sku }) => ({ sku, quantity: 1 }));
	const request = { id, lines, reason, description, images: [] };
	const asked = requesting(request, { by: order.userId ?? "guest", at })(order);
	const effects = [...order.effects, ...(asked.effects ?? [])];
	if (status === "requested") return { ...asked.next, effects };
	const type = status === "approved" ? "approve" : "reject";
	const step = { type, by: "system", at: later(at, answerSeconds), note } as const;
	return { ...stepping(id, step)(asked.next).next, effects };
}
