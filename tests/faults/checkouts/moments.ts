// Moments between two writes that chance seldom meets. The mall dies there by itself, right after
// the write, before anybody hears of it.
import { isRecord } from "#mixins/adapters/adapter";
import type { Doc } from "#mixins/adapters/adapter";

export interface Moment {
	/** Out of a hundred whose line breaks then, so many ask again. */
	patient: number;
	isAfter(verb: "insert" | "replace", doc: Doc): boolean;
}

/** What staff say when they give a part of the money back. */
export const lateReason = "It came late";

export const moments = {
	/** An order stands, its key has no answer yet: who asks again must be given this very one. */
	"order-made": {
		patient: 100,
		isAfter: (verb, doc) => verb === "insert" && "tokens" in doc && doc["cartId"] === null,
	},
	/** A refund is noted, neither provider nor order know of it, and nobody asks again. */
	"refund-noted": {
		patient: 0,
		isAfter: (verb, { refunds }) =>
			verb === "replace" && Array.isArray(refunds) && refunds.some(isOpenRefund),
	},
	/** A change of an order by staff is about to hold more goods, and is never written. */
	"change-begun": {
		patient: 0,
		isAfter: (verb, { effects }) =>
			verb === "replace" && Array.isArray(effects) && effects.some(isUndo),
	},
	/** Money was taken, its order does not know, and nobody asks again. */
	"money-taken": {
		patient: 0,
		isAfter: (verb, doc) => verb === "insert" && "openFor" in doc && doc["capturedAt"] !== null,
	},
} satisfies Record<string, Moment>;
export type MomentName = keyof typeof moments;

const isOpenRefund = (one: unknown) =>
	isRecord(one) && one["status"] === "pending" && one["reason"] === lateReason;

const isUndo = (one: unknown) => isRecord(one) && one["kind"] === "shrink";

export const isMoment = (name: string): name is MomentName => name in moments;
