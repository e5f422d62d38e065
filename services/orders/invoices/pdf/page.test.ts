import { afterAll, describe, expect, it } from "vitest";
import type { Invoice } from "#contracts/orders";
import { anAddress } from "#tests/support/neighbours";
import { Printer } from "../printer.ts";
import { addressLines } from "./address.ts";
import { page } from "./page.ts";
import { text } from "./text.ts";

const anInvoice = (changes: Partial<Invoice> = {}): Invoice => ({
	number: "INV-2026-000007",
	kind: "invoice",
	at: "2026-05-03T22:30:00.000Z",
	orderId: "o1",
	orderNumber: "20260503-000001-K7QX",
	orderedAt: "2026-05-03T10:00:00.000Z",
	amount: 3940,
	taxes: [
		{ rate: 1900, net: 2412, tax: 458 },
		{ rate: 700, net: 1000, tax: 70 },
	],
	buyer: { name: "Ada", email: "ada@example.com" },
	corrects: null,
	reason: "",
	seller: { name: "Aurora Ltd", address: "1 High Street\nLondon", taxId: "GB 1", footer: "IBAN" },
	address: anAddress,
	currency: "EUR",
	timeZone: "Europe/Berlin",
	items: [
		{
			sku: "A",
			productId: "p",
			name: "耳机 Wave",
			image: null,
			options: { Colour: "Black" },
			unitPrice: 1190,
			quantity: 2,
			discount: 100,
			total: 2280,
			tax: 364,
			taxRate: 1900,
		},
	],
	returned: [],
	totals: {
		goods: 2380,
		promotion: 100,
		coupon: 0,
		points: 0,
		shipping: 490,
		tax: 528,
		taxIncluded: true,
		total: 3940,
	},
	delivery: "Standard",
	method: "sandbox",
	paidAt: "2026-05-03T10:01:00.000Z",
	...changes,
});

/** Everything that is written on it, in order. */
function wordsOf(invoice: Invoice, locale: "en" | "zh" = "en"): string {
	const words: string[] = [];
	JSON.stringify(page(invoice, locale), (key, value: unknown) => {
		if (key === "text" && typeof value === "string") words.push(value);
		return value;
	});
	return words.join("").replaceAll("\u200b", "|").replaceAll("\u00a0", " ");
}

describe("an invoice on paper", () => {
	it("says who sells what to whom, what it costs and the tax by rate", () => {
		const written = wordsOf(anInvoice());

		for (const part of [
			"|Aurora Ltd",
			"|Tax number: GB 1",
			"|INV-2026-000007",
			// By the clock of the shop it is the next day already.
			"|May 4, 2026",
			"|Ada Byron",
			"|耳机 Wave|Black · A",
			"|2|€11.90|-€1.00|19%|€22.80",
			"|Discounts|-€1.00",
			"|Delivery|€4.90",
			"|Total|€39.40",
			"|19%|€24.12|€4.58|€28.70|7%|€10.00|€0.70|€10.70",
			"|Paid on May 3, 2026.",
		])
			expect(written).toContain(part);
	});

	it("leaves out what there is none of", () => {
		const [item] = anInvoice().items;
		const totals = { ...anInvoice().totals, promotion: 0, tax: 0 };
		const plain = { taxes: [{ rate: 0, net: 3940, tax: 0 }], totals, paidAt: null };
		const written = wordsOf(anInvoice({ ...plain, items: [{ ...item!, discount: 0 }] }));

		for (const part of ["Discount", "Tax rate", "Gross", "Paid"])
			expect(written).not.toContain(part);
		expect(written).toContain("|To be paid on delivery.");
	});

	it("adds the tax up where prices are without it", () => {
		const totals = { ...anInvoice().totals, taxIncluded: false };

		expect(wordsOf(anInvoice({ totals }))).toContain("|Tax|€5.28|Total|€39.40");
	});

	it("corrects an invoice as a credit note, in Chinese as well", () => {
		const note = anInvoice({
			kind: "credit-note",
			number: "CN-2026-000001",
			corrects: "INV-2026-000007",
			reason: "尺寸不合适",
			items: [],
			returned: [{ sku: "A", name: "耳机", quantity: 2 }],
			amount: 2280,
			taxes: [{ rate: 1900, net: 1916, tax: 364 }],
		});

		const written = wordsOf(note, "zh");

		for (const part of [
			"|贷项通知单",
			"|对应发票|INV-2026-000007|原因|尺寸不合适",
			"|退回商品",
			"|耳机|A|2",
			"|含税费|€3.64|退款金额|€22.80",
		])
			expect(written).toContain(part);
	});

	it("writes each letter in a font that has it, and no pictures", () => {
		expect(text("A耳机B😀").text).toEqual([
			{ text: "\u200b", font: "Latin" },
			{ text: "A", font: "Latin" },
			{ text: "耳机", font: "Hans", lineHeight: expect.any(Number) },
			{ text: "B", font: "Latin" },
		]);
		expect(text("two\nlines").text).toContainEqual({ text: "two\nlines", font: "Latin" });
	});

	it("writes an address as its country does", () => {
		const abroad = { ...anAddress, country: "DE", city: "Berlin", postalCode: "10117" };
		const china = {
			...anAddress,
			country: "CN",
			province: "广东省",
			city: "深圳市",
			street: "科技园路1号",
			postalCode: "518000",
		};

		expect(addressLines(anAddress, "en").slice(2)).toEqual([
			"London SW1Y 4JH",
			"United Kingdom",
		]);
		expect(addressLines(abroad, "en").slice(2)).toEqual(["10117 Berlin", "Germany"]);
		expect(addressLines(china, "zh").slice(1)).toEqual([
			"中国 广东省深圳市",
			"科技园路1号",
			"518000",
		]);
	});
});

describe("the printer", () => {
	const printer = new Printer();
	afterAll(() => printer.close());

	it("prints in the order it is asked, again after it was closed, and after a page that fails", async () => {
		const broken = anInvoice({ currency: "not a currency" });
		const [one, failed, other] = await Promise.allSettled([
			printer.print(anInvoice(), "en"),
			printer.print(broken, "en"),
			printer.print(anInvoice(), "zh"),
		]);
		await printer.close();
		const again = await printer.print(anInvoice(), "en");

		expect(failed.status).toBe("rejected");
		for (const bytes of [one, other].map(
			(outcome) => outcome.status === "fulfilled" && outcome.value,
		))
			expect(Buffer.from(bytes || []).toString("latin1", 0, 5)).toBe("%PDF-");
		expect(again.length).toBeGreaterThan(1000);
	});
});
