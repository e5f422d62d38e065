// The order machine as a table: where a command leads is read from the domain's tables; what it owes
// to other services and tells is found by giving it to an order.
import { lifeOfOrders } from "#domain/order-life";
import type { LifeStep } from "#domain/order-life";
import { guards } from "#domain/order-state";
import type { OrderCommand, OrderState } from "#domain/order-state";
import type { Change, Command } from "../../services/orders/change.ts";
import * as commands from "../../services/orders/commands.ts";
import { cancellingLines } from "../../services/orders/desk/cancel-lines.ts";
import { changeTold, owedFor } from "../../services/orders/desk/edit-stock.ts";
import { requesting } from "../../services/orders/returns/commands.ts";
import type { Effect, StoredOrder } from "../../services/orders/stored.ts";

/** Each is keyed and may be repeated; it stays in the order's document until it is done. */
const words: Record<Effect["kind"], string> = {
	keep: "the reservation no longer lapses",
	release: "stock given back",
	"release-lines": "stock of these pieces given back",
	shrink: "stock given back that an unwritten change has held",
	restore: "coupon given back",
	"spend-points": "points spent",
	"release-points": "points given back",
	"hold-fewer-points": "points freed that it takes no more",
	"give-back-points": "points given back by their share",
	sales: "sales counted",
	invoice: "invoice written",
	"credit-note": "credit note written",
	refund: "everything paid back",
	"refund-lines": "their share paid back",
	expect: "the carrier is to bring what is due now",
	file: "return found at the desk",
	pictures: "its pictures kept",
	"pay-back": "the return's worth paid back",
	restock: "goods shelved again",
	ship: "stock leaves the house",
};

export function orderLifeDoc(): string {
	return [
		"# The life of an order",
		"",
		"Made from the code by `npm run generate`: `domain/order-state.ts` says which command leads where,",
		"`services/orders/commands.ts` what it owes and tells. A transition is one guarded write of the order",
		"that also holds what it owes to other services and what it tells; each of these is done once,",
		"however often it is tried. Whatever does not stand here is refused with 409, which says what the",
		"order takes. A repeated command gives the same answer and has no second effect.",
		"",
		"```mermaid",
		"stateDiagram-v2",
		"\t[*] --> pending_payment: place",
		...arrows(),
		"```",
		"",
		"An order that is paid or confirmed stays so until every piece has left or was taken out of it:",
		"until then `ship` and `cancel-lines` leave the state as it is.",
		"",
		"| from | command | by | only if | to | owes | tells |",
		"| --- | --- | --- | --- | --- | --- | --- |",
		...lifeOfOrders.map(rowOf),
		"",
		"A cancellation is for the order as it stood when the request came in: when a payment was noted since,",
		"it is refused (`ORDER_WRONG_STATE`, `status: paid`). One that comes in later, also a millisecond",
		"later, cancels a paid order, and its money goes back. A payment that comes for a cancelled order",
		"goes back by itself.",
		"",
	].join("\n");
}

function arrows(): string[] {
	const moves = lifeOfOrders.filter(({ from, to }) => from !== to);
	const byEnds = Map.groupBy(moves, ({ from, to }) => `${from} --> ${to}`);
	return [...byEnds].map(
		([ends, all]) => `\t${ends}: ${all.map(({ command }) => command).join(", ")}`,
	);
}

function rowOf({ from, command, by: who, to }: LifeStep): string {
	const { effects = [], told = [] } = changeOf(from, command);
	const cells = [
		from,
		`\`${command}\``,
		who.join(", "),
		guards[command]?.needs ?? "",
		to === from ? "" : to,
		effects.map(({ kind }) => words[kind]).join("; "),
		told.map(({ name }) => `\`${name}\``).join(", "),
	];
	return `| ${cells.join(" | ")} |`;
}

const at = "2026-01-01T12:00:00.000Z";
const by = { by: "somebody", at };
const total = 1000;
const card = { paymentId: "p", method: "card", amount: total, paidAt: at };
const cash = { paymentId: "c", method: "cash-on-delivery", amount: total, paidAt: at };
const line = { sku: "A", quantity: 1 };
const parcel = { id: "s", carrier: "x", trackingNumber: "y" };

/** As many pieces as it takes for a part to leave and a part to stay. */
const item = { ...line, productId: "p", name: "A", image: null, options: {}, unitPrice: 250 };
const placed: StoredOrder = {
	id: "o",
	version: 1,
	number: "1",
	status: "pending_payment",
	items: [{ ...item, quantity: 4, discount: 0, total }],
	totals: {
		goods: total,
		promotion: 0,
		coupon: 0,
		points: 0,
		shipping: 0,
		tax: 0,
		taxIncluded: true,
		total,
	},
	address: {
		name: "",
		phone: "",
		country: "GB",
		province: "",
		city: "",
		street: "",
		postalCode: "",
	},
	shippingMethod: "standard",
	payment: {
		id: null,
		status: "unpaid",
		method: null,
		paidAt: null,
		captured: 0,
		refunded: 0,
		refunds: [],
	},
	shipments: [],
	timeline: [],
	note: "",
	expiresAt: "2026-01-01T12:30:00.000Z",
	createdAt: at,
	userId: "u",
	email: "u@example.com",
	buyerName: "",
	tokens: [],
	terms: [],
	points: 100,
	couponId: "c",
	claimId: null,
	cartId: null,
	effects: [],
	returns: [],
	returnDays: 14,
	shippedAt: null,
};

const after = (order: StoredOrder, ...steps: Command[]) =>
	steps.reduce((now, step) => step(now).next, order);

const pay = commands.paying(card, by);
const promise = commands.confirming(cash.method, by);
const send = commands.shipping(parcel, by);
const sendOne = commands.shipping({ ...parcel, lines: [line] }, by);
const receive = commands.receiving(by);

const orders: Record<OrderState, StoredOrder> = {
	pending_payment: placed,
	paid: after(placed, pay),
	confirmed: after(placed, promise),
	shipped: after(placed, pay, send),
	completed: after(placed, pay, send, receive),
	cancelled: after(placed, pay, commands.cancelling(by, "")),
};

const reason = { name: "", translations: {} };
const given: Record<Exclude<OrderCommand, "edit">, Command> = {
	pay,
	confirm: promise,
	cancel: commands.cancelling(by, ""),
	expire: commands.expiring("2026-01-01T13:00:00.000Z"),
	ship: send,
	"cancel-lines": cancellingLines({ id: "l", lines: [line], reason: "" }, by),
	receive,
	return: requesting({ id: "r", lines: [line], reason, description: "", images: ["/a"] }, by),
	capture: commands.paying(cash, by),
	hide: commands.hiding(by),
	refund: commands.refunding({ id: "b", amount: 500, paymentId: "p" }, by),
};

function changeOf(from: OrderState, command: OrderCommand): Change {
	const order = orderFor(from, command);
	if (command !== "edit") return given[command](order);
	const cheaper = { ...order, points: 50, items: [{ ...item, discount: 0, total: 250 }] };
	const effects = from === "paid" ? [] : owedFor(order, cheaper, { id: "e", at });
	const changes = [{ field: "address" as const, before: "", after: "x" }];
	const timeline = [{ status: from, command, changes, ...by }];
	return { next: cheaper, effects, told: changeTold({ ...order, timeline }) };
}

/** One that takes the command: of which a part has left, or whose cash is still to come. */
function orderFor(from: OrderState, command: OrderCommand): StoredOrder {
	const isOpen = from === "paid" || from === "confirmed";
	if (command === "return" && isOpen) return after(orders[from], sendOne);
	if (command === "refund" && from === "confirmed")
		return after(orders.confirmed, commands.paying({ ...cash, paymentId: "p" }, by));
	if (command !== "capture" || from === "confirmed") return orders[from];
	const sent = after(orders.confirmed, send);
	return from === "shipped" ? sent : after(sent, receive);
}
