import { named } from "./wording.ts";
import type { Fields, Mailed, Wording } from "./wording.ts";

const chineseFields: Fields = {
	address: "收货地址",
	note: "备注",
	items: "商品",
	shippingMethod: "配送方式",
	adjustment: "价格调整",
	points: "积分",
	total: "总额",
};

export const chinese: Record<Mailed, Wording> = {
	welcome: ({ username }, shop) => ({
		subject: `欢迎来到 ${shop}`,
		lines: [`${username}，您好！`, `您在 ${shop} 的账户已开通，欢迎选购。`],
	}),
	"password-reset": (_, shop) => ({
		subject: `重设您在 ${shop} 的密码`,
		lines: [
			"有人（希望是您本人）忘记了您账户的密码。",
			"如果不是您本人操作，请忽略此邮件，密码不会改变。",
			"请通过以下链接设置新密码，仅可使用一次，15 分钟内有效：",
		],
	}),
	"password-changed": (_, shop) => ({
		subject: `您在 ${shop} 的密码已修改`,
		lines: [
			"您账户的密码已修改，所有设备均已退出登录。",
			"如果不是您本人操作，请立即重设密码：他人可能正在查看您的邮件。",
		],
	}),
	"email-code": (_, shop) => ({
		subject: `请确认您在 ${shop} 的邮箱`,
		lines: [
			"请通过以下链接确认这是您的邮箱，仅可使用一次，15 分钟内有效。",
			"如果您没有我们的账户，请忽略此邮件。",
		],
	}),
	"email-changed": ({ email }, shop) => ({
		subject: `您在 ${shop} 的邮箱已更改`,
		lines: [
			`您账户的邮箱已改为 ${email}，此邮箱将不再收到我们的邮件。`,
			"如果不是您本人操作，请立即回复我们。",
		],
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
