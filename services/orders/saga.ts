// From a draft to an order. Every step is keyed by the order's id and may be repeated; undoing is
// a courtesy, since whatever is held lapses by itself. A recovery loop ends what a killed process
// has begun.
import { carts } from "#contracts/carts";
import { inventory } from "#contracts/inventory";
import { orderPlaced } from "#contracts/orders";
import { promotions } from "#contracts/promotions";
import { later } from "#domain/schedule";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import { hold, release } from "./points.ts";
import { linesOf } from "./stored.ts";
import type { Db, Draft, StoredOrder } from "./stored.ts";

/** Whoever calls other services: a request, or the service itself in its loops. */
export type Caller = Parameters<typeof call>[0];

interface Step {
	do(order: StoredOrder): Promise<unknown>;
	undo?(order: StoredOrder): Promise<unknown>;
}

/** Stock and points lapse a little after its order, so that an order paid in time still has them. */
const graceSeconds = 120;

export const holdUntil = ({ expiresAt }: StoredOrder) =>
	expiresAt && later(expiresAt, graceSeconds);

const stepsOf = (caller: Caller, db: Db): Step[] => [
	{
		do: (order) =>
			call(caller, inventory.reserve, {
				orderId: order.id,
				lines: linesOf(order),
				expiresAt: holdUntil(order),
			}),
		undo: (order) =>
			call(caller, inventory.release, {
				orderId: order.id,
				key: "undo",
				lines: linesOf(order),
			}),
	},
	{
		do: async ({ id: orderId, userId, email, couponId, claimId }) => {
			if (!couponId) return;
			const use = { orderId, userId, email, couponId, claimId };
			await call(caller, promotions.redeem, use);
		},
		undo: async ({ id: orderId, couponId }) => {
			if (couponId) await call(caller, promotions.restore, { orderId });
		},
	},
	{
		do: (order) => hold(caller, order, later(order.expiresAt ?? now(), graceSeconds)),
		undo: (order) => release(caller, order),
	},
	{ do: (order) => insert(db, order) },
	{ do: (order) => takeOutOfCart(caller, order) },
];

async function takeOutOfCart(caller: Caller, order: StoredOrder) {
	const { id: orderId, cartId } = order;
	const items = linesOf(order);
	if (cartId) await call(caller, carts.bought, { cartId, orderId, items });
}

async function insert({ orders }: Db, order: StoredOrder) {
	const { id: orderId, number, userId, email, totals, createdAt: placedAt } = order;
	const { total } = totals;
	const isByStaff = order.timeline[0]?.by !== (userId ?? "guest");
	const about = { orderId, number, userId, email, total, placedAt, version: 1 };
	const told = { ...about, ...(isByStaff && { isByStaff }) };
	try {
		await orders.insert(order, tell(orderPlaced, told));
	} catch (error) {
		const isThere = error instanceof DuplicateKey && (await orders.findById(orderId));
		if (!isThere) throw error;
	}
}

/** Makes the draft an order, or undoes what was done and throws what stood in the way. */
export async function carryOut(caller: Caller, db: Db, draft: Draft): Promise<StoredOrder> {
	const { id, order } = draft;
	const begun: Step[] = [];
	try {
		for (const step of stepsOf(caller, db)) {
			begun.push(step);
			await step.do(order);
		}
	} catch (error) {
		if (await db.orders.findById(id)) throw error;
		const isOurFault = !isRefusal(error);
		if (!isOurFault) begun.pop();
		// Why: the buyer hears what went wrong first; what can't be undone now, the loop undoes.
		await undo(db, draft, { begun, isOurFault }).catch(() => {});
		throw error;
	}
	void forget(db, id);
	return order;
}

/** A refusal has changed nothing; after anything else nobody knows, so the step is undone too. */
function isRefusal(error: unknown) {
	if (!(error instanceof Error) || !("code" in error)) return false;
	return Number(error.code) < 500 && !("retryable" in error && error.retryable);
}

type Begun = { begun: Step[]; isOurFault: boolean };

async function undo(db: Db, { id, order }: Draft, { begun, isOurFault }: Begun) {
	if (begun.length > 0) await db.drafts.update({ id }, { $set: { state: "undoing" } });
	for (const step of begun.toReversed()) await step.undo?.(order);
	if (isOurFault) await db.drafts.update({ id }, { $set: { state: "undone" } });
	else await db.drafts.remove({ id });
}

/** Nobody waits for it: a draft that stays is found by the loop, which sees its order. */
const forget = (db: Db, id: string) => db.drafts.remove({ id }).catch(() => {});

const abandonedMs = 15_000;
/** What a node does that went on after being frozen comes later than the undoing. */
const lateMs = 20_000;
const keptMs = 24 * 3_600_000;
const batch = 100;

/** Ends what a process has begun that is no more: its orders are placed, or undone. */
export async function recover(caller: Caller, db: Db) {
	const before = (ms: number) => ({ $lte: new Date(Date.now() - ms).toISOString() });
	const query = { state: { $in: ["doing", "undoing"] }, startedAt: before(abandonedMs) };
	const drafts = await db.drafts.find({ query, sort: ["startedAt"], limit: batch });
	await Promise.allSettled(drafts.map((draft) => finish(caller, db, draft)));

	const late = { state: "undone", startedAt: before(lateMs) };
	const undone = await db.drafts.find({ query: late, sort: ["startedAt"], limit: batch });
	await Promise.allSettled(undone.map((draft) => undoLate(caller, db, draft)));
	const over = { $in: ["undone", "over"] };
	await db.drafts.remove({ state: over, startedAt: before(keptMs) });
}

/** Once more, for what was held only after it was let go. */
async function undoLate(caller: Caller, db: Db, { id, order }: Draft) {
	const isPlaced = (await db.orders.findById(id)) !== null;
	const steps = isPlaced ? [] : stepsOf(caller, db).toReversed();
	for (const step of steps) await step.undo?.(order);
	await db.drafts.update({ id }, { $set: { state: "over" } });
}

async function finish(caller: Caller, db: Db, draft: Draft) {
	const placed = await db.orders.findById(draft.id);
	if (placed) return close(caller, db, placed);
	const isLate = (draft.order.expiresAt ?? now()) <= now();
	if (draft.state === "doing" && !isLate) await carryOut(caller, db, draft);
	else await undo(db, draft, { begun: stepsOf(caller, db), isOurFault: true });
}

/** What is left to do for an order that is there, of which the draft is there too. */
export async function close(caller: Caller, db: Db, order: StoredOrder) {
	await takeOutOfCart(caller, order);
	await forget(db, order.id);
}
