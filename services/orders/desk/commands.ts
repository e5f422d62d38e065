// What staff tell a single order.
import type { AdminOrder, orders } from "#contracts/orders";
import type { ParamsOf } from "#contracts/schema";
import { idempotent } from "#mixins/idempotency";
import type { Ctx } from "#mixins/service";
import { advance, askedAt, find } from "../advance.ts";
import type { By } from "../change.ts";
import * as commands from "../commands.ts";
import type { Db } from "../stored.ts";
import { cancellingLines } from "./cancel-lines.ts";
import { adminShown } from "./names.ts";

type Asked<K extends keyof typeof orders.$.actions> = Ctx<ParamsOf<(typeof orders.$.actions)[K]>>;

export function ship(ctx: Asked<"ship">, db: Db, by: By): Promise<AdminOrder> {
	const { id, ...parcel } = ctx.params;
	return idempotent(ctx, db.claims, async (parcelId) => {
		const command = commands.shipping({ ...parcel, id: parcelId }, by);
		return adminShown(ctx, await advance(ctx, db, { id, command }));
	});
}

export async function cancel(ctx: Asked<"adminCancel">, db: Db, by: By): Promise<AdminOrder> {
	const { id, reason } = ctx.params;
	const command = commands.cancelling(by, reason);
	return adminShown(ctx, await advance(ctx, db, { id, command, asOf: askedAt(ctx.meta) }));
}

export async function cancelLines(ctx: Asked<"cancelLines">, db: Db, by: By): Promise<AdminOrder> {
	const { id, preview = false, ...lines } = ctx.params;
	const taking = (key: string) => cancellingLines({ ...lines, id: key }, by);
	if (preview) return adminShown(ctx, taking(id)(await find(db, id)).next);
	return idempotent(ctx, db.claims, async (key) =>
		adminShown(ctx, await advance(ctx, db, { id, command: taking(key) })),
	);
}
