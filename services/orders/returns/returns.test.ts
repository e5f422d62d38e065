import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory } from "#contracts/inventory";
import { media } from "#contracts/media";
import type { Media } from "#contracts/media";
import { orders } from "#contracts/orders";
import type { Order, Return } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { newId } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import type { Meta } from "#mixins/service";
import type { ServiceSchema } from "moleculer";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	restart,
	shopSettings,
	storeOf,
} from "#tests/support/neighbours";
import type { Db } from "../stored.ts";

type Who = Partial<Meta>;
const clerk = staff(
	"orders:read",
	"orders:ship",
	"orders:refund",
	"returns:read",
	"returns:write",
	"inventory:read",
);
const longAgo = "2026-01-01T00:00:00.000Z";
const patience = 15_000;

describe("returns", () => {
	let mall: TestMall;
	const settings = shopSettings();

	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
			"inventory",
			"media",
			catalogue(aSaleItem({ sku: "A" }), aSaleItem({ sku: "B", unitPrice: 333 })).service,
			settings.service,
			people(),
		]);
		const lines = ["A", "B"].map((sku) => ({
			sku,
			productId: `product-${sku}`,
			quantity: 500,
		}));
		await mall.call(inventory.receive, { key: "first", lines, by: "system" });
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "orders");
	const somebody = (): Who => customer(newId());
	const get = (who: Who, id: string) => mall.call(orders.get, { id }, who);
	const level = (sku: string) => mall.call(inventory.get, { sku }, clerk);

	async function ordered(who: Who, more: object = {}) {
		const wish = { items: [{ sku: "A", quantity: 3 }], address: anAddress, ...more };
		return mall.call(orders.place, { shippingMethod: "standard", ...wish }, who);
	}
	async function sent(who: Who, more: object = {}): Promise<Order> {
		const { id } = await ordered(who, more);
		const card = { number: "4242424242424242" };
		await mall.call(payments.pay, { id, method: "sandbox", card }, who);
		const parcel = { carrier: "DHL", trackingNumber: newId() };
		await mall.call(orders.ship, { id, ...parcel }, clerk);
		return get(who, id);
	}
	const ask = (who: Who, { id }: { id: string }, more: object = {}) =>
		mall.call(
			orders.requestReturn,
			{ id, lines: [{ sku: "A", quantity: 1 }], reason: "damaged", ...more },
			who,
		);
	const approve = ({ id }: Return) => mall.call(orders.approveReturn, { id }, clerk);
	const receive = ({ id }: Return, lines?: object) =>
		mall.call(orders.receiveReturn, { id, ...(lines && { lines }) } as { id: string }, clerk);
	const refund = ({ id }: Return, amount?: number, who: Who = clerk) =>
		mall.call(orders.refundReturn, { id, ...(amount !== undefined && { amount }) }, who);
	const read = ({ id }: Return) => mall.call(orders.getReturn, { id }, clerk);
	async function received(who: Who, order: Order, more: object = {}) {
		const one = await ask(who, order, more);
		await approve(one);
		return receive(one);
	}
	const upload = async (who: Who, params: object = {}) => {
		const image = sharp({ create: { width: 9, height: 9, channels: 3, background: "#358" } });
		const stream = Readable.from([await image.png().toBuffer()]);
		const meta = { ...who, filename: "photo.png" };
		return mall.broker.call(media.uploadOwn.name, params, {
			meta,
			stream,
		} as object) as Promise<Media>;
	};

	it("go from the request to the money, with the goods shelved again or scrapped", async () => {
		const ada = somebody();
		const order = await sent(ada);
		const before = await level("A");
		expect(order).toMatchObject({
			commands: ["receive", "return"],
			returnable: [{ sku: "A", quantity: 3 }],
			returnableUntil: null,
			returns: [],
		});

		const asked = await ask({ ...ada, locale: "zh" }, order, {
			lines: [{ sku: "A", quantity: 2 }],
			description: "A crack",
		});
		expect(asked).toMatchObject({
			number: `${order.number}-R1`,
			status: "requested",
			reason: "收到时已损坏",
			lines: [{ sku: "A", name: "Thing A", quantity: 2, restocked: 0, scrapped: 0 }],
			worth: 2327,
			commands: ["withdraw"],
		});
		const approved = await mall.call(
			orders.approveReturn,
			{ id: asked.id, note: "To the back door" },
			clerk,
		);
		expect(approved).toMatchObject({
			reason: "It arrived damaged",
			order: { number: order.number },
			buyer: { userId: ada.user!.id },
			commands: ["reject", "receive"],
		});
		const arrived = await receive(asked, [{ sku: "A", restock: 1, scrap: 1 }]);
		expect(arrived).toMatchObject({ status: "received", worth: 2327, commands: ["refund"] });
		expect(await level("A")).toMatchObject({ onHand: before.onHand + 1 });

		const paid = await refund(asked, 2000);

		expect(paid).toMatchObject({ status: "refunded", refund: { amount: 2000 }, commands: [] });
		expect(paid.timeline.map(({ status }) => status)).toEqual([
			"requested",
			"approved",
			"received",
			"refunded",
		]);
		expect(await get(ada, order.id)).toMatchObject({
			payment: { captured: 3490, refunded: 2000 },
			returnable: [{ sku: "A", quantity: 1 }],
			returns: [{ id: asked.id, status: "refunded" }],
		});
	});

	it("take no more pieces than were bought, however many ask at once", async () => {
		const ada = somebody();
		const order = await sent(ada);

		const answers = await Promise.allSettled(
			Array.from({ length: 12 }, () =>
				ask(ada, order, { lines: [{ sku: "A", quantity: 2 }] }),
			),
		);

		const lost = answers.filter((answer) => answer.status === "rejected");
		expect(lost).toHaveLength(11);
		for (const { reason } of lost)
			expect(reason).toMatchObject({
				type: "NOT_RETURNABLE",
				code: 409,
				data: { sku: "A", left: 1 },
			});
		expect((await get(ada, order.id)).returns).toHaveLength(1);
	});

	it("are nobody else's business", async () => {
		const [ada, stranger] = [somebody(), somebody()];
		const order = await sent(ada);
		const one = await ask(ada, order);
		const other = await sent(stranger);
		const withdraw = (who: Who, id: string) =>
			mall.call(orders.withdrawReturn, { id, returnId: one.id }, who);

		await expect(ask(stranger, order)).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
		await expect(withdraw(stranger, order.id)).rejects.toMatchObject({ code: 404 });
		await expect(withdraw(stranger, other.id)).rejects.toMatchObject({
			type: "RETURN_NOT_FOUND",
			code: 404,
		});
		await expect(mall.call(orders.getReturn, { id: "none" }, clerk)).rejects.toMatchObject({
			type: "RETURN_NOT_FOUND",
		});
		expect(await withdraw(ada, order.id)).toMatchObject({ status: "withdrawn", commands: [] });
		expect((await get(ada, order.id)).returnable).toEqual([{ sku: "A", quantity: 3 }]);
	});

	it("are a guest's too, by the token of the order", async () => {
		const placed = await ordered({}, { email: "guest@example.com" });
		const guest: Who = { orderToken: placed.orderToken! };
		const card = { number: "4242424242424242" };
		await mall.call(payments.pay, { id: placed.id, method: "sandbox", card }, guest);
		await mall.call(
			orders.ship,
			{ id: placed.id, carrier: "DHL", trackingNumber: newId() },
			clerk,
		);
		await expect(upload({})).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });
		await expect(upload({ orderToken: "x" }, { order: placed.id })).rejects.toMatchObject({
			type: "ORDER_NOT_FOUND",
		});
		const picture = await upload(guest, { order: placed.id });

		const one = await ask(guest, placed, { images: [picture.id] });

		expect(one).toMatchObject({ status: "requested", images: [picture.url] });
		expect(one.timeline[0]!.by).toBe("guest");
	});

	it("say in what state they are when they don't take a command, and take a repeated one", async () => {
		const ada = somebody();
		const one = await ask(ada, await sent(ada));

		await expect(receive(one)).rejects.toMatchObject({
			type: "RETURN_WRONG_STATE",
			code: 409,
			data: { status: "requested", allowed: ["withdraw", "approve", "reject"] },
		});
		const [first, second] = await Promise.all([approve(one), approve(one)]);
		expect(second).toEqual(first);
		await expect(receive(one, [{ sku: "A", restock: 1, scrap: 1 }])).rejects.toMatchObject({
			type: "MORE_THAN_ANNOUNCED",
			data: { sku: "A", left: 1 },
		});
		await expect(receive(one, [{ sku: "A", restock: 0, scrap: 0 }])).rejects.toMatchObject({
			type: "NOTHING_ARRIVED",
		});
		const { onHand } = await level("A");
		await Promise.all([receive(one), receive(one), receive(one)]);
		expect((await level("A")).onHand).toBe(onHand + 1);
	});

	it("are paid back once, whoever else does it at the moment", async () => {
		const ada = somebody();
		const order = await sent(ada);
		const one = await received(ada, order, { lines: [{ sku: "A", quantity: 3 }] });

		const answers = await Promise.allSettled(
			[100, 200, 300, 400, 500].map((amount) => refund(one, amount)),
		);
		const keyed = { ...clerk, idempotencyKey: newId() };

		expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const { refund: done } = await read(one);
		expect(await refund(one, done!.amount, keyed)).toMatchObject({ status: "refunded" });
		expect((await get(ada, order.id)).payment.refunded).toBe(done!.amount);
		const { items } = await mall.call(payments.list, { id: order.id }, clerk);
		expect(items).toMatchObject([{ refunded: done!.amount }]);
	});

	it("come together to what was paid, and never to more", async () => {
		const ada = somebody();
		const items = [
			{ sku: "A", quantity: 2 },
			{ sku: "B", quantity: 3 },
		];
		const order = await sent(ada, { items });
		const first = await received(ada, order, { lines: [{ sku: "B", quantity: 1 }] });
		const second = await received(ada, order, { lines: [{ sku: "B", quantity: 2 }] });
		const third = await received(ada, order, { lines: [{ sku: "A", quantity: 2 }] });

		await expect(refund(first, first.worth + 1)).rejects.toMatchObject({
			type: "REFUND_TOO_HIGH",
			data: { left: first.worth },
		});
		for (const one of [third, first, second]) await refund(one);

		const { payment } = await get(ada, order.id);
		expect(payment).toMatchObject({ status: "refunded", refunded: order.totals.total });
	});

	it("give no money that has gone back in another way", async () => {
		const ada = somebody();
		const order = await sent(ada);
		const one = await received(ada, order, { lines: [{ sku: "A", quantity: 3 }] });
		await mall.call(payments.refund, { id: order.id, amount: 3400, reason: "Late" }, clerk);

		expect(await read(one)).toMatchObject({ worth: 90 });
		await refund(one);

		expect((await get(ada, order.id)).payment.refunded).toBe(3490);
	});

	it("stay open when the payments refuse, and can be paid back with another amount", async () => {
		const ada = somebody();
		const order = await sent(ada);
		const one = await received(ada, order);
		const till = storeOf<{ payments: Collection<Stored> }>(mall, "payments").payments;
		await till.update({ orderId: order.id }, { $set: { refunded: 3400 } });

		await expect(refund(one)).rejects.toMatchObject({ type: "REFUND_TOO_HIGH", code: 409 });

		expect(await read(one)).toMatchObject({
			status: "received",
			refund: null,
			commands: ["refund"],
		});
		expect(await refund(one, 90)).toMatchObject({ status: "refunded" });
	});

	it("are closed without money when none was taken", async () => {
		const ada = somebody();
		const { id } = await ordered(ada);
		await mall.call(payments.pay, { id, method: "cash-on-delivery" }, ada);
		await mall.call(orders.ship, { id, carrier: "DHL", trackingNumber: newId() }, clerk);
		const one = await received(ada, await get(ada, id));

		expect(one.worth).toBe(0);
		expect(await refund(one)).toMatchObject({ status: "refunded", refund: { amount: 0 } });
	});

	it("can be asked for until the promised days after the arrival are over", async () => {
		const ada = somebody();
		settings.current.returnDays = 3;
		const order = await sent(ada);
		settings.current.returnDays = 300;
		const arrived = await mall.call(orders.receive, { id: order.id }, ada);
		const at = arrived.timeline.at(-1)!.at;
		const threeDays = 3 * 86_400_000;
		expect(arrived.returnableUntil).toBe(new Date(Date.parse(at) + threeDays).toISOString());
		expect(arrived.commands).toEqual(["return", "hide"]);

		const timeline = [{ status: "completed", at: longAgo, by: "x" }];
		await db().orders.update({ id: order.id }, { $set: { timeline } });

		expect(await get(ada, order.id)).toMatchObject({ commands: ["hide"], returnable: [] });
		await expect(ask(ada, order)).rejects.toMatchObject({ type: "RETURN_TOO_LATE", code: 409 });
	});

	describe("that a killed process left", () => {
		async function without(name: string, work: () => Promise<unknown>) {
			const service = mall.broker.services.find((one) => one.name === name)!;
			const schema = service.originalSchema as ServiceSchema;
			await mall.broker.destroyService(service);
			await work();
			mall.broker.createService(schema);
			await mall.broker.waitForServices([{ name, version: 1 }]);
		}

		it("are paid back once the payments can be asked, and can't be changed until then", async () => {
			const ada = somebody();
			const order = await sent(ada);
			const one = await received(ada, order);

			await without("payments", async () => {
				expect(await refund(one, 500)).toMatchObject({
					status: "received",
					refund: { amount: 500 },
					commands: [],
				});
				await expect(refund(one, 400)).rejects.toMatchObject({
					type: "RETURN_WRONG_STATE",
				});
			});

			await vi.waitFor(
				async () => expect((await read(one)).status).toBe("refunded"),
				patience,
			);
			expect((await get(ada, order.id)).payment.refunded).toBe(500);
		});

		it("come back on the shelf once the stock can be asked, once", async () => {
			const ada = somebody();
			const one = await ask(ada, await sent(ada));
			await approve(one);
			const { onHand } = await level("A");

			await without("inventory", async () => {
				expect(await receive(one)).toMatchObject({ status: "received" });
			});

			await vi.waitFor(
				async () => expect((await level("A")).onHand).toBe(onHand + 1),
				patience,
			);
		});

		it("are found at the desk", async () => {
			const ada = somebody();
			const order = await sent(ada);
			const one = await ask(ada, order);
			await db().returns.remove({ id: one.id });
			const id = `file-${one.id}-left-behind`;
			const effect = { id, kind: "file", returnId: one.id, at: longAgo };
			await db().orders.update({ id: order.id }, { $push: { effects: effect } });

			await restart(mall, "orders");

			await vi.waitFor(
				async () => expect(await read(one)).toMatchObject({ id: one.id }),
				patience,
			);
		});

		it("are found at the desk as soon as a repeat is answered", async () => {
			const buyer = somebody();
			const ada = { ...buyer, idempotencyKey: newId() };
			const order = await sent(buyer);
			const one = await ask(ada, order);
			await db().returns.remove({ id: one.id });
			await db().claims.update(
				{ futureId: one.id },
				{ $set: { answer: null, leaseUntil: 0 } },
			);

			const again = await ask(ada, order);

			expect(again.id).toBe(one.id);
			expect(await read(one)).toMatchObject({ id: one.id });
		});
	});

	describe("at the desk", () => {
		const list = (params: object = {}) => mall.call(orders.returns, params, clerk);

		it("are listed by state with counts, and found by number and buyer", async () => {
			const ada = somebody();
			const order = await sent(ada);
			const [first, second] = [await ask(ada, order), await ask(ada, order)];
			await mall.call(orders.rejectReturn, { id: first.id, reason: "Worn" }, clerk);

			const found = await list({ q: order.number.slice(0, -2) });

			expect(found.items.map(({ id }) => id)).toEqual([second.id, first.id]);
			expect(found).toMatchObject({
				total: 2,
				counts: { all: 2, requested: 1, rejected: 1 },
			});
			const rejected = await list({ q: `${ada.user!.id}@example.com`, status: "rejected" });
			expect(rejected).toMatchObject({
				total: 1,
				items: [{ id: first.id, timeline: [{}, { note: "Worn" }] }],
			});
			expect((await list({ q: `${order.number}-r2` })).items).toMatchObject([
				{ id: second.id },
			]);
			expect((await list({ q: "$.*" })).items).toEqual([]);
		});

		it("of demo orders are listed like all others", async () => {
			const status = "approved" as const;
			const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
			const order = await mall.call(orders.seed, {
				key: newId(),
				userId: newId(),
				email: "demo@example.com",
				items: [{ sku: "A", quantity: 2 }],
				address: anAddress,
				createdAt: new Date(Date.now() - 9 * 86_400_000).toISOString(),
				outcome: "completed",
				back: { status, reason: "damaged", description: "A dent", note: "Yes", at },
			});

			await vi.waitFor(
				async () =>
					expect((await list({ q: order.number })).items).toMatchObject([
						{ status, requestedAt: at, reason: "It arrived damaged" },
					]),
				patience,
			);
			const [one] = (await list({ q: order.number })).items;
			expect(one!.timeline).toMatchObject([{ at }, { status, note: "Yes" }]);
			await receive(one!);
			expect(await refund(one!)).toMatchObject({ status: "refunded" });
		});

		it("are filed as the newest order shows them", async () => {
			const ada = somebody();
			const order = await sent(ada);
			const one = await ask(ada, order);
			await approve(one);
			const { file } = await import("./filing.ts");
			const stored = (await db().orders.findById(order.id))!;
			const older = {
				...stored,
				version: stored.version - 1,
				returns: stored.returns!.map((it) => ({ ...it, status: "requested" as const })),
			};

			await file(db().returns, older, one.id);

			expect(await db().returns.findById(one.id)).toMatchObject({ status: "approved" });
		});
	});

	describe("with pictures", () => {
		it("use only the buyer's own, each for one return", async () => {
			const [ada, eve] = [somebody(), somebody()];
			const order = await sent(ada);
			const [mine, hers] = [await upload(ada), await upload(eve)];
			const attempt = ask(ada, order, { images: [mine.url, hers.url, "none"] });

			await expect(attempt).rejects.toMatchObject({
				code: 422,
				data: { errors: [{ path: "images.1" }, { path: "images.2" }] },
			});
			const one = await ask(ada, order, { images: [mine.url] });
			const again = ask(ada, order, { images: [mine.id] });

			expect(one.images).toEqual([mine.url]);
			await expect(again).rejects.toMatchObject({ data: { errors: [{ path: "images.0" }] } });
			expect((await get(ada, order.id)).returns).toHaveLength(1);
		});
	});

	describe("for reasons", () => {
		const all = () => mall.call(orders.adminReturnReasons, {}, clerk);

		it("that the shop words, translates, orders and takes out", async () => {
			const made = await mall.call(
				orders.createReturnReason,
				{ name: "Too late", translations: { zh: { name: "太晚了" } } },
				clerk,
			);
			const offered = async (locale: "en" | "zh") =>
				(await mall.call(orders.returnReasons, {}, { locale })).map(({ name }) => name);
			expect((await offered("zh")).at(-1)).toBe("太晚了");

			const first = await mall.call(
				orders.updateReturnReason,
				{ id: made.id, version: made.version, name: "Came too late", enabled: false },
				clerk,
			);
			const late = mall.call(
				orders.updateReturnReason,
				{ id: made.id, version: made.version, name: "x" },
				clerk,
			);
			await expect(late).rejects.toMatchObject({ type: "STALE_VERSION" });
			expect(await offered("en")).not.toContain("Came too late");
			expect((await all()).at(-1)).toEqual(first);

			await mall.call(orders.removeReturnReason, { id: made.id }, clerk);
			expect((await all()).map(({ id }) => id)).not.toContain(made.id);
			await expect(
				mall.call(orders.removeReturnReason, { id: made.id }, clerk),
			).rejects.toMatchObject({ type: "REASON_NOT_FOUND" });
		});

		it("of the buyer's own where none of these fits", async () => {
			const ada = somebody();

			const one = await ask(ada, await sent(ada), { reason: " My cat hates it " });

			expect(one.reason).toBe("My cat hates it");
		});

		it("that don't come back when all were taken out", async () => {
			for (const { id } of await all())
				await mall.call(orders.removeReturnReason, { id }, clerk);

			await restart(mall, "orders");

			expect(await all()).toEqual([]);
		});
	});
});
