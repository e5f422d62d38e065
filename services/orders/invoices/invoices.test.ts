import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { newId } from "#mixins/clock";
import type { Meta } from "#mixins/service";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import type { Db } from "../stored.ts";

const card = { number: "4242424242424242" };
const clerk = staff("orders:read", "orders:ship", "orders:cancel", "orders:refund");
const pdf = expect.stringMatching(/^%PDF-1\.\d/);

describe("invoices", () => {
	let mall: TestMall;
	const goods = catalogue(
		aSaleItem({ sku: "A", unitPrice: 1190 }),
		aSaleItem({ sku: "GIFT", unitPrice: 0 }),
		aSaleItem({ sku: "BOOK", unitPrice: 1070, taxClass: "reduced", name: "书 Book" }),
	);
	const classes = [{ key: "reduced", name: "Reduced", rate: 700 }];
	const shop = shopSettings({ tax: { rate: 1900, included: true, classes } });

	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
			goods.service,
			stockroom({ A: 1000, BOOK: 1000, GIFT: 1000 }).service,
			shop.service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const items = [
		{ sku: "A", quantity: 2 },
		{ sku: "BOOK", quantity: 1 },
	];
	const place = (who: Partial<Meta>, more: object = {}) =>
		mall.call(
			orders.place,
			{ items, address: anAddress, shippingMethod: "standard", ...more },
			who,
		);
	const paid = async (who: Partial<Meta>, more: object = {}) => {
		const order = await place(who, more);
		const { orderToken } = order;
		const buyer = { ...who, ...(orderToken && { orderToken }) };
		await mall.call(payments.pay, { id: order.id, method: "sandbox", card }, buyer);
		return order;
	};
	/** The beginning of the file, as text. */
	const fileOf = async (bytes: Promise<unknown>) =>
		Buffer.from((await bytes) as Uint8Array).toString("latin1", 0, 12);
	const invoice = ({ id }: Order, who: Partial<Meta> = clerk) =>
		who.user?.kind === "staff"
			? fileOf(mall.call(orders.adminInvoice, { id }, who))
			: fileOf(mall.call(orders.invoice, { id }, who));
	const documentsOf = async ({ id: orderId }: Order) =>
		storeOf<Db>(mall, "orders").invoices.find({ query: { orderId }, limit: 10 });
	const get = ({ id }: Order) => mall.call(orders.adminGet, { id }, clerk);

	it("are written by themselves once an order is paid, and staff find it by the number", async () => {
		const order = await paid(customer(newId()));

		await vi.waitFor(async () => expect(await documentsOf(order)).toHaveLength(1), 10_000);
		const [document] = await documentsOf(order);
		await vi.waitFor(async () =>
			expect((await get(order)).invoice).toEqual({ number: document!.number }),
		);
		const found = await mall.call(orders.adminList, { q: document!.number }, clerk);

		expect(found.items.map(({ id }) => id)).toEqual([order.id]);
		expect(document).toMatchObject({
			kind: "invoice",
			orderNumber: order.number,
			amount: 3940,
			taxes: [
				{ rate: 1900, net: 2412, tax: 458 },
				{ rate: 700, net: 1000, tax: 70 },
			],
			items: [
				{ sku: "A", quantity: 2, total: 2380, taxRate: 1900 },
				{ sku: "BOOK", quantity: 1, total: 1070, taxRate: 700 },
			],
			delivery: "Standard",
			method: "sandbox",
		});
	});

	it("are given to whoever asks first, to the buyer and to staff, the same one", async () => {
		const ada = customer(newId());
		const order = await paid(ada);

		const files = await Promise.all([
			invoice(order, ada),
			invoice(order, { ...ada, locale: "zh" }),
			invoice(order),
			invoice(order),
		]);

		expect(files).toEqual([pdf, pdf, pdf, pdf]);
		expect(await documentsOf(order)).toHaveLength(1);
	});

	it("open for a guest's token, and are not there for anybody else", async () => {
		const guest = { address: "10.0.0.9" };
		const order = await paid(guest, { email: "guest@example.com" });

		const own = await invoice(order, { orderToken: order.orderToken! });

		expect(own).toEqual(pdf);
		for (const other of [customer(newId()), { orderToken: "wrong" }, {}])
			await expect(invoice(order, other)).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
		await expect(invoice(order, staff("products:read"))).rejects.toMatchObject({
			type: "FORBIDDEN",
		});
	});

	it("wait for the money, or for the parcel where the money comes with it", async () => {
		const ada = customer(newId());
		const unpaid = await place(ada);
		const confirmed = await place(ada);
		const { id } = confirmed;
		await mall.call(payments.pay, { id, method: "cash-on-delivery" }, ada);
		const before = await get(confirmed);

		for (const order of [unpaid, confirmed])
			await expect(invoice(order, ada)).rejects.toMatchObject({
				type: "INVOICE_NOT_YET",
				code: 409,
			});
		await mall.call(orders.ship, { id, carrier: "DHL", trackingNumber: "1" }, clerk);

		expect(before.invoice).toBeNull();
		await vi.waitFor(async () => expect(await documentsOf(confirmed)).toHaveLength(1), 10_000);
		expect(await invoice(confirmed, ada)).toEqual(pdf);
		expect(await documentsOf(unpaid)).toEqual([]);
	});

	it("are corrected by a credit note for each refund, together by what was billed", async () => {
		const ada = customer(newId());
		const order = await paid(ada);
		const { id } = order;
		await mall.call(payments.refund, { id, amount: 1000, reason: "A scratch" }, clerk);
		await mall.call(orders.cancel, { id, reason: "Too late" }, ada);

		await vi.waitFor(async () => expect(await documentsOf(order)).toHaveLength(3), 10_000);
		const { items: notes, total } = await mall.call(orders.creditNotes, { id }, ada);
		const [first, second] = notes;
		const file = fileOf(mall.call(orders.creditNote, { id, number: first!.number }, ada));
		const staffFile = fileOf(
			mall.call(orders.adminCreditNote, { id, number: second!.number }, clerk),
		);

		expect(total).toBe(2);
		expect(notes).toMatchObject([
			{ amount: 1000, reason: "A scratch", kind: "credit-note" },
			{ amount: 2940, reason: "Too late" },
		]);
		expect(notes[0]?.corrects).toBe((await get(order)).invoice?.number);
		expect(sum(notes.flatMap(({ taxes }) => taxes.map(({ tax }) => tax)))).toBe(528);
		expect(await file).toEqual(pdf);
		expect(await staffFile).toEqual(pdf);
	});

	it("are corrected by no credit note for a free gift that was taken out", async () => {
		const ada = customer(newId());
		const order = await place(ada, { items: [...items, { sku: "GIFT", quantity: 1 }] });
		const { id } = order;
		await mall.call(payments.pay, { id, method: "cash-on-delivery" }, ada);
		const takeOut = (sku: string) => {
			const lines = [{ sku, quantity: 1 }];
			return mall.call(orders.cancelLines, { id, lines, reason: "None left" }, clerk);
		};
		await takeOut("GIFT");
		await takeOut("BOOK");
		await mall.call(orders.ship, { id, carrier: "DHL", trackingNumber: "1" }, clerk);

		const { items: notes } = await mall.call(orders.creditNotes, { id }, ada);
		const { effects } = (await storeOf<Db>(mall, "orders").orders.findById(id))!;

		expect(notes).toMatchObject([{ amount: 1222, reason: "None left" }]);
		expect(effects.filter(({ kind }) => kind === "credit-note").length).toBeLessThan(2);
		await vi.waitFor(async () => expect(await documentsOf(order)).toHaveLength(2), 10_000);
	});

	it("know no credit note of another order", async () => {
		const ada = customer(newId());
		const [one, other] = [await paid(ada), await paid(ada)];
		await mall.call(payments.refund, { id: one.id, amount: 100, reason: "x" }, clerk);
		const { items: notes } = await mall.call(orders.adminCreditNotes, { id: one.id }, clerk);
		const { number } = notes[0]!;

		const attempt = mall.call(orders.creditNote, { id: other.id, number }, ada);

		await expect(attempt).rejects.toMatchObject({ type: "CREDIT_NOTE_NOT_FOUND", code: 404 });
		expect((await mall.call(orders.creditNotes, { id: other.id }, ada)).total).toBe(0);
	});

	it("stand in one list for the books, by kind and day", async () => {
		const order = await paid(customer(newId()));
		await invoice(order);
		const today = new Date().toISOString().slice(0, 10);
		const list = (asked: object) => mall.call(orders.adminInvoices, asked, clerk);

		const invoices = await list({ kind: "invoice", from: today, to: today });
		const notes = await list({ kind: "credit-note" });
		const none = await list({ to: "2020-01-01" });

		expect(invoices.items.map(({ orderId }) => orderId)).toContain(order.id);
		expect(notes.items.every(({ kind }) => kind === "credit-note")).toBe(true);
		expect(none.total).toBe(0);
	});
});

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
