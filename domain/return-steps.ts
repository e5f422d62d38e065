// What each command does to a return. Pure: nothing is changed in place, a refusal is a value.
import { sums } from "./parcels.ts";
import { isRefundUnderWay, returnCommands, returnTransitions, worthOf } from "./returns.ts";
import type { Paid, ReturnCommand, ReturnLine, ReturnState, ReturnView } from "./returns.ts";
import { isRefused } from "./refusal.ts";

/** Who may give which command. */
export const returnGivers: Record<ReturnCommand, "shopper" | "staff"> = {
	withdraw: "shopper",
	approve: "staff",
	reject: "staff",
	receive: "staff",
	refund: "staff",
};

/** How many pieces of a SKU have come back, and where they go. */
export type Arrived = { sku: string; restock: number; scrap: number };

export type ReturnStep = { at: string; by: string; note?: string } & (
	| { type: "withdraw" | "approve" | "reject" }
	/** Without lines everything that was announced is shelved again. */
	| { type: "receive"; lines?: readonly Arrived[] | undefined }
	/** Without an amount everything that can be paid back. */
	| { type: "refund"; amount?: number | undefined }
);

export type ReturnRefusal =
	| {
			refused: "RETURN_WRONG_STATE";
			status: ReturnState;
			command: ReturnCommand;
			allowed: ReturnCommand[];
	  }
	| { refused: "MORE_THAN_ANNOUNCED"; sku: string; left: number }
	| { refused: "NOTHING_ARRIVED" }
	| { refused: "REFUND_TOO_HIGH"; left: number };

/** Which commands this giver may give now; the pages show them as buttons. */
export function returnCommandsFor(one: ReturnView, who: "shopper" | "staff"): ReturnCommand[] {
	return allowedOf(one).filter((command) => returnGivers[command] === who);
}

/** The return after the step, the very same one when it was taken before, or why not. */
export function takeReturnStep<R extends ReturnView>(
	order: Paid,
	one: R,
	step: ReturnStep,
): R | ReturnRefusal {
	if (repeats(one, step)) {
		return one;
	}
	const allowed = allowedOf(one);
	const next = returnTransitions[one.status][step.type];
	if (!next || !allowed.includes(step.type)) {
		const { status } = one;
		return { refused: "RETURN_WRONG_STATE", status, command: step.type, allowed };
	}
	if (step.type === "refund") {
		return noteRefund(order, one, step);
	}
	const lines = step.type === "receive" ? arrive(one, step.lines) : one.lines;
	return isRefused(lines) ? lines : reach({ ...one, lines }, next, step);
}

/** The noted amount has gone back to the buyer. */
export function paidBack<R extends ReturnView>(one: R, at: string): R {
	const by = one.refund?.by ?? "system";
	return isRefundUnderWay(one) ? reach(one, "refunded", { at, by }) : one;
}

/** The noted amount can't go back: it may be tried with another one. */
export function notPaidBack<R extends ReturnView>(one: R): R {
	return isRefundUnderWay(one) ? { ...one, refund: null } : one;
}

function allowedOf(one: ReturnView): ReturnCommand[] {
	return isRefundUnderWay(one)
		? []
		: returnCommands.filter((command) => returnTransitions[one.status][command]);
}

const ends = {
	withdraw: "withdrawn",
	approve: "approved",
	reject: "rejected",
} as const satisfies Partial<Record<ReturnCommand, ReturnState>>;

function repeats(one: ReturnView, step: ReturnStep): boolean {
	switch (step.type) {
		case "refund":
			return (
				one.refund !== null &&
				(step.amount === undefined || step.amount === one.refund.amount)
			);
		case "receive":
			return one.status === "received" && isSame(arrive(one, step.lines), one.lines);
		default:
			return one.status === ends[step.type];
	}
}

function noteRefund<R extends ReturnView>(
	order: Paid,
	one: R,
	{ amount: wanted, ...step }: { amount?: number | undefined; at: string; by: string },
): R | ReturnRefusal {
	const left = worthOf(order, one);
	const amount = wanted ?? left;
	if (amount > left) {
		return { refused: "REFUND_TOO_HIGH", left };
	}
	const { at, by } = step;
	const noted = { ...one, refund: { amount, at, by } };
	return amount === 0 ? reach(noted, "refunded", step) : noted;
}

function arrive(
	{ lines }: ReturnView,
	arrived?: readonly Arrived[],
): readonly ReturnLine[] | ReturnRefusal {
	if (!arrived) {
		return lines.map((line) => ({ ...line, restocked: line.quantity, scrapped: 0 }));
	}
	const pieces = (field: "restock" | "scrap") =>
		sums(arrived.map((line) => ({ sku: line.sku, quantity: line[field] })));
	const [restock, scrap] = [pieces("restock"), pieces("scrap")];
	const came = (sku: string) => (restock.get(sku) ?? 0) + (scrap.get(sku) ?? 0);
	const announced = sums(lines);
	const over = [...restock.keys()].find((sku) => came(sku) > (announced.get(sku) ?? 0));
	if (over !== undefined) {
		return { refused: "MORE_THAN_ANNOUNCED", sku: over, left: announced.get(over) ?? 0 };
	}
	if (lines.every(({ sku }) => came(sku) === 0)) {
		return { refused: "NOTHING_ARRIVED" };
	}
	return lines.map((line) => ({
		...line,
		restocked: restock.get(line.sku) ?? 0,
		scrapped: scrap.get(line.sku) ?? 0,
	}));
}

function reach<R extends ReturnView>(
	one: R,
	status: ReturnState,
	{ at, by, note }: { at: string; by: string; note?: string },
): R {
	return {
		...one,
		status,
		timeline: [...one.timeline, { status, at, by, ...(note && { note }) }],
	};
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
