// The tables of an invoice and a credit note: what was bought or came back, the tax by rate.
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Invoice } from "#contracts/orders";
import { colours } from "./pen.ts";
import type { Pen } from "./pen.ts";
import { text } from "./text.ts";

interface Column {
	title: string;
	width: number | "*";
	isText?: boolean;
	cell: (item: Invoice["items"][number]) => TableCell;
}

export function articles({ items, taxes }: Invoice, { words, money, rate }: Pen): Content {
	const right = (written: string) => text(written, { alignment: "right", noWrap: true });
	const columns: (Column | false)[] = [
		{ title: words.article, width: "*", isText: true, cell: article },
		{ title: words.quantity, width: 30, cell: ({ quantity }) => right(String(quantity)) },
		{ title: words.unitPrice, width: 68, cell: ({ unitPrice }) => right(money(unitPrice)) },
		items.some(({ discount }) => discount > 0) && {
			title: words.discount,
			width: 62,
			cell: ({ discount }) => right(discount > 0 ? money(-discount) : ""),
		},
		isTaxed(taxes) && {
			title: words.rate,
			width: 44,
			cell: ({ taxRate }) => right(taxRate === undefined ? "" : rate(taxRate)),
		},
		{ title: words.amount, width: 72, cell: ({ total }) => right(money(total)) },
	];
	const shown = columns.filter((column) => column !== false);
	return {
		layout: lined,
		table: {
			headerRows: 1,
			dontBreakRows: true,
			widths: shown.map(({ width }) => width),
			body: [
				shown.map(({ title, isText }) => heading(title, isText)),
				...items.map((item) => shown.map(({ cell }) => cell(item))),
			],
		},
	};
}

function article({ name, sku, options }: Invoice["items"][number]): TableCell {
	const about = [...Object.values(options), sku].join(" · ");
	return { stack: [text(name), text(about, { color: colours.muted, fontSize: 8 })] };
}

export function returned({ returned: goods }: Invoice, { words }: Pen): Content {
	if (goods.length === 0) return [];
	return {
		layout: lined,
		table: {
			headerRows: 1,
			dontBreakRows: true,
			widths: ["*", 90, 40],
			body: [
				[heading(words.returned, true), heading("", true), heading(words.quantity)],
				...goods.map(({ name, sku, quantity }) => [
					text(name),
					text(sku, { color: colours.muted }),
					text(String(quantity), { alignment: "right" }),
				]),
			],
		},
	};
}

/** The tax by rate, which the law asks for; nothing where there is none. */
export function rates({ taxes }: Invoice, { words, money, rate }: Pen): Content {
	if (!isTaxed(taxes)) return [];
	const titles = [words.rate, words.net, words.tax, words.gross];
	return {
		unbreakable: true,
		margin: [0, 20, 0, 0],
		layout: lined,
		table: {
			headerRows: 1,
			widths: [60, 90, 90, 90],
			body: [
				titles.map((title, at) => heading(title, at === 0)),
				...taxes.map(({ rate: parts, net, tax }) => [
					text(rate(parts)),
					...[net, tax, net + tax].map((amount) =>
						text(money(amount), { alignment: "right" }),
					),
				]),
			],
		},
	};
}

const isTaxed = (taxes: Invoice["taxes"]) => taxes.some(({ tax }) => tax > 0);

const heading = (title: string, isText = false) =>
	text(title, {
		color: colours.muted,
		fontSize: 8,
		alignment: isText ? "left" : "right",
	});

/** A line below each row, none around. */
const lined = {
	hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
	vLineWidth: () => 0,
	hLineColor: () => colours.line,
	paddingLeft: (at: number) => (at === 0 ? 0 : 4),
	paddingRight: (at: number, node: { table: { body: unknown[][] } }) =>
		at === (node.table.body[0]?.length ?? 0) - 1 ? 0 : 4,
	paddingTop: () => 5,
	paddingBottom: () => 4,
};
