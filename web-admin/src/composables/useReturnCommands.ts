import type { AdminReturn } from "#contracts/orders";
import type { ArrivedLine } from "../logic/returns.ts";
import { isPayingBack } from "../logic/returns.ts";
import { useFormat } from "./useFormat.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** What staff may tell a return. `told` gets the return as it is then. */
export function useReturnCommands(id: string, told: (changed: AdminReturn) => void) {
	const say = useSay();
	const { money } = useFormat();
	const approving = useSend("orders.approveReturn");
	const rejecting = useSend("orders.rejectReturn");
	const receiving = useSend("orders.receiveReturn");
	const refunding = useSend("orders.refundReturn");

	function finish(changed: AdminReturn, close: () => void, key: string) {
		close();
		say.done(key, { number: changed.number, amount: money(changed.refund?.amount ?? 0) });
		told(changed);
	}

	async function approve(note: string, close: () => void) {
		const sent = await approving.run({ id, ...(note && { note }) });
		if (sent) finish(sent.answer, close, "return.approveDone");
	}

	async function reject(reason: string, close: () => void) {
		const sent = await rejecting.run({ id, reason });
		if (sent) finish(sent.answer, close, "return.rejectDone");
	}

	async function receive(lines: ArrivedLine[], close: () => void) {
		const sent = await receiving.run({ id, lines });
		if (sent) finish(sent.answer, close, "return.receiveDone");
	}

	async function refund(amount: number, close: () => void) {
		const sent = await refunding.run({ id, amount });
		if (!sent) return;
		const isLate = isPayingBack(sent.answer);
		const key = isLate ? "refundUnderWay" : amount > 0 ? "refundDone" : "closeDone";
		finish(sent.answer, close, `return.${key}`);
	}

	return { approve, approving, reject, rejecting, receive, receiving, refund, refunding };
}
