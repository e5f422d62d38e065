import { useFormat } from "./useFormat.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";
import type { AdminOrder } from "#contracts/orders";

interface Parcel {
	carrier: string;
	trackingNumber: string;
	lines?: { sku: string; quantity: number }[];
}

interface CancelledPart {
	lines: { sku: string; quantity: number }[];
	reason: string;
}

/** What staff may tell an order. `told` gets the order as it is then, or must ask for it. */
export function useOrderCommands(id: string, told: (order?: AdminOrder) => Promise<unknown>) {
	const say = useSay();
	const { money } = useFormat();
	const shipping = useSend("orders.ship");
	const cancelling = useSend("orders.adminCancel");
	const cancellingLines = useSend("orders.cancelLines");
	const refunding = useSend("payments.refund");
	const capturing = useSend("payments.capture");

	async function ship(parcel: Parcel, close: () => void) {
		const sent = await shipping.run({ id, ...parcel });
		if (!sent) return;
		close();
		say.done("order.shipDone", { number: sent.answer.number });
		await told(sent.answer);
	}

	async function cancel(reason: string, close: () => void) {
		const sent = await cancelling.run({ id, reason });
		if (!sent) return;
		close();
		say.done("order.cancelDone", { number: sent.answer.number });
		await told(sent.answer);
	}

	async function cancelLines(part: CancelledPart, close: () => void) {
		const sent = await cancellingLines.run({ id, ...part });
		if (!sent) return;
		close();
		say.done("order.cancelLinesDone");
		await told(sent.answer);
	}

	async function refund(wanted: { amount: number; reason: string }, close: () => void) {
		const sent = await refunding.run({ id, ...wanted });
		if (!sent) return;
		close();
		say.done("order.refundDone", { amount: money(sent.answer.amount) });
		await told();
	}

	async function capture(amount: number) {
		const sent = await capturing.run({ id, amount });
		if (!sent) return say.failed(capturing.problem.value);
		say.done("order.captureDone");
		return told();
	}

	return {
		ship,
		isShipping: shipping.pending,
		shipProblem: shipping.problem,
		cancel,
		isCancelling: cancelling.pending,
		cancelProblem: cancelling.problem,
		cancelLines,
		isCancellingLines: cancellingLines.pending,
		cancelLinesProblem: cancellingLines.problem,
		refund,
		isRefunding: refunding.pending,
		refundProblem: refunding.problem,
		capture,
		isCapturing: capturing.pending,
	};
}
