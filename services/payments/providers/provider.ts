// A way to pay. A new one is one file that passes provider-contract.ts, and a line in table.ts.
// Every call is keyed: said again, it changes nothing and gives the same answer.
import type { Payment } from "#contracts/payments";
import type { Language } from "#contracts/schema";
import type { Settings } from "#contracts/settings";

export interface Card {
	number: string;
}

export interface Charge {
	/** The payment's id. */
	key: string;
	amount: number;
	currency: string;
	card?: Card;
}

export type Authorisation =
	| { status: "authorised"; reference: string }
	| { status: "refused" }
	/** The money comes with the parcel; staff note it. */
	| { status: "later" };

export interface Provider {
	readonly method: Payment["method"];
	readonly name: Record<Language, string>;
	/** How long an answer is waited for. */
	readonly patienceMs: number;
	isOffered(settings: Settings): boolean;
	/** Throws what is wrong with what the buyer gave. */
	check(card?: Card): void;
	/** Asks for the money without taking it. */
	authorise(charge: Charge): Promise<Authorisation>;
	/** Takes what was authorised. */
	capture(taking: { key: string; reference: string; amount: number }): Promise<void>;
	/** Gives a part or all back; `key` is the refund's id. */
	refund(giving: { key: string; reference: string; amount: number }): Promise<void>;
	/** Lets go of what was authorised and is not to be captured. */
	void(key: string): Promise<void>;
	/** What became of a charge whose answer was lost; null when it never came. */
	find(key: string): Promise<Authorisation | null>;
}
