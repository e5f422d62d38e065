// How an invoice or a credit note looks on paper. Pure: from the stored document to what pdfmake
// draws.
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Invoice } from "#contracts/orders";
import type { Language } from "#contracts/schema";
import { addressLines } from "./address.ts";
import { colours, penOf } from "./pen.ts";
import type { Pen } from "./pen.ts";
import { articles, rates, returned } from "./tables.ts";
import { text } from "./text.ts";
import { methodName } from "./words.ts";

export function page(invoice: Invoice, locale: Language): TDocumentDefinitions {
	const pen = penOf(invoice, locale);
	const { number, kind, seller } = invoice;
	return {
		info: { title: number, author: seller.name, subject: pen.words.titles[kind] },
		language: locale,
		pageSize: "A4",
		pageMargins: [48, 48, 48, 72],
		defaultStyle: { font: "Latin", fontSize: 9, lineHeight: 1.25, color: colours.strong },
		content: [
			head(invoice, pen),
			parties(invoice, pen),
			kind === "invoice" ? articles(invoice, pen) : returned(invoice, pen),
			sums(invoice, pen),
			rates(invoice, pen),
			closing(invoice, pen),
		],
		footer: (now, all) => foot(invoice, pen, { now, all }),
	};
}

function head({ kind, seller, number }: Invoice, { words }: Pen): Content {
	return {
		columns: [
			{
				width: "*",
				stack: [
					text(seller.name, { bold: true, fontSize: 14, margin: [0, 0, 0, 2] }),
					text(seller.address, { color: colours.muted }),
					...(seller.taxId
						? [text(`${words.taxId}: ${seller.taxId}`, { color: colours.muted })]
						: []),
				],
			},
			{
				width: "auto",
				stack: [
					text(words.titles[kind], { bold: true, fontSize: 22, alignment: "right" }),
					text(number, { alignment: "right", color: colours.muted }),
				],
			},
		],
		columnGap: 24,
		margin: [0, 0, 0, 28],
	};
}

function parties(invoice: Invoice, pen: Pen): Content {
	const { words, locale } = pen;
	const facts = factsOf(invoice, pen).filter(([, value]) => value !== "");
	return {
		columns: [
			{
				width: "*",
				stack: [
					text(words.billTo, { color: colours.muted, fontSize: 8 }),
					...addressLines(invoice.address, locale).map((line, at) =>
						text(line, { bold: at === 0 }),
					),
					text(invoice.buyer.email, { color: colours.muted }),
				],
			},
			{
				width: 230,
				layout: "noBorders",
				table: {
					widths: ["auto", "*"],
					body: facts.map(([name, value]) => [
						text(name, { color: colours.muted }),
						text(value, { alignment: "right" }),
					]),
				},
			},
		],
		columnGap: 24,
		margin: [0, 0, 0, 24],
	};
}

function factsOf(invoice: Invoice, { words, locale, day }: Pen): [string, string][] {
	const { method, corrects, reason } = invoice;
	return [
		[words.number, invoice.number],
		[words.date, day(invoice.at)],
		[words.order, invoice.orderNumber],
		[words.ordered, day(invoice.orderedAt)],
		[words.method, method ? methodName(method, locale) : ""],
		[words.delivery, invoice.kind === "invoice" ? invoice.delivery : ""],
		[words.corrects, corrects ?? ""],
		[words.reason, reason],
	];
}

function sums(invoice: Invoice, pen: Pen): Content {
	const lines = invoice.kind === "invoice" ? billed(invoice, pen) : credited(invoice, pen);
	return {
		unbreakable: true,
		margin: [0, 12, 0, 0],
		columns: [
			{ width: "*", text: "" },
			{
				width: 230,
				layout: totalled(lines.length),
				table: {
					widths: ["*", "auto"],
					body: lines.map(([name, amount], at) => {
						const style =
							at === lines.length - 1
								? { bold: true, fontSize: 11 }
								: { color: colours.muted };
						return [text(name, style), text(amount, { ...style, alignment: "right" })];
					}),
				},
			},
		],
	};
}

function billed({ totals, amount }: Invoice, { words, money }: Pen): Sum[] {
	const { goods, promotion, coupon, points, adjustment = 0, tax, taxIncluded } = totals;
	const discounts = promotion + coupon + points + Math.max(0, -adjustment);
	// A surcharge by staff stands within the shipping.
	const { shipping } = totals;
	return [
		[words.goods, money(goods)],
		...one(discounts > 0, [words.discounts, money(-discounts)]),
		[words.shipping, money(shipping)],
		...one(!taxIncluded && tax > 0, [words.tax, money(tax)]),
		[words.total, money(amount)],
	];
}

function credited({ amount, taxes, totals }: Invoice, { words, money }: Pen): Sum[] {
	const tax = taxes.reduce((all, line) => all + line.tax, 0);
	return [
		...one(tax > 0, [totals.taxIncluded ? words.taxIncluded : words.tax, money(tax)]),
		[words.credited, money(amount)],
	];
}

type Sum = [name: string, amount: string];
const one = (isThere: boolean, line: Sum): Sum[] => (isThere ? [line] : []);

function closing({ kind, paidAt }: Invoice, { words, day }: Pen): Content {
	if (kind === "credit-note") return [];
	const said = paidAt ? words.paid.replace("{date}", day(paidAt)) : words.onDelivery;
	return text(said, { margin: [0, 20, 0, 0] });
}

function foot({ seller }: Invoice, { words }: Pen, { now, all }: { now: number; all: number }) {
	const count = words.page.replace("{page}", String(now)).replace("{pages}", String(all));
	const style = { color: colours.muted, fontSize: 8 };
	return {
		margin: [48, 12, 48, 0] satisfies [number, number, number, number],
		columns: [
			{ width: "*", ...text(seller.footer, style) },
			{ width: "auto", ...text(count, { ...style, alignment: "right" }) },
		],
		columnGap: 24,
	};
}

/** A line above the last row, which is the total. */
const totalled = (rows: number) => ({
	hLineWidth: (at: number) => (at === rows - 1 && rows > 1 ? 0.75 : 0),
	vLineWidth: () => 0,
	hLineColor: () => colours.strong,
	paddingLeft: () => 0,
	paddingRight: () => 0,
	paddingTop: () => 3,
	paddingBottom: () => 2,
});
