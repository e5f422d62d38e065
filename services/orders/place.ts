// Ordering: everything is priced and written down as a draft, then a saga makes it an order.
import { carts } from "#contracts/carts";
import { EMAIL_NEEDED } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { CART_EMPTY, promotions } from "#contracts/promotions";
import type { Price, Wanted } from "#contracts/promotions";
import { settings } from "#contracts/settings";
import { ADDRESS_NOT_FOUND, users } from "#contracts/users";
import type { Address } from "#contracts/users";
import { said } from "#domain/field-words";
import { newId, now } from "#mixins/clock";
import { fail, failAt, invalid } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { orderOf } from "./new-order.ts";
import type { Buyer, Ordering } from "./new-order.ts";
import { nameFields } from "./naming.ts";
import { newNumber } from "./number.ts";
import { oneByOne } from "./one-by-one.ts";
import { writeQuietly } from "./quiet.ts";
import { carryOut, close } from "./saga.ts";
import { digest, newToken, tokensKept } from "./stored.ts";
import type { Db, Draft, StoredOrder } from "./stored.ts";
import { orderView } from "./view.ts";

export interface Asked {
	items?: Wanted[];
	address: string | Address;
	shippingMethod: string;
	coupon?: string;
	points?: number;
	note?: string;
	email?: string;
}

export async function place(ctx: Ctx<Asked>, db: Db, id: string): Promise<Order> {
	const token = ctx.meta.user ? null : newToken();
	const work = () => placed(ctx, db, { id, ask: () => askedBy(ctx, token) });
	const placing = ctx.params.items ? work() : oneByOne(cartKey(ctx), work);
	const { order, isNew } = await placing.catch((thrown) => nameFields(thrown, ctx.params));
	const view = orderView(isNew ? order : await opened(db, order, token));
	return { ...view, ...(token && { orderToken: token }) };
}

/** Whose cart it is. */
const cartKey = ({ meta: { user, cartToken } }: Ctx) =>
	user ? `user ${user.id}` : `token ${cartToken ?? ""}`;

interface Placing {
	id: string;
	/** Not asked when an earlier try has written it down. */
	ask(): Promise<Ordering>;
}

const undone: ReadonlySet<Draft["state"]> = new Set(["undone", "over"]);

/** Repeatable by the id: what an earlier try has begun is carried on, and is not new. */
export async function placed(
	ctx: Ctx,
	db: Db,
	{ id, ask }: Placing,
): Promise<{ order: StoredOrder; isNew: boolean }> {
	const left = await db.drafts.findById(id);
	if (left && undone.has(left.state)) return placed(ctx, db, { id: left.next, ask });
	const done = await db.orders.findById(id);
	// Why: a cart that is filled again before the loop comes by would lose what was put in.
	if (done && left) await close(ctx, db, done);
	if (done) return { order: done, isNew: false };

	const draft = left ?? (await db.drafts.insert(await drafted(ctx, db, { id, ask })));
	return { order: await carryOut(ctx, db, draft), isNew: !left };
}

/** The guest's order with one more token that opens it. */
export async function opened(db: Db, order: StoredOrder, token: string | null) {
	if (!token) return order;
	return writeQuietly(db, order.id, (found) => ({
		next: { ...found, tokens: [...found.tokens, digest(token)].slice(-tokensKept) },
	}));
}

async function drafted(ctx: Ctx, db: Db, { id, ask }: Placing): Promise<Draft> {
	const at = now();
	const [current, asked] = await Promise.all([call(ctx, settings.current), ask()]);
	const { buyer, items, address, shippingMethod, coupon, points, adjustment } = asked;
	const { userId, email } = buyer;
	const [price, number] = await Promise.all([
		call(ctx, promotions.price, {
			userId,
			email,
			items,
			address,
			shippingMethod,
			...(coupon && { coupon }),
			...(points && { points }),
			...(adjustment && { adjustment: adjustment.amount }),
		}),
		newNumber(db.days, at, current.shop.timeZone),
	]);
	refuseTooMuchOff(price, adjustment?.amount ?? 0);
	const order = orderOf({ id, at, number, current, asked, price });
	return { id, version: 1, order, state: "doing", startedAt: at, next: newId() };
}

/** What the goods cost is the most that staff can give off. */
export function refuseTooMuchOff({ quote: { totals } }: Price, wanted: number) {
	const given = totals.adjustment ?? 0;
	if (given === wanted) return;
	const most = said(
		`must be at least ${given}: the goods cost no more`,
		`不能低于 ${given}:已等于商品金额`,
	);
	invalid([{ path: "adjustment.amount", ...most }]);
}

async function askedBy(ctx: Ctx<Asked>, token: string | null): Promise<Ordering> {
	const { items, coupon, points, note, shippingMethod } = ctx.params;
	const [goods, address, buyer] = await Promise.all([
		items ? { cartId: null, items } : cartOf(ctx),
		addressOf(ctx),
		buyerOf(ctx),
	]);
	return {
		by: buyer.userId ?? "guest",
		buyer,
		cartId: goods.cartId,
		items: goods.items,
		address,
		shippingMethod,
		...(coupon && { coupon }),
		...(points && { points }),
		...(note && { note }),
		tokens: token ? [digest(token)] : [],
	};
}

async function cartOf(ctx: Ctx) {
	const { user, cartToken } = ctx.meta;
	const selected = await call(ctx, carts.selected, {
		...(user && { userId: user.id }),
		...(cartToken && { token: cartToken }),
	});
	return selected.items.length > 0 ? selected : fail(CART_EMPTY);
}

async function addressOf(ctx: Ctx<Asked>): Promise<Address> {
	const { address } = ctx.params;
	if (typeof address !== "string") return withoutDefault(address);
	const userId = ctx.meta.user?.id ?? fail(ADDRESS_NOT_FOUND, { id: address });
	const { id: _, ...saved } = await call(ctx, users.addressOf, { userId, addressId: address });
	return withoutDefault(saved);
}

export const withoutDefault = ({ isDefault: _, ...address }: Address): Address => address;

/** A guest's own word, or the account's e-mail address. */
async function buyerOf(ctx: Ctx<Asked>): Promise<Buyer> {
	const { user } = ctx.meta;
	const [person] = user ? await call(ctx, users.resolve, { ids: [user.id] }) : [];
	const email = person?.email ?? ctx.params.email ?? failAt(EMAIL_NEEDED, { path: "email" });
	return { userId: user?.id ?? null, email, name: person?.displayName ?? "" };
}
