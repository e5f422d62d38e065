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
import { writeQuietly } from "../quiet.ts";
import { digest, newToken, tokensKept } from "../stored.ts";
import type { Db, StoredOrder } from "../stored.ts";

/** So long after its time an order's link still shows what became of it. */
const shownSeconds = 24 * 3600;

type Linked = { order: StoredOrder; paymentLink: PaymentLink };

/** The order with one more link; its buyer is told if wanted, in the same write. */
export async function linked(
	db: Db,
	id: string,
	{ isMailed }: { isMailed: boolean },
): Promise<Linked> {
	const token = newToken();
	const path = `/pay/${id}#${token}`;
	const order = await writeQuietly(db, id, (found) => {
		const expiresAt = openUntil(found);
		const { payTokens = [], email, totals } = found;
		const about = { ...refOf(found), email, total: totals.total, path, expiresAt };
		return {
			next: {
				...found,
				payTokens: [...payTokens, digest(token)].slice(-tokensKept),
				payTokensUntil: later(expiresAt, shownSeconds),
			},
			told: isMailed ? [tell(orderPaymentRequested, about)] : [],
		};
	});
	return { order, paymentLink: { url: `${publicOrigin}${path}`, expiresAt: openUntil(order) } };
}

function openUntil({ status, expiresAt }: StoredOrder): string {
	if (status !== "pending_payment" || !expiresAt || expiresAt <= now()) fail(ORDER_NOT_OPEN);
	return expiresAt;
}
