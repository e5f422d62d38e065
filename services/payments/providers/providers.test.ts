import { cashOnDelivery } from "./cash-on-delivery.ts";
import { providerContract } from "./provider-contract.ts";
import { sandbox } from "./sandbox.ts";

providerContract({
	provider: sandbox(),
	cards: {
		good: { number: "4242 4242 4242 4242" },
		refused: { number: "4000000000000002" },
		unknown: { number: "5555555555554444" },
	},
});
providerContract({ provider: cashOnDelivery() });
