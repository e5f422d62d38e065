// A way to pay. A new one is one file that passes tests/support/payment-provider-contract.ts, and a
// line in table.ts; docs/adr/0010-payment-providers.md shows how Alipay and WeChat Pay fit.
// Every call is keyed: said again, it changes nothing and gives the same answer.
import type { Payment } from "#contracts/payments";
import type { Language } from "#contracts/schema";
import type { Settings } from "#contracts/settings";

export interface Card {
	number: string;
}

/** A payment by our id, and by the provider's own name for it once that is known. */
export interface Named {
	key: string;
	reference: string | null;
}

export interface Charge extends Named {
	orderId: string;
	amount: number;
	currency: string;
	card?: Card;
}

export interface Captured {
	status: "captured";
	reference: string;
	amount: number;
	/** What went back and has not come again. */
	refunded: number;
	/** Refunds of ours, by their keys, that did not arrive. */
	failed?: string[];
}

/** How a payment stands with its provider, which alone knows. */
export type Outcome =
	| Captured
	/** Promised, not taken yet. */
	| { status: "authorised"; reference: string }
	| { status: "refused" }
	/** The money comes with the parcel; staff note it. */
	| { status: "later" }
	/** The buyer has to do something, or their bank. */
	| { status: "waiting"; reference: string };

/** What the page needs so that the buyer can pay. */
export type Next =
	| { kind: "form"; clientSecret: string; publishableKey: string }
	| { kind: "redirect"; url: string }
	| { kind: "qr"; text: string };

export type Started = (Outcome & { status: "waiting"; next: Next }) | Settled;
export type Settled = Exclude<Outcome, { status: "waiting" }>;

interface Common {
	readonly method: Payment["method"];
	readonly name: Record<Language, string>;
	/** How long an answer is waited for. */
	readonly patienceMs: number;
	isOffered(settings: Settings): boolean;
	/** Throws what is wrong with what the buyer gave. */
	check(card?: Card): void;
	/** Takes what was authorised. */
	capture(taking: Named & { amount: number }): Promise<Outcome>;
	/** Lets go of what is not captured; gives `captured` when the money was faster. */
	void(payment: Named): Promise<Outcome>;
	/** Gives a part or all back; `key` is the refund's id. Refused when that much is not left. */
	refund(giving: { key: string; payment: Charge; amount: number }): Promise<"done" | "refused">;
	/** What became of a payment; null when it never came. */
	find(payment: Named): Promise<Outcome | null>;
}

/** Answers at once, out of this process: what a killed one has not written down never happened. */
export interface DirectProvider extends Common {
	authorise(charge: Charge): Promise<Settled>;
}

/** The buyer deals with the provider, which tells us later. */
export interface AsynchronousProvider extends Common {
	/** Opens the payment there, or finds it open. */
	start(charge: Charge): Promise<Started>;
	/** Who has really sent this, and of which payment it tells; what happened is asked by `find`. */
	hear(message: Message): Promise<Notice | "forged" | "of no concern">;
	/** What it wants to be answered to a message that was kept. */
	readonly thanks: string;
	/** All that was taken since then under keys of ours. */
	taken(since: Date): AsyncIterable<Taken>;
}

export type Taken = { key: string; reference: string; amount: number; refunded: number };

export type Provider = DirectProvider | AsynchronousProvider;

export const isAsynchronous = (provider: Provider): provider is AsynchronousProvider =>
	"start" in provider;

/** A webhook as it came. */
export interface Message {
	body: string;
	headers: Record<string, string>;
}

/** Something has happened to a payment. */
export interface Notice {
	/** The provider's own id of the event. */
	id: string;
	type: string;
	payment: Named;
}
