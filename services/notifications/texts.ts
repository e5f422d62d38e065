// The words of the mails, in every language of the shop.
import { formatMoney } from "#contracts/money";
import type { Shop } from "#contracts/settings";
import { editedFields } from "#domain/order-effects";
import type { Kind, Message, Values } from "./messages.ts";

export interface Text {
	subject: string;
	body: string;
}

/** What staff are told in the page only. */
const pageOnly = ["refund-failed", "stock-low", "stock-unbalanced"] as const;
type PageOnly = (typeof pageOnly)[number];
const isMailed = (kind: Kind): kind is Mailed => pageOnly.every((one) => one !== kind);

export type Mailed = Exclude<Kind, PageOnly>;
/** `total`, `before` and `until` arrive as people read them. */
type Wording = (values: Values, shop: string) => { subject: string; lines: string[] };

type Fields = Record<(typeof editedFields)[number], string>;

const englishFields: Fields = {
	address: "address",
	note: "note",
	items: "goods",
	shippingMethod: "shipping",
	adjustment: "price",
	points: "points",
	total: "total",
};

const chineseFields: Fields = {
	address: "收货地址",
	note: "备注",
	items: "商品",
	shippingMethod: "配送方式",
	adjustment: "价格调整",
	points: "积分",
	total: "总额",
};

const named = (fields: string, words: Fields) =>
	editedFields.filter((field) => fields.split(",").includes(field)).map((field) => words[field]);

const english: Record<Mailed, Wording> = {
	welcome: ({ username }, shop) => ({
		subject: `Welcome to ${shop}`,
		lines: [`Hello ${username},`, `your account at ${shop} is ready. Have a good look around.`],
	}),
	"order-placed": ({ number, total }) => ({
		subject: `We have your order ${number}`,
		lines: ["Thank you for your order.", `Order ${number}, ${total}.`],
	}),
	"payment-requested": ({ number, total, until }, shop) => ({
		subject: `Please pay your order ${number}`,
		lines: [
			`Thank you for ordering at ${shop}. Order ${number}, ${total}.`,
			`You can pay it here until ${until}, without logging in:`,
		],
	}),
	"order-paid": ({ number, total }) => ({
		subject: `Order ${number} is paid`,
		lines: [`We have received ${total} for order ${number}.`, "We are getting it ready now."],
	}),
	"order-shipped": ({ number, carrier, trackingNumber }) => ({
		subject: `Order ${number} is on its way`,
		lines: [
			`A parcel of order ${number} was handed to ${carrier}.`,
			`Tracking number: ${trackingNumber}`,
		],
	}),
	"order-cancelled": ({ number, reason, total }) => ({
		subject: `Order ${number} is cancelled`,
		lines: [
			`Order ${number} was cancelled.`,
			...(reason ? [`Reason: ${reason}`] : []),
			...(total ? [`We pay ${total} back to you.`] : []),
		],
	}),
	"order-changed": ({ number, fields = "", before, total }) => ({
		subject: `Order ${number} was changed`,
		lines: [
			`We have changed your order ${number}: ${named(fields, englishFields).join(", ")}.`,
			...(total ? [`It cost ${before} before and costs ${total} now.`] : []),
			"You find it as it is now here:",
		],
	}),
	"order-lines-cancelled": ({ number, pieces, reason, total, isUnpaid }) => ({
		subject: `Something was taken out of order ${number}`,
		lines: [
			`We had to take this out of your order ${number}: ${pieces}.`,
			...(reason ? [`Reason: ${reason}`] : []),
			...(total && isUnpaid === "true" ? [`You pay ${total} less.`] : []),
			...(total && isUnpaid !== "true" ? [`We pay ${total} back to you.`] : []),
		],
	}),
	"order-refunded": ({ number, total }) => ({
		subject: `Money back for order ${number}`,
		lines: [`We have paid back ${total} for order ${number}.`],
	}),
	"return-requested": ({ returnNumber, number }) => ({
		subject: `We have your request to return goods of order ${number}`,
		lines: [`Your return has the number ${returnNumber}.`, "We look at it and write to you."],
	}),
	"return-withdrawn": ({ returnNumber, number }) => ({
		subject: `Return ${returnNumber} is withdrawn`,
		lines: [
			`You have taken your return ${returnNumber} of order ${number} back and keep the goods.`,
			"You can ask again while the time lasts.",
		],
	}),
	"return-approved": ({ returnNumber, note }) => ({
		subject: `Return ${returnNumber} is approved`,
		lines: [
			`Please send the goods to us and write the number ${returnNumber} on the parcel.`,
			...(note ? [note] : []),
		],
	}),
	"return-rejected": ({ returnNumber, reason }) => ({
		subject: `Return ${returnNumber} is not possible`,
		lines: [`We can't take the goods of return ${returnNumber} back.`, `Reason: ${reason}`],
	}),
	"return-received": ({ returnNumber }) => ({
		subject: `We have received return ${returnNumber}`,
		lines: ["The goods have arrived. We pay you back next."],
	}),
	"return-refunded": ({ returnNumber, number, total }) => ({
		subject: `Return ${returnNumber} is done`,
		lines: [
			total
				? `We have paid back ${total} for goods of order ${number}.`
				: `The goods of order ${number} are with us; there was nothing to pay back.`,
		],
	}),
};

const chinese: Record<Mailed, Wording> = {
	welcome: ({ username }, shop) => ({
		subject: `欢迎来到 ${shop}`,
		lines: [`${username}，您好！`, `您在 ${shop} 的账户已开通，欢迎选购。`],
	}),
	"order-placed": ({ number, total }) => ({
		subject: `我们已收到您的订单 ${number}`,
		lines: ["感谢您的订购。", `订单 ${number}，金额 ${total}。`],
	}),
	"payment-requested": ({ number, total, until }, shop) => ({
		subject: `请支付您的订单 ${number}`,
		lines: [
			`感谢您在 ${shop} 订购。订单 ${number}，金额 ${total}。`,
			`请在 ${until} 前通过以下链接付款，无需登录：`,
		],
	}),
	"order-paid": ({ number, total }) => ({
		subject: `订单 ${number} 已付款`,
		lines: [`我们已收到订单 ${number} 的付款 ${total}。`, "我们正在为您备货。"],
	}),
	"order-shipped": ({ number, carrier, trackingNumber }) => ({
		subject: `订单 ${number} 已发货`,
		lines: [`订单 ${number} 的包裹已交给 ${carrier}。`, `运单号：${trackingNumber}`],
	}),
	"order-cancelled": ({ number, reason, total }) => ({
		subject: `订单 ${number} 已取消`,
		lines: [
			`订单 ${number} 已取消。`,
			...(reason ? [`原因：${reason}`] : []),
			...(total ? [`我们将退还 ${total}。`] : []),
		],
	}),
	"order-changed": ({ number, fields = "", before, total }) => ({
		subject: `订单 ${number} 已修改`,
		lines: [
			`我们修改了您的订单 ${number}：${named(fields, chineseFields).join("、")}。`,
			...(total ? [`原金额 ${before}，现金额 ${total}。`] : []),
			"您可以在此查看最新的订单：",
		],
	}),
	"order-lines-cancelled": ({ number, pieces, reason, total, isUnpaid }) => ({
		subject: `订单 ${number} 中有商品被取消`,
		lines: [
			`我们不得不从您的订单 ${number} 中取消以下商品：${pieces}。`,
			...(reason ? [`原因：${reason}`] : []),
			...(total && isUnpaid === "true" ? [`应付金额减少 ${total}。`] : []),
			...(total && isUnpaid !== "true" ? [`我们将退还 ${total}。`] : []),
		],
	}),
	"order-refunded": ({ number, total }) => ({
		subject: `订单 ${number} 已退款`,
		lines: [`订单 ${number} 的 ${total} 已退还给您。`],
	}),
	"return-requested": ({ returnNumber, number }) => ({
		subject: `我们已收到订单 ${number} 的退货申请`,
		lines: [`退货单号：${returnNumber}。`, "我们会尽快审核并通知您。"],
	}),
	"return-withdrawn": ({ returnNumber, number }) => ({
		subject: `退货申请 ${returnNumber} 已撤回`,
		lines: [
			`您已撤回订单 ${number} 的退货申请 ${returnNumber}，商品归您保留。`,
			"在退货期限内可以再次申请。",
		],
	}),
	"return-approved": ({ returnNumber, note }) => ({
		subject: `退货申请 ${returnNumber} 已通过`,
		lines: [`请将商品寄回，并在包裹上注明退货单号 ${returnNumber}。`, ...(note ? [note] : [])],
	}),
	"return-rejected": ({ returnNumber, reason }) => ({
		subject: `退货申请 ${returnNumber} 未通过`,
		lines: [`我们无法受理退货 ${returnNumber}。`, `原因：${reason}`],
	}),
	"return-received": ({ returnNumber }) => ({
		subject: `我们已收到退货 ${returnNumber}`,
		lines: ["商品已送达，我们将尽快为您退款。"],
	}),
	"return-refunded": ({ returnNumber, number, total }) => ({
		subject: `退货 ${returnNumber} 已完成`,
		lines: [
			total
				? `订单 ${number} 的退货款 ${total} 已退还。`
				: `订单 ${number} 的商品已退回，无需退款。`,
		],
	}),
};

type About = Pick<Message, "kind" | "values" | "link">;

/** The mail in the shop's language; the events don't know that of the reader. */
export function wordMail({ kind, values, link }: About, shop: Shop, origin: string): Text | null {
	if (!isMailed(kind)) return null;
	const isChinese = shop.locale.toLowerCase().startsWith("zh");
	const wording = (isChinese ? chinese : english)[kind];
	const { subject, lines } = wording({ ...values, ...readable(values, shop) }, shop.name);
	return { subject, body: [...lines, "", `${origin}${link}`, "", shop.name, ""].join("\n") };
}

function readable({ total, before, until }: Values, { currency, locale, timeZone }: Shop): Values {
	const moment = { dateStyle: "long", timeStyle: "short", timeZone } as const;
	const money = (amount: string) => formatMoney(Number(amount), currency, locale);
	return {
		...(total && { total: money(total) }),
		...(before && { before: money(before) }),
		...(until && { until: new Intl.DateTimeFormat(locale, moment).format(new Date(until)) }),
	};
}
