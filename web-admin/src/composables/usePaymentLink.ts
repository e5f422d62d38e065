import { ref } from "vue";
import type { PaymentLink } from "#contracts/orders";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** The link by which an order is paid. Only who has just made it sees it: the mall keeps none. */
export function usePaymentLink(id: string) {
	const say = useSay();
	const made: unknown = history.state?.paymentUrl;
	const url = ref(typeof made === "string" ? made : "");
	const { run, pending, problem } = useSend("orders.requestPayment");

	async function make(isMailed: boolean) {
		const sent = await run({ id, isMailed });
		if (!sent) return say.failed(problem.value);
		const { url: fresh }: PaymentLink = sent.answer;
		url.value = fresh;
		return say.done(isMailed ? "paymentLink.mailed" : "paymentLink.made");
	}

	return { url, make, isMaking: pending };
}
