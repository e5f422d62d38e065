// Orders that staff make for somebody on the phone.
import { EMAIL_NEEDED } from "#contracts/orders";
import type { Adjustment } from "#contracts/orders";
import type { Wanted } from "#contracts/promotions";
import { USER_NOT_FOUND, users } from "#contracts/users";
import type { Address } from "#contracts/users";
import { said } from "#domain/field-words";
import { later } from "#domain/schedule";
import { fail, failAt, invalid } from "#mixins/errors";
import { admit, call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { nameFields } from "../naming.ts";
import type { Ordering } from "../new-order.ts";
import { placed, withoutDefault } from "../place.ts";
import type { Db, StoredOrder } from "../stored.ts";
import { refuseOther } from "./draft-orders.ts";
import { adminShown } from "./names.ts";
import { linkedAsMade } from "./payment-link.ts";

interface Wish {
	userId?: string;
	email?: string;
	items: Wanted[];
	address: Address;
	shippingMethod: string;
	coupon?: string;
	adjustment?: Adjustment;
	note?: string;
	payWithinHours?: number;
	draft?: { id: string; version: number };
}

const hour = 3600;
const twoDays = 48;

/**
 * Who gives something off, or charges more, has the right that changes an order's money too.
 * Repeatable by the id, which is the draft's if there was one. The link is a second write: what a killed process has not sent, a repeat
 * sends, and staff can ask for another.
 */
export async function placeFor(ctx: Ctx<Wish>, db: Db, id: string) {
	const { adjustment, payWithinHours = twoDays, draft } = ctx.params;
	if (adjustment?.amount) admit("orders:write", ctx);
	if (draft) await refuseOther(db, draft);
	const placing = placed(ctx, db, { id: draft?.id ?? id, ask: () => askedFor(ctx) });
	const { order } = await placing.catch((thrown) => nameFields(thrown, ctx.params));
	const endsAt = ({ createdAt }: StoredOrder) => later(createdAt, payWithinHours * hour);
	const { paymentLink, ...made } = await linkedAsMade(db, order.id, endsAt);
	if (draft) await db.draftOrders.remove({ id: draft.id });
	return { ...(await adminShown(ctx, made.order)), paymentLink };
}

async function askedFor(ctx: Ctx<Wish>): Promise<Ordering> {
	const {
		userId: _user,
		email: _email,
		draft: _draft,
		payWithinHours = twoDays,
		...wish
	} = ctx.params;
	return {
		...wish,
		by: userOf(ctx).id,
		buyer: await buyerOf(ctx),
		cartId: null,
		address: withoutDefault(wish.address),
		payWithinSeconds: payWithinHours * hour,
		tokens: [],
	};
}

async function buyerOf(ctx: Ctx<Wish>): Promise<Ordering["buyer"]> {
	const { userId, email } = ctx.params;
	if (userId === undefined)
		return { userId: null, email: email ?? failAt(EMAIL_NEEDED, { path: "email" }), name: "" };
	if (email !== undefined) invalid([{ path: "email", ...ofAGuest }]);
	const [person] = await call(ctx, users.resolve, { ids: [userId] });
	if (person?.status !== "active") return fail(USER_NOT_FOUND, { id: userId });
	return { userId, email: person.email, name: person.displayName };
}

const ofAGuest = said("is for guests only: an account has its own", "仅用于游客:账户已有邮箱");
