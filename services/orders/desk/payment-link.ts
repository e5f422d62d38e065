// The link by which somebody pays an order without a login. Its token is kept as a digest only: it
// is in the answer that made it and in the mail, and nobody can read it again. It stands behind the
// `#`, which browsers keep to themselves.
import { ORDER_NOT_OPEN, orderPaymentRequested } from "#contracts/orders";
import type { PaymentLink } from "#contracts/orders";
import { later } from "#domain/schedule";
import { now } from "#mixins/clock";
import { publicOrigin } from "#mixins/env";
import { fail } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { admit, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { find } from "../advance.ts";
import { refOf } from "../change.ts";
import { writeQuietly } from "../quiet.ts";
import { digest, newToken, tokensKept } from "../stored.ts";
import type { Db, StoredOrder } from "../stored.ts";

/** So long after its time an order's link still shows what became of it. */
const shownSeconds = 24 * 3600;

type Linked = { order: StoredOrder; paymentLink: PaymentLink };

type Asked = { id: string; isMailed?: boolean };

/** A link shows what it opens: who can't see orders gets one of those that they have made. */
export async function requested(ctx: Ctx<Asked>, db: Db): Promise<PaymentLink> {
	const { id, isMailed = false } = ctx.params;
	const { timeline } = await find(db, id);
	if (timeline[0]?.by !== userOf(ctx).id) admit("orders:read", ctx);
	const until = (order: StoredOrder) => openUntil(order) ?? fail(ORDER_NOT_OPEN);
	return (await linked(db, { id, isMailed, until })).paymentLink;
}

/** The order that was just made, or, when a repeat asks, has ended since: its link shows that. */
export const linkedAsMade = (db: Db, id: string, endsAt: (order: StoredOrder) => string) =>
	linked(db, { id, isMailed: true, until: (order) => openUntil(order) ?? endsAt(order) });

type Linking = Required<Asked> & { until: (order: StoredOrder) => string };

/** The order with one more link; its buyer is told if wanted, in the same write. */
async function linked(db: Db, { id, isMailed, until }: Linking): Promise<Linked> {
	const token = newToken();
	const path = `/pay/${id}#${token}`;
	const order = await writeQuietly(db, id, (found) => {
		const expiresAt = until(found);
		const { payTokens = [], email, totals } = found;
		const about = { ...refOf(found), email, total: totals.total, path, expiresAt };
		return {
			next: {
				...found,
				payTokens: [...payTokens, digest(token)].slice(-tokensKept),
				payTokensUntil: later(expiresAt, shownSeconds),
			},
			told: isMailed && openUntil(found) ? [tell(orderPaymentRequested, about)] : [],
		};
	});
	return { order, paymentLink: { url: `${publicOrigin}${path}`, expiresAt: until(order) } };
}

/** Null when it is not to be paid any more. */
function openUntil({ status, expiresAt }: StoredOrder): string | null {
	const isOpen = status === "pending_payment" && expiresAt !== null && expiresAt > now();
	return isOpen ? expiresAt : null;
}
