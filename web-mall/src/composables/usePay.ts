import type { Payment } from "#contracts/payments";
import { client, orderHeaders } from "../api.ts";
import { newKey } from "../logic/key.ts";

/** Pays an order. Every try is a new one: a refused card must be able to be tried again. */
export function usePay() {
	function pay(id: string, method: Payment["method"], number: string) {
		const card = method === "sandbox" ? { card: { number: number.trim() } } : {};
		return client.send(
			"payments.pay",
			{ id, method, ...card },
			{ idempotencyKey: newKey(), headers: orderHeaders(id) },
		);
	}

	return { pay };
}
