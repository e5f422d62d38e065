// What buyers and staff ask for about returns: load, decide in the order's document, answer.
import { REFUND_TOO_HIGH, RETURN_NOT_FOUND } from "#contracts/orders";
import type { AdminReturn, Return } from "#contracts/orders";
import type { Line } from "#domain/parcels";
import { worthOf } from "#domain/returns";
import type { ReturnStep } from "#domain/return-steps";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import type { Ctx } from "#mixins/service";
import { advance, find as findOrder, own } from "../advance.ts";
import { nameFields } from "../naming.ts";
import type { Db } from "../stored.ts";
import { find, requesting, stepping } from "./commands.ts";
import { file } from "./filing.ts";
import { held } from "./pictures.ts";
import { chosen } from "./reasons.ts";
import { adminReturnView, returnView } from "./view.ts";

interface Asked {
	id: string;
	lines: Line[];
	reason: string;
	description?: string;
	images?: string[];
}

/** Repeatable by the id. Pictures are held only for what would be accepted. */
export const request = (ctx: Ctx<Asked>, db: Db, id: string): Promise<Return> =>
	requested(ctx, db, id).catch((thrown) => nameFields(thrown, ctx.params));

async function requested(ctx: Ctx<Asked>, db: Db, id: string): Promise<Return> {
	const { id: orderId, lines, description = "", images = [] } = ctx.params;
	const from = await own(db, orderId, ctx.meta);
	const by = byOf(ctx);
	const reason = await chosen(db.reasons, ctx.params.reason);
	requesting({ id, lines, reason, description, images: [] }, by)(from);

	const pictures = await held(ctx, { orderId, returnId: id, images });
	const command = requesting({ id, lines, reason, description, images: pictures }, by);
	const order = await advance(ctx, db, { id: orderId, command, from });
	// Why: whoever repeats it after a crash is answered when the desk can find it.
	if (from.returns?.some((one) => one.id === id)) await file(db.returns, order, id);
	return returnView(order, find(order, id), { who: "shopper", locale: ctx.meta.locale });
}

export async function withdraw(ctx: Ctx<{ id: string; returnId: string }>, db: Db) {
	const { id, returnId } = ctx.params;
	const from = await own(db, id, ctx.meta);
	const command = stepping(returnId, { type: "withdraw", ...byOf(ctx) });
	const order = await advance(ctx, db, { id, command, from });
	return returnView(order, find(order, returnId), { who: "shopper", locale: ctx.meta.locale });
}

export async function get(ctx: Ctx<{ id: string }>, db: Db): Promise<AdminReturn> {
	const { id } = ctx.params;
	const order = await findOrder(db, await orderIdOf(db, id));
	return adminReturnView({ order, one: find(order, id) }, ctx.meta.locale);
}

type Deed = ReturnStep extends infer S
	? S extends ReturnStep
		? Omit<S, "at" | "by">
		: never
	: never;

/** A step by staff, who know the return only by its own id. */
export async function take(ctx: Ctx<{ id: string }>, db: Db, deed: Deed): Promise<AdminReturn> {
	const { id } = ctx.params;
	const command = stepping(id, { ...deed, ...byOf(ctx) });
	const taking = advance(ctx, db, { id: await orderIdOf(db, id), command });
	const sent = "lines" in deed ? { lines: deed.lines } : {};
	const order = await taking.catch((thrown) => nameFields(thrown, sent));
	return adminReturnView({ order, one: find(order, id) }, ctx.meta.locale);
}

/** What the payments refuse is refused; what they can't be asked now stays on its way. */
export async function payBack(ctx: Ctx<{ id: string; amount?: number }>, db: Db) {
	const { id, amount } = ctx.params;
	const answer = await take(ctx, db, { type: "refund", amount });
	if (answer.refund) return answer;
	const order = await findOrder(db, answer.order.id);
	return fail(REFUND_TOO_HIGH, { left: worthOf(order, find(order, id)) });
}

async function orderIdOf({ returns }: Db, id: string) {
	return ((await returns.findById(id)) ?? fail(RETURN_NOT_FOUND, { id })).orderId;
}

const byOf = ({ meta }: Pick<Ctx, "meta">) => ({ by: meta.user?.id ?? "guest", at: now() });
