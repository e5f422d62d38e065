// Every way to pay, in the order in which it is offered.
import type { Payment } from "#contracts/payments";
import { cashOnDelivery } from "./cash-on-delivery.ts";
import type { Provider } from "./provider.ts";
import { sandbox } from "./sandbox.ts";
import { stripe } from "./stripe.ts";

export const providers: Record<Payment["method"], Provider> = {
	sandbox: sandbox(),
	stripe: stripe(),
	"cash-on-delivery": cashOnDelivery(),
};
