// The carrier brings the money; staff note it when it is there, and hand a refund back by hand.
import type { DirectProvider } from "./provider.ts";

export function cashOnDelivery(): DirectProvider {
	return {
		method: "cash-on-delivery",
		name: { en: "Cash on delivery", zh: "货到付款" },
		patienceMs: 1_000,
		isOffered: (settings) => settings.cashOnDelivery,
		check() {},
		authorise: async () => ({ status: "later" }),
		capture: async ({ key, amount }) => ({
			status: "captured",
			reference: `cash-${key}`,
			amount,
			refunded: 0,
		}),
		void: async () => ({ status: "refused" }),
		refund: async () => "done",
		find: async () => ({ status: "later" }),
	};
}
