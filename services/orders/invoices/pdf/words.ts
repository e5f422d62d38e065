// The words of invoices and credit notes in the languages of the shop.
import type { Language } from "#contracts/schema";

const english = {
	titles: { invoice: "Invoice", "credit-note": "Credit note" },
	number: "Number",
	date: "Date",
	order: "Order",
	ordered: "Ordered",
	method: "Payment",
	delivery: "Delivery",
	corrects: "Corrects invoice",
	reason: "Reason",
	billTo: "Bill to",
	taxId: "Tax number",
	article: "Article",
	quantity: "Qty",
	unitPrice: "Price",
	discount: "Discount",
	rate: "Tax rate",
	amount: "Amount",
	returned: "Returned goods",
	goods: "Goods",
	discounts: "Discounts",
	shipping: "Delivery",
	tax: "Tax",
	taxIncluded: "Tax included",
	total: "Total",
	credited: "Credited",
	net: "Net",
	gross: "Gross",
	paid: "Paid on {date}.",
	onDelivery: "To be paid on delivery.",
	page: "Page {page} of {pages}",
};
export type Words = typeof english;

const chinese: Words = {
	titles: { invoice: "发票", "credit-note": "贷项通知单" },
	number: "编号",
	date: "日期",
	order: "订单号",
	ordered: "下单日期",
	method: "付款方式",
	delivery: "配送方式",
	corrects: "对应发票",
	reason: "原因",
	billTo: "购方",
	taxId: "税号",
	article: "商品",
	quantity: "数量",
	unitPrice: "单价",
	discount: "优惠",
	rate: "税率",
	amount: "金额",
	returned: "退回商品",
	goods: "商品金额",
	discounts: "优惠合计",
	shipping: "运费",
	tax: "税费",
	taxIncluded: "含税费",
	total: "合计",
	credited: "退款金额",
	net: "不含税金额",
	gross: "含税金额",
	paid: "已于 {date} 付款。",
	onDelivery: "货到付款。",
	page: "第 {page} 页，共 {pages} 页",
};

export const wordsIn: Record<Language, Words> = { en: english, zh: chinese };

type Named = Record<Language, string>;
const methods: Record<string, Named> = {
	sandbox: { en: "Card (sandbox)", zh: "银行卡（沙箱）" },
	stripe: { en: "Card", zh: "银行卡" },
	"cash-on-delivery": { en: "Cash on delivery", zh: "货到付款" },
};

export const methodName = (method: string, locale: Language) => methods[method]?.[locale] ?? method;
