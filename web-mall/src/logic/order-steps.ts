import type { Order } from "#contracts/orders";
import { takenOut } from "./taken-out.ts";
import type { TakenOut } from "./taken-out.ts";

type Status = Order["status"];
export interface Step {
	status: Status;
	/** When it was reached; absent while it lies ahead. */
	at?: string;
	note?: string | undefined;
	isNow: boolean;
	/** What staff took out between this step and the next. */
	taken: TakenOut[];
}

/** The way of an order: what has happened, in order, and what still comes. */
export function stepsOf(order: Pick<Order, "status" | "timeline" | "cancelledLines">): Step[] {
	const reached = new Map<Status, Omit<Step, "taken">>();
	for (const { status, at, command, note: said } of order.timeline) {
		const note = command === "cancel-lines" ? undefined : said;
		if (!reached.has(status)) reached.set(status, { status, at, note, isNow: false });
	}
	const steps = [...reached.values()];
	const known = steps.some(({ status }) => status === order.status);
	if (!known) steps.push({ status: order.status, isNow: true });
	const coming = aheadOf(order.status).map((status) => ({ status, isNow: false }));
	const all: Omit<Step, "taken">[] = [...steps, ...coming];
	const parts = takenOut(order);
	return all.map((step, index) => ({
		...step,
		isNow: step.status === order.status,
		taken: parts.filter(({ at }) => isWithin(at, step.at, all[index + 1]?.at)),
	}));
}

const isWithin = (at: string, from: string | undefined, until: string | undefined) =>
	from !== undefined && at >= from && (until === undefined || at < until);

const ahead: Record<Status, Status[]> = {
	pending_payment: ["paid", "shipped", "completed"],
	paid: ["shipped", "completed"],
	confirmed: ["shipped", "completed"],
	shipped: ["completed"],
	completed: [],
	cancelled: [],
};
const aheadOf = (status: Status) => ahead[status];
