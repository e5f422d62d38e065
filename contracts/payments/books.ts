// What a comparison of the books of payments, orders and providers has found.
import { disagreements } from "#domain/reconciliation";
import {
	boolean,
	id,
	int,
	list,
	Money,
	nullable,
	object,
	oneOf,
	string,
	timestamp,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { paymentMethods } from "./methods.ts";

export const Finding = object({
	kind: oneOf(...disagreements),
	/** How much money it is about. */
	amount: Money,
	method: nullable(oneOf(...paymentMethods)),
	orderId: nullable(id()),
	orderNumber: nullable(string({ max: 40 })),
	paymentId: nullable(id()),
	/** The provider's own name of the payment. */
	reference: nullable(string({ max: 200 })),
	at: nullable(timestamp()),
	/** The provider may be asked again, and what follows be done. */
	canCheck: boolean(),
});
export type Finding = Infer<typeof Finding>;

export const Reconciliation = object({
	isRunning: boolean(),
	/** When the last comparison ended, and from when on it looked. */
	ranAt: nullable(timestamp()),
	since: nullable(timestamp()),
	compared: object({ payments: int(), orders: int(), atProviders: int() }),
	/** Providers that did not answer. */
	unreachable: list(oneOf(...paymentMethods), { max: 10 }),
	findings: list(Finding, { max: 200 }),
	/** How many more there are than are shown. */
	more: int(),
	/** Messages of providers: not acted upon yet, and forged ones of today and yesterday. */
	messages: object({ waiting: int(), forged: int() }),
});
export type Reconciliation = Infer<typeof Reconciliation>;
