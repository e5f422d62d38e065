// What Stripe's objects mean to us.
import type Stripe from "stripe";
import type { Notice, Outcome } from "./provider.ts";

export function outcomeOf(intent: Stripe.PaymentIntent): Outcome {
	const { id: reference, status, amount_received: amount, latest_charge: charge } = intent;
	if (status === "canceled") return { status: "refused" };
	if (status === "requires_capture") return { status: "authorised", reference };
	if (status !== "succeeded") return { status: "waiting", reference };
	const back = charge && typeof charge === "object" ? backOf(charge) : { refunded: 0 };
	return { status: "captured", reference, amount, ...back };
}

/** Of many refunds the charge lists the latest only; then its own sum is what we have. */
function backOf({ refunds, amount_refunded: sum }: Stripe.Charge) {
	const [failed, arrived] = [refunds?.data.filter(isFailed), refunds?.data.filter(isArrived)];
	const isAll = refunds && !refunds.has_more;
	const keys = (failed ?? []).flatMap(({ metadata }) => metadata?.["refund"] ?? []);
	return {
		refunded: isAll ? (arrived ?? []).reduce((all, { amount }) => all + amount, 0) : sum,
		...(keys.length > 0 && { failed: keys }),
	};
}

const isFailed = ({ status }: Stripe.Refund) => status === "failed" || status === "canceled";
const isArrived = (refund: Stripe.Refund) => !isFailed(refund);

/** Of an intent or of its charge, which carries the intent's metadata. */
export function noticeOf({ id, type, data }: Stripe.Event): Notice | "of no concern" {
	const { object } = data;
	if (!("object" in object)) return "of no concern";
	if (object.object === "payment_intent") {
		const key = object.metadata["payment"];
		return key ? { id, type, payment: { key, reference: object.id } } : "of no concern";
	}
	if (object.object !== "charge") return "of no concern";
	const { metadata, payment_intent: intent } = object;
	const key = metadata["payment"];
	const reference = typeof intent === "string" ? intent : (intent?.id ?? null);
	return key && reference ? { id, type, payment: { key, reference } } : "of no concern";
}

const none = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF";
const three = "BHD JOD KWD OMR TND";

/** How many decimals Stripe's amounts have; where ours have others, it is not offered. */
export const unitsOf = (currency: string) =>
	none.includes(currency) ? 0 : three.includes(currency) ? 3 : 2;
