// A return as its buyer and as staff see it.
import type { AdminReturn, Order, Return } from "#contracts/orders";
import { returnCommandsFor } from "#domain/return-steps";
import { worthOf } from "#domain/returns";
import type { StoredOrder, StoredReturn } from "../stored.ts";
import { wordsOf } from "./reasons.ts";

export type Viewer = { who: "shopper" | "staff"; locale?: string | undefined };

export function returnView(order: StoredOrder, one: StoredReturn, viewer: Viewer): Return {
	return {
		id: one.id,
		number: one.number,
		status: one.status,
		lines: one.lines.map((line) => lineView(order, line)),
		reason: wordsOf(one.reason, viewer.locale),
		description: one.description,
		images: one.images,
		worth: worthOf(order, one),
		refund: one.refund,
		timeline: [...one.timeline],
		commands: returnCommandsFor(one, viewer.who),
		requestedAt: one.requestedAt,
	};
}

function lineView({ items }: StoredOrder, line: StoredReturn["lines"][number]) {
	const item = items.find(({ sku }) => sku === line.sku);
	return {
		...line,
		name: item?.name ?? line.sku,
		image: item?.image ?? null,
		options: item?.options ?? {},
	};
}

type Found = { order: StoredOrder; one: StoredReturn };

export function adminReturnView({ order, one }: Found, locale?: string): AdminReturn {
	const { id, number, status, createdAt, userId, email, buyerName: name } = order;
	return {
		...returnView(order, one, { who: "staff", locale }),
		order: { id, number, status, payment: paymentView(order), createdAt },
		buyer: { userId, email, name },
	};
}

export function paymentView({ payment }: StoredOrder): Order["payment"] {
	const { status, method, paidAt, captured, refunded } = payment;
	return { status, method, paidAt, captured, refunded };
}
