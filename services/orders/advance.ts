// Gives an order a command: decided on what is stored, written only if nobody was faster, else
// decided again; then what the change owes to other services is carried out. What earlier changes owe
// is left to the loop: one of them may be waiting for this very command.
import { ORDER_NOT_FOUND, ORDER_WRONG_STATE } from "#contracts/orders";
import { transitions } from "#domain/order-state";
import { now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import { fail } from "#mixins/errors";
import type { Ctx, Meta } from "#mixins/service";
import type { Command } from "./change.ts";
import { settle } from "./effects.ts";
import type { Caller } from "./saga.ts";
import { digest } from "./stored.ts";
import type { Db, StoredOrder } from "./stored.ts";

const attempts = 20;

interface Asked {
	id: string;
	command: Command;
	/** As it was just read. */
	from?: StoredOrder;
	/**
	 * It is for the order as it stood when this was asked, and is not done to it in a state that it
	 * has reached since.
	 */
	asOf?: string;
}

/**
 * When a request came in, by the clock of this process: what the gateway's clock says is only how
 * long it has waited there.
 */
export function askedAt({ askedAt: from, passedOnAt: until }: Meta): string {
	const waitedMs = from && until ? Date.parse(until) - Date.parse(from) : 0;
	return new Date(Date.now() - waitedMs).toISOString();
}

/** The order afterwards, with its effects done as far as that was possible. */
export async function advance(caller: Caller, db: Db, asked: Asked): Promise<StoredOrder> {
	const { id, command, asOf } = asked;
	const first = asked.from ?? (await find(db, id));
	let order = first;
	for (let attempt = 1; ; attempt++) {
		const { next, effects = [], told = [] } = command(order);
		if (next === order) return order;
		try {
			if (asOf) refuseOther(first, order, asOf);
			const owing = { ...next, effects: [...next.effects, ...effects] };
			const written = await db.orders.replace(owing, ...told);
			return await settle(caller, db, { order: written, effects });
		} catch (error) {
			if (!(error instanceof StaleVersion) || attempt === attempts) throw error;
			order = await find(db, id);
		}
	}
}

/** Gives a command to an order of the caller's. */
export async function advanceOwn(
	ctx: Ctx<{ id: string }>,
	db: Db,
	asked: Pick<Asked, "command" | "asOf">,
): Promise<StoredOrder> {
	const { id } = ctx.params;
	return advance(ctx, db, { id, from: await own(db, id, ctx.meta), ...asked });
}

/** A payment that came in between has won, also when it came before the order was read here. */
function refuseOther(first: StoredOrder, { status, timeline }: StoredOrder, asOf: string) {
	const since = timeline.findLast(({ status: one }, at) => one !== timeline[at - 1]?.status);
	if (status === first.status && (since?.at ?? "") <= asOf) return;
	fail(ORDER_WRONG_STATE, {
		status,
		command: "cancel",
		allowed: Object.keys(transitions[status]),
	});
}

export async function find(db: Db, id: string): Promise<StoredOrder> {
	return (await db.orders.findById(id)) ?? fail(ORDER_NOT_FOUND, { id });
}

/** An order of the caller's, or one that their token opens; another's is not found. */
export async function own(db: Db, id: string, meta: Meta): Promise<StoredOrder> {
	const order = await db.orders.findById(id);
	return order && isOwn(order, meta) ? order : fail(ORDER_NOT_FOUND, { id });
}

type Opening = { order: StoredOrder; who: "shopper" | "payer" };

/** Also for whoever has the link by which it is paid: they see it and pay it, nothing more. */
export async function opening(db: Db, id: string, meta: Meta): Promise<Opening> {
	const order = await find(db, id);
	if (isOwn(order, meta)) return { order, who: "shopper" };
	return isLinked(order, meta) ? { order, who: "payer" } : fail(ORDER_NOT_FOUND, { id });
}

type Wanted = { id: string; by: "buyer" | "payer" | "staff" };

/** As another service asks for it: for its buyer, for whoever pays it, or for staff. */
export async function foundBy(db: Db, { id, by }: Wanted, meta: Meta): Promise<StoredOrder> {
	if (by === "payer") return (await opening(db, id, meta)).order;
	return by === "buyer" ? own(db, id, meta) : find(db, id);
}

function isLinked({ payTokens = [], payTokensUntil = "" }: StoredOrder, { orderToken }: Meta) {
	if (orderToken === undefined || payTokensUntil <= now()) return false;
	return payTokens.includes(digest(orderToken));
}

function isOwn({ userId, tokens }: StoredOrder, { user, orderToken }: Meta) {
	if (user && userId === user.id) return true;
	return orderToken !== undefined && tokens.includes(digest(orderToken));
}
