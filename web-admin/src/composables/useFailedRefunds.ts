import { useFormat } from "./useFormat.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** What staff do about refunds of an order that did not arrive. */
export function useFailedRefunds(id: string, told: () => Promise<unknown>) {
	const say = useSay();
	const { money } = useFormat();
	const retrying = useSend("payments.retryRefund");
	const settling = useSend("payments.settleRefund");

	async function retry(refundId: string) {
		const sent = await retrying.run({ id, refundId });
		if (sent) say.done("order.refundDone", { amount: money(sent.answer.amount) });
		else say.failed(retrying.problem.value);
		await told();
	}

	async function settle(refundId: string, note: string, close: () => void) {
		const sent = await settling.run({ id, refundId, note });
		if (!sent) return;
		close();
		say.done("failedRefund.settled");
		await told();
	}

	return {
		retry,
		isRetrying: retrying.pending,
		settle,
		isSettling: settling.pending,
		problem: settling.problem,
	};
}
