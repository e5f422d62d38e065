import { carts, NOT_IN_CART } from "#contracts/carts";
import type { Cart } from "#contracts/carts";
import { products } from "#contracts/products";
import { alter, takeOut } from "#domain/cart";
import { now } from "#mixins/clock";
import { db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { call, service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { add } from "./add.ts";
import { again } from "./again.ts";
import { finishMerges, mergeInto } from "./merge.ts";
import * as own from "./own-data.ts";
import { collections, emptyCart, idOfToken, isLive, ownerOf } from "./stored.ts";
import type { Db, Line, Owner } from "./stored.ts";
import { view } from "./view.ts";
import { write } from "./write.ts";

const tidySeconds = 600;
const ordersKept = 100;

export default service(carts, {
	// Why not durable: a cart is neither money nor stock; it survives a killed process, and of a
	// power cut it may forget the last moments.
	mixins: [loops(), db(collections)],

	actions: {
		async get(ctx) {
			const cart = await liveCart(this.db, ownerOf(ctx.meta));
			return cart ? view(ctx, this.db, { cart }) : nothing(ctx, this.db);
		},

		async clear(ctx) {
			return change(ctx, this.db, () => []);
		},

		async add(ctx) {
			return add(ctx, this.db);
		},

		async again(ctx) {
			return again(ctx, this.db);
		},

		async change(ctx) {
			const { sku, ...changes } = ctx.params;
			return change(
				ctx,
				this.db,
				(lines) => alter(lines, sku, changes) ?? fail(NOT_IN_CART, { sku }),
			);
		},

		async remove(ctx) {
			const { sku } = ctx.params;
			return change(ctx, this.db, (lines) => {
				const rest = lines.filter((line) => line.sku !== sku);
				return rest.length < lines.length ? rest : fail(NOT_IN_CART, { sku });
			});
		},

		async merge(ctx) {
			await mergeInto(this.db, ctx.params);
		},

		async selected(ctx) {
			const cart = await liveCart(this.db, ownerIn(ctx.params));
			const ticked = cart?.lines.filter(({ selected }) => selected) ?? [];
			if (!cart || ticked.length === 0) return { cartId: null, items: [] };
			const skus = ticked.map(({ sku }) => sku);
			const onSale = await call(ctx, products.resolve, { skus });
			const sold = new Set(onSale.map(({ sku }) => sku));
			const items = ticked.filter(({ sku }) => sold.has(sku));
			return { cartId: cart.id, items: items.map(wantedOf) };
		},

		async bought(ctx) {
			const { cartId, orderId, items } = ctx.params;
			const found = await this.db.carts.findById(cartId);
			if (!found) return;
			const owner = { id: cartId, isGuest: found.expiresAt !== null };
			await write(this.db.carts, owner, (cart) => {
				if (cart.bought.includes(orderId)) return cart;
				const bought = [...cart.bought, orderId].slice(-ordersKept);
				return { ...cart, lines: takeOut(cart.lines, items), bought };
			});
		},

		ownData(ctx) {
			return own.ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson(this.db, ctx.params.whom);
		},
	},

	started() {
		this.every(tidySeconds, async () => {
			await finishMerges(this.db);
			await this.db.carts.remove({ expiresAt: { $lte: now() } });
		});
	},
});

/** The caller's cart after a change of its lines; a guest without one has nothing to change. */
async function change(ctx: Ctx, db: Db, decide: (lines: Line[]) => Line[]): Promise<Cart> {
	const owner = ownerOf(ctx.meta);
	const cart =
		owner &&
		(await write(db.carts, owner, (before) => {
			const lines = decide(before.lines);
			return lines.length + before.lines.length > 0 ? { ...before, lines } : before;
		}));
	if (cart) return view(ctx, db, { cart });
	decide([]);
	return nothing(ctx, db);
}

async function liveCart(db: Db, owner: Owner | null) {
	const cart = owner && (await db.carts.findById(owner.id));
	return cart && isLive(cart) ? cart : null;
}

function ownerIn({ userId, token }: { userId?: string; token?: string }): Owner | null {
	if (userId) return { id: userId, isGuest: false };
	return token ? { id: idOfToken(token), isGuest: true } : null;
}

const wantedOf = ({ sku, quantity }: Line) => ({ sku, quantity });

/** An empty cart makes no document: that comes with the first thing that is put in. */
function nothing(ctx: Ctx, db: Db): Promise<Cart> {
	const id = ctx.meta.user?.id ?? "new";
	return view(ctx, db, { cart: emptyCart({ id, isGuest: !ctx.meta.user }) });
}
