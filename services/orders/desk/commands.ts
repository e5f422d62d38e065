// What staff tell a single order.
import type { AdminOrder, orders } from "#contracts/orders";
import type { ParamsOf } from "#contracts/schema";
import { idempotent } from "#mixins/idempotency";
import type { Ctx } from "#mixins/service";
import { advance, askedAt, find } from "../advance.ts";
import type { By, Command } from "../change.ts";
import * as commands from "../commands.ts";
import { nameFields } from "../naming.ts";
import type { Db } from "../stored.ts";
import { cancellingLines } from "./cancel-lines.ts";
import { adminShown } from "./names.ts";

type Asked<K extends keyof typeof orders.$.actions> = Ctx<ParamsOf<(typeof orders.$.actions)[K]>>;

export function ship(ctx: Asked<"ship">, db: Db, by: By): Promise<AdminOrder> {
	const { id, ...parcel } = ctx.params;
	return idempotent(ctx, db.claims, async (parcelId) => {
		const command = commands.shipping({ ...parcel, id: parcelId }, by);
		const sending = advance(ctx, db, { id, command });
		return adminShown(ctx, await sending.catch((thrown) => nameFields(thrown, parcel)));
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
	const named = (thrown: unknown) => nameFields(thrown, lines);
	if (preview) return previewed(ctx, db, taking(id)).catch(named);
	return idempotent(ctx, db.claims, async (key) =>
		adminShown(ctx, await advance(ctx, db, { id, command: taking(key) }).catch(named)),
	);
}

const previewed = async (ctx: Ctx<{ id: string }>, db: Db, command: Command) =>
	adminShown(ctx, command(await find(db, ctx.params.id)).next);
