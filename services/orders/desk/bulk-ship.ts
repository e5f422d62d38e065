// Many orders handed to their carriers at once. Each succeeds or fails for itself, and says why.
import { createHash } from "node:crypto";
import { Errors } from "moleculer";
import {
	LINES_NOT_OPEN,
	ORDER_NOT_FOUND,
	ORDER_NOT_PAID,
	ORDER_WRONG_STATE,
} from "#contracts/orders";
import type { BulkShipped } from "#contracts/orders";
import { fill, translate } from "#mixins/errors";
import type { Ctx } from "#mixins/service";
import { advance } from "../advance.ts";
import type { By } from "../change.ts";
import { shipping } from "../commands.ts";
import type { Db } from "../stored.ts";

interface Parcel {
	id: string;
	carrier: string;
	trackingNumber: string;
}

type Key = By & { key: string };

/** Repeatable by the key: it names the parcels. */
export async function bulkShip(ctx: Ctx<{ orders: Parcel[] }>, db: Db, { key, ...by }: Key) {
	const sent = ctx.params.orders.map(async ({ id, ...parcel }): Promise<BulkShipped> => {
		const command = shipping({ ...parcel, id: parcelId(key, id) }, by);
		try {
			const { number, status } = await advance(ctx, db, { id, command });
			return { id, number, status, problem: null };
		} catch (error) {
			const problem = problemOf(error, ctx.meta.locale);
			const order = await db.orders.findById(id);
			return { id, number: order?.number ?? null, status: order?.status ?? null, problem };
		}
	});
	const orders = await Promise.all(sent);
	return { done: orders.filter(({ problem }) => !problem).length, orders };
}

const parcelId = (key: string, id: string) =>
	createHash("sha256").update(`${key}/${id}`).digest("base64url");

const refusals = [ORDER_NOT_FOUND, ORDER_NOT_PAID, ORDER_WRONG_STATE, LINES_NOT_OPEN];

/** What went wrong on our side is thrown: a repeat with the same key carries on. */
function problemOf(error: unknown, locale?: string) {
	const thrown = translate(error);
	if (!(thrown instanceof Errors.MoleculerClientError)) throw thrown;
	const { type: code, message, data } = thrown;
	const spec = refusals.find((refusal) => refusal.code === code);
	return { code, detail: spec && locale === "zh" ? fill(spec.zh, { ...data }) : message };
}
