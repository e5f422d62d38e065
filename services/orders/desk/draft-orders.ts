// Drafts of orders by phone. Nothing is held for them; a placed one is the order with its id.
import { STALE_VERSION } from "#contracts/errors";
import { DRAFT_NOT_FOUND } from "#contracts/orders";
import type { DraftOrder } from "#contracts/orders";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { namesOf } from "#mixins/people";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Db, StoredDraftOrder } from "../stored.ts";

type Written = Omit<StoredDraftOrder, "id" | "version" | "byId" | "createdAt" | "updatedAt">;
interface Paging {
	page?: number;
	pageSize?: number;
}

export async function listed(ctx: Ctx<Paging>, db: Db) {
	const { page = 1, pageSize = 20 } = ctx.params;
	const found = await db.draftOrders.list({ query: {}, sort: ["-updatedAt"], page, pageSize });
	return { ...found, items: await shown(ctx, found.items) };
}

export async function get(ctx: Ctx<{ id: string }>, db: Db) {
	return one(ctx, await find(db, ctx.params.id));
}

/** Repeatable by the id. */
export async function keep(ctx: Ctx<Written>, db: Db, id: string) {
	const at = now();
	const fresh = { ...ctx.params, id, version: 1, byId: userOf(ctx).id };
	const kept =
		(await db.draftOrders.findById(id)) ??
		(await db.draftOrders.insert({ ...fresh, createdAt: at, updatedAt: at }));
	return one(ctx, kept);
}

/** All of it: what is not said any more is gone. */
export async function change(ctx: Ctx<Written & Seen>, db: Db) {
	const { createdAt } = await find(db, ctx.params.id);
	const about = { byId: userOf(ctx).id, createdAt, updatedAt: now() };
	return one(ctx, await db.draftOrders.replace({ ...ctx.params, ...about }));
}

export async function drop(db: Db, id: string) {
	const gone = await db.draftOrders.remove({ id });
	if (gone === 0) fail(DRAFT_NOT_FOUND, { id });
}

interface Seen {
	id: string;
	version: number;
}

/** A draft that somebody else has changed or deleted is not placed; one that was placed is the order. */
export async function refuseOther(db: Db, { id, version }: Seen) {
	const kept = await db.draftOrders.findById(id);
	if (kept && kept.version !== version) fail(STALE_VERSION);
	const isBegun = kept ?? (await db.orders.findById(id)) ?? (await db.drafts.findById(id));
	if (!isBegun) fail(DRAFT_NOT_FOUND, { id });
}

const find = async (db: Db, id: string) =>
	(await db.draftOrders.findById(id)) ?? fail(DRAFT_NOT_FOUND, { id });

async function one(ctx: Ctx, draft: StoredDraftOrder) {
	const [view] = await shown(ctx, [draft]);
	return view ?? fail(DRAFT_NOT_FOUND, { id: draft.id });
}

async function shown(ctx: Ctx, drafts: StoredDraftOrder[]): Promise<DraftOrder[]> {
	const people = drafts.flatMap(({ userId, byId }) => (userId ? [userId, byId] : [byId]));
	const names = await namesOf(ctx, people);
	return drafts.map(({ byId, ...draft }) => {
		const { userId, email } = draft;
		const customer = userId ? (names.get(userId) ?? userId) : email || null;
		return { ...draft, customer, by: names.get(byId) ?? byId };
	});
}
