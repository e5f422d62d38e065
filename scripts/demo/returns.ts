// What came back in the last weeks: a few orders of those that have arrived, most of them waiting
// for an answer.
import type { DemoOrder, DemoReturn } from "./orders.ts";
import { chance } from "./random.ts";

const complaints: Pick<DemoReturn, "reason" | "description">[] = [
	{ reason: "damaged", description: "The box was dented and so is what was in it." },
	{ reason: "does-not-fit", description: "One size larger would be right." },
	{ reason: "not-as-described", description: "The colour is much darker than in the picture." },
	{ reason: "defective", description: "It worked for a day." },
	{ reason: "changed-mind", description: "" },
	{ reason: "wrong-item", description: "收到的颜色和我下单的不一样。" },
];
const answers: Pick<DemoReturn, "status" | "note">[] = [
	{ status: "requested", note: "" },
	{ status: "requested", note: "" },
	{ status: "approved", note: "Please send it to Dock Road 1 and put the number on the parcel." },
	{ status: "requested", note: "" },
	{ status: "rejected", note: "It shows that it was used." },
];
/** Young enough to be returned, old enough to have arrived. */
const window = { from: 5, to: 15, afterDays: 4 };
const share = 0.12;

/** The same orders, some of them with a return. */
export function withReturns<T extends DemoOrder>(orders: T[]): T[] {
	const luck = chance("returns");
	let made = 0;
	return orders.map((order) => {
		const isSent = order.outcome === "shipped" || order.outcome === "completed";
		const isIn = order.daysAgo >= window.from && order.daysAgo <= window.to;
		if (!isSent || !isIn || luck.next() > share) return order;
		const complaint = complaints[made % complaints.length];
		const answer = answers[made % answers.length];
		made += 1;
		if (!complaint || !answer) return order;
		return { ...order, back: { ...complaint, ...answer, afterDays: window.afterDays } };
	});
}
