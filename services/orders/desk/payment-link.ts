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
import { refOf } from "../change.ts";
import { digest, newToken, tokensKept } from "../stored.ts";
import type { Db, StoredOrder } from "../stored.ts";

/** So long after its time an order's link still shows what became of it. */
const shownSeconds = 24 * 3600;

type Linked = { order: StoredOrder; paymentLink: PaymentLink };

/** The order with one more link; its buyer is told if wanted, in the same write. */
export async function linked(
	db: Db,
	{ id, expiresAt, ...order }: StoredOrder,
	{ isMailed }: { isMailed: boolean },
): Promise<Linked> {
	if (!expiresAt || expiresAt <= now()) return fail(ORDER_NOT_OPEN);
	const token = newToken();
	const path = `/pay/${id}#${token}`;
	const { email, totals } = order;
	const about = { ...refOf({ ...order, id, expiresAt }), email, total: totals.total };
	const told = isMailed ? [tell(orderPaymentRequested, { ...about, path, expiresAt })] : [];
	const written = await db.orders.change(
		{ id, status: "pending_payment" },
		{
			$push: { payTokens: { $each: [digest(token)], $slice: -tokensKept } },
			$set: { payTokensUntil: later(expiresAt, shownSeconds) },
		},
		...told,
	);
	const paymentLink = { url: `${publicOrigin}${path}`, expiresAt };
	return { order: written ?? fail(ORDER_NOT_OPEN), paymentLink };
}
