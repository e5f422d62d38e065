// Putting something in. A repeat with the same key is recognised within the cart's own document;
// a guest who has no cart yet gets one, and its token, once per key.
import { createHash } from "node:crypto";
import { CART_FULL } from "#contracts/carts";
import type { Cart } from "#contracts/carts";
import { INTERNAL, KEY_REUSED } from "#contracts/errors";
import { SKU_UNKNOWN } from "#contracts/products";
import type { Wanted } from "#contracts/promotions";
import { mostLines, put } from "#domain/cart";
import { fail } from "#mixins/errors";
import { idempotent } from "#mixins/idempotency";
import type { Ctx } from "#mixins/service";
import { idOfToken, lineOf, newToken, ownerOf } from "./stored.ts";
import type { Db, Owner, StoredCart } from "./stored.ts";
import { saleOf, view } from "./view.ts";
import { write } from "./write.ts";

const keysKept = 20;

export async function add(ctx: Ctx<Wanted>, db: Db): Promise<Cart> {
	const owner = ownerOf(ctx.meta);
	const added = owner && (await addTo(ctx, db, owner));
	if (added) return added;
	return idempotent(ctx, db.claims, async () => {
		const token = newToken();
		const guest = { id: idOfToken(token), isGuest: true, isNew: true };
		const cart = (await addTo(ctx, db, guest)) ?? fail(INTERNAL);
		return { ...cart, token };
	});
}

/** Null when the token is not that of a cart: clients do not choose tokens. */
async function addTo(ctx: Ctx<Wanted>, db: Db, owner: Owner & { isNew?: boolean }) {
	const { sku, quantity } = ctx.params;
	const lines = (await db.carts.findById(owner.id))?.lines ?? [];
	const sale = await saleOf(ctx, [...new Set([...lines.map((line) => line.sku), sku])]);
	const found = sale.get(sku) ?? fail(SKU_UNKNOWN, { sku });
	const request = requestOf(ctx);

	const cart = await write(db.carts, owner, (before) => {
		if (request && isRepeat(before, request)) return before;
		const added = put(before.lines, { ...lineOf(found.item), quantity });
		if ("refused" in added) return fail(CART_FULL, { max: mostLines });
		const seen = request ? [...before.seen, request].slice(-keysKept) : before.seen;
		return { ...before, lines: added, seen };
	});
	return cart && view(ctx, cart, sale);
}

type Request = { key: string; body: string };

function requestOf({ meta, params }: Ctx<Wanted>): Request | null {
	const { idempotencyKey } = meta;
	if (!idempotencyKey) return null;
	const key = createHash("sha256").update(idempotencyKey).digest("base64url");
	return { key, body: `${params.quantity} ${params.sku}` };
}

function isRepeat({ seen }: StoredCart, { key, body }: Request) {
	const before = seen.find((one) => one.key === key);
	if (before && before.body !== body) fail(KEY_REUSED);
	return before !== undefined;
}
