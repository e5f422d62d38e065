// Putting something in. A repeat with the same key is recognised within the cart's own document;
// a guest who has no cart yet gets one, and its token, once per key.
import { createHash } from "node:crypto";
import { CART_FULL } from "#contracts/carts";
import type { Cart } from "#contracts/carts";
import { INTERNAL, KEY_REUSED } from "#contracts/errors";
import { SKU_UNKNOWN } from "#contracts/products";
import type { Wanted } from "#contracts/promotions";
import { mostLines, put } from "#domain/cart";
import { later } from "#domain/schedule";
import { now } from "#mixins/clock";
import { fail, failAt } from "#mixins/errors";
import { idempotent } from "#mixins/idempotency";
import type { Ctx } from "#mixins/service";
import { keepLabels } from "./labels.ts";
import { idOfToken, lineOf, newToken, ownerOf } from "./stored.ts";
import type { Db, Line, Owner, Seen } from "./stored.ts";
import { saleOf, view } from "./view.ts";
import type { Sale } from "./view.ts";
import { write } from "./write.ts";

const daySeconds = 86_400;
/** Nobody puts so many things in on one day; it keeps the cart's document small. */
const mostKeys = 300;

/** What is put in: decided on the lines that are there, by what is known of these SKUs. */
export interface Filling {
	skus: string[];
	/** The same key with another one is refused. */
	asked: string;
	fill(lines: Line[], sale: Sale): Line[];
}

export function add(ctx: Ctx<Wanted>, db: Db): Promise<Cart> {
	const { sku, quantity } = ctx.params;
	return fillCart(ctx, db, {
		skus: [sku],
		asked: `${quantity} ${sku}`,
		fill(lines, sale) {
			const { item } = sale.get(sku) ?? failAt(SKU_UNKNOWN, { path: "sku", sku });
			const added = put(lines, { ...lineOf(item), quantity });
			return "refused" in added ? fail(CART_FULL, { max: mostLines }) : added;
		},
	});
}

export async function fillCart(ctx: Ctx, db: Db, filling: Filling): Promise<Cart> {
	const owner = ownerOf(ctx.meta);
	const filled = owner && (await fillOf(ctx, db, { owner, ...filling }));
	if (filled) return filled;
	return idempotent(ctx, db.claims, async () => {
		const token = newToken();
		const guest = { id: idOfToken(token), isGuest: true, isNew: true };
		const cart = (await fillOf(ctx, db, { owner: guest, ...filling })) ?? fail(INTERNAL);
		return { ...cart, token };
	});
}

type Owned = Filling & { owner: Owner & { isNew?: boolean } };

/** Null when the token is not that of a cart: clients do not choose tokens. */
async function fillOf(ctx: Ctx, db: Db, { owner, skus, asked, fill }: Owned) {
	const lines = (await db.carts.findById(owner.id))?.lines ?? [];
	const sale = await saleOf(ctx, [...new Set([...lines.map(({ sku }) => sku), ...skus])]);
	const request = requestOf(ctx, asked);
	await keepLabels(
		db.labels,
		skus.flatMap((sku) => sale.get(sku)?.item ?? []),
	);

	const cart = await write(db.carts, owner, (before) => {
		const known = before.seen.filter(isFresh);
		if (request && isRepeat(known, request)) return before;
		const filled = fill(before.lines, sale);
		const seen = request ? [...known, request].slice(-mostKeys) : known;
		return { ...before, lines: filled, seen };
	});
	return cart && view(ctx, db, { cart, known: sale });
}

function requestOf({ meta: { idempotencyKey } }: Ctx, body: string): Seen | null {
	if (!idempotencyKey) return null;
	const key = createHash("sha256").update(idempotencyKey).digest("base64url");
	return { key, body, at: now() };
}

/** A key is good for a day, here as everywhere. */
const isFresh = ({ at }: Seen) => at === undefined || now() < later(at, daySeconds);

function isRepeat(known: readonly Seen[], { key, body }: Seen) {
	const before = known.find((one) => one.key === key);
	if (before && before.body !== body) fail(KEY_REUSED);
	return before !== undefined;
}
