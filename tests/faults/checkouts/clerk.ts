// The clerk: sends parcels, takes cash, gives money back, and works at the returns desk.
import type { AdminOrder, Return } from "#contracts/orders";
import type { Refund } from "#contracts/payments";
import { askBack, cancel, confirmReceipt, withdraw } from "./buyer.ts";
import type { Sold } from "./buyer.ts";
import { change } from "./change.ts";
import { lateReason } from "./moments.ts";
import { give } from "./world.ts";

const shipping = ["ORDER_WRONG_STATE", "LINES_NOT_OPEN"];
const refunding = ["REFUND_TOO_HIGH", "NOTHING_CAPTURED"];

/** From the sale to whatever comes after it. */
export async function handle(sold: Sold) {
	const changed = sold.chance.percent(20) ? await change(sold) : sold;
	await sold.chance.weighted(ways)(changed);
}

type Way = (sold: Sold) => Promise<unknown>;

const ways: (readonly [number, Way])[] = [
	[40, (sold) => send(sold).then(() => after(sold))],
	[20, (sold) => sendInParts(sold).then(() => after(sold))],
	[10, (sold) => refundPart(sold, "first").then(() => send(sold))],
	[8, (sold) => Promise.all([send(sold), cancel(sold)])],
	[7, callOff],
	[5, (sold) => sendOne(sold)],
	[10, () => Promise.resolve()],
];

async function send(sold: Sold) {
	await parcel(sold, "all");
	if (sold.chance.percent(70)) await takeCash(sold);
}

async function sendInParts(sold: Sold) {
	await sendOne(sold);
	await parcel(sold, "rest");
	await takeCash(sold);
}

const sendOne = (sold: Sold) =>
	parcel(sold, "one", [{ sku: sold.order.items[0]!.sku, quantity: 1 }]);

async function parcel({ world, order }: Sold, part: string, lines?: object[]) {
	const trackingNumber = `${order.number}-${part}`;
	const sent = await give<AdminOrder>(world, world.admin, {
		route: `POST /admin/orders/${order.id}/shipments`,
		body: { carrier: "DHL", trackingNumber, ...(lines && { lines }) },
		key: trackingNumber,
		about: order.id,
		unless: shipping,
	});
	if (!sent) return;
	const before = world.acknowledged.parcels.get(order.id) ?? [];
	world.acknowledged.parcels.set(order.id, [...before, trackingNumber]);
}

/** Only what is paid on delivery has any. */
async function takeCash({ world, order }: Sold) {
	const done = await give(world, world.admin, {
		route: `POST /admin/orders/${order.id}/payments`,
		body: { amount: order.totals.total },
		key: `cash-${order.id}`,
		unless: ["ORDER_ALREADY_PAID", "ORDER_WRONG_STATE"],
	});
	if (done) world.acknowledged.paid.add(order.id);
}

async function callOff({ world, order }: Sold) {
	const done = await give(world, world.admin, {
		route: `POST /admin/orders/${order.id}/cancel`,
		body: { reason: "Lost in the house" },
		unless: ["ORDER_WRONG_STATE", "ORDER_HAS_PARCELS"],
	});
	if (done) world.acknowledged.cancelled.add(order.id);
}

async function refundPart({ world, order, chance }: Sold, which: string) {
	const refund = await give<Refund>(world, world.admin, {
		route: `POST /admin/orders/${order.id}/refunds`,
		body: { amount: chance.between(1, order.totals.total), reason: lateReason },
		key: `refund-${order.id}-${which}`,
		about: order.id,
		unless: refunding,
	});
	if (!refund) return;
	const before = world.acknowledged.refunds.get(order.id) ?? new Map<string, number>();
	world.acknowledged.refunds.set(order.id, before.set(refund.id, refund.amount));
}

/** What comes after a parcel. */
async function after(sold: Sold) {
	const { chance } = sold;
	if (chance.percent(60)) await confirmReceipt(sold);
	if (chance.percent(15)) {
		await Promise.all([refundPart(sold, "one"), refundPart(sold, "other")]);
	}
	for (let attempt = 0; attempt < 2 && chance.percent(45); attempt += 1) {
		const asked = await askBack(sold, attempt);
		if (asked) await chance.weighted(answers)(sold, asked);
	}
}

type Answer = (sold: Sold, asked: Return) => Promise<unknown>;

const answers: (readonly [number, Answer])[] = [
	[60, takeBack],
	[10, (sold, asked) => withdraw(sold, asked)],
	[10, (sold, asked) => step(sold, asked, "reject", { reason: "Worn" })],
	[10, (sold, asked) => Promise.all([withdraw(sold, asked), takeBack(sold, asked)])],
	[10, () => Promise.resolve()],
];

async function takeBack(sold: Sold, asked: Return) {
	const { chance } = sold;
	await step(sold, asked, "approve");
	const lines = asked.lines.map(({ sku, quantity }) => {
		const restock = chance.between(0, quantity);
		return { sku, restock, scrap: quantity - restock };
	});
	await step(sold, asked, "receive", { lines });
	if (chance.percent(25)) {
		await Promise.all([step(sold, asked, "refund"), refundPart(sold, asked.id)]);
		return;
	}
	if (chance.percent(80)) await step(sold, asked, "refund");
}

async function step({ world }: Sold, { id }: Return, verb: string, body: object = {}) {
	await give(world, world.admin, {
		route: `POST /admin/returns/${id}/${verb}`,
		body,
		key: `${verb}-${id}`,
		unless: ["RETURN_WRONG_STATE", "REFUND_TOO_HIGH"],
	});
}
