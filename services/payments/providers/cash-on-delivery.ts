// The carrier brings the money; staff note it when it is there, and hand a refund back by hand.
import type { Provider } from "./provider.ts";

export function cashOnDelivery(): Provider {
	return {
		method: "cash-on-delivery",
		name: { en: "Cash on delivery", zh: "货到付款" },
		patienceMs: 1_000,
		isOffered: (settings) => settings.cashOnDelivery,
		check() {},
		authorise: async () => ({ status: "later" }),
		async capture() {},
		async refund() {},
		async void() {},
		find: async () => ({ status: "later" }),
	};
}
