import { shallowRef } from "vue";
import type { Paying, Payment } from "#contracts/payments";
import { client, orderHeaders } from "../api.ts";
import { useCommand } from "./useCommand.ts";
import { usePay } from "./usePay.ts";

/** Paying one order: at once, or by what the provider wants the buyer to do next. */
export function useOrderPayment(id: () => string, reload: () => Promise<unknown>) {
	const { pay: send } = usePay();
	const begun = shallowRef<Paying>();

	const pay = useCommand(async (method: Payment["method"], card: string) => {
		const payment = await send(id(), method, card);
		begun.value = payment.next && payment;
		await reload();
	});
	const check = useCommand(async (paymentId: string) => {
		const asked = { id: id(), paymentId };
		const payment = await client.send("payments.check", asked, { headers: orderHeaders(id()) });
		if (payment.status === "pending") return;
		begun.value = undefined;
		await reload();
	});
	const leave = () => {
		begun.value = undefined;
	};

	return { pay, begun, check, leave };
}
