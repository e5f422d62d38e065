// What is said about an event, and to whom.
import type { Notification } from "#contracts/notifications";
import type {
	orderCancelled,
	orderChanged,
	orderLinesCancelled,
	orderPaid,
	orderPaymentRequested,
	orderPlaced,
	orderRefunded,
	orderShipped,
	returnApproved,
	returnReceived,
	returnRefunded,
	returnRejected,
	returnRequested,
	returnWithdrawn,
} from "#contracts/orders";
import type { stockLow, stockUnbalanced } from "#contracts/inventory";
import type { refundFailed } from "#contracts/payments";
import type { emailCodeAsked, passwordChanged, passwordResetAsked } from "#contracts/auth";
import type { emailChanged, userRegistered } from "#contracts/users";
import type { EventSpec, Infer } from "#contracts/schema";

export type Kind = Notification["kind"];
export type Values = Record<string, string>;

export interface Message {
	kind: Kind;
	/** Null for a guest, who gets the mail only. */
	userId: string | null;
	/** Null when no mail is sent. */
	email: string | null;
	values: Values;
	link: string;
	/** Where the mail leads, where that is nobody else's business; it is forgotten with the mail. */
	mailLink?: string;
}

type Of<E extends EventSpec> = Infer<E["payload"]>;
type OrderEvent = Pick<Of<typeof orderPlaced>, "orderId" | "number" | "userId" | "email">;

export const messages = {
	userRegistered: ({ userId, email, username }: Of<typeof userRegistered>): Message => ({
		kind: "welcome",
		userId,
		email,
		values: { username },
		link: "/account",
	}),

	/** In no page, where whoever is logged in could read it. */
	passwordResetAsked: ({ email, path }: Of<typeof passwordResetAsked>): Message => ({
		kind: "password-reset",
		userId: null,
		email,
		values: {},
		link: "/login",
		mailLink: path,
	}),

	passwordChanged: ({ userId, email }: Of<typeof passwordChanged>): Message => ({
		kind: "password-changed",
		userId,
		email,
		values: {},
		link: "/account/security",
	}),

	emailCodeAsked: ({ email, path }: Of<typeof emailCodeAsked>): Message => ({
		kind: "email-code",
		userId: null,
		email,
		values: {},
		link: "/account/security",
		mailLink: path,
	}),

	/** To the address that somebody had before. */
	emailChanged: ({ userId, before, email }: Of<typeof emailChanged>): Message => ({
		kind: "email-changed",
		userId,
		email: before,
		values: { email },
		link: "/account/security",
	}),

	orderPlaced: ({ isByStaff = false, ...order }: Of<typeof orderPlaced>): Message => {
		const message = aboutOrder("order-placed", order, { total: String(order.total) });
		return isByStaff ? { ...message, email: null } : message;
	},

	orderPaymentRequested: (order: Of<typeof orderPaymentRequested>): Message => {
		const values = { total: String(order.total), until: order.expiresAt };
		return { ...aboutOrder("payment-requested", order, values), mailLink: order.path };
	},

	orderPaid: (order: Of<typeof orderPaid>) =>
		aboutOrder("order-paid", order, { total: String(order.total) }),

	orderShipped: (order: Of<typeof orderShipped>) => {
		const { carrier, trackingNumber } = order;
		return aboutOrder("order-shipped", order, { carrier, trackingNumber });
	},

	orderCancelled: (order: Of<typeof orderCancelled>) => {
		const { wasPaid, refund = wasPaid ? order.total : 0 } = order;
		const values = { reason: order.reason.slice(0, 300) };
		const isPaidBack = refund > 0 && { total: String(refund) };
		return aboutOrder("order-cancelled", order, { ...values, ...isPaidBack });
	},

	orderChanged: ({ fields, before, due, ...order }: Of<typeof orderChanged>) => {
		const isMoney = before !== due && { before: String(before), total: String(due) };
		return aboutOrder("order-changed", order, { fields: fields.join(","), ...isMoney });
	},

	orderLinesCancelled: ({ lines, amount, ...order }: Of<typeof orderLinesCancelled>) => {
		const pieces = lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(", ");
		const share = amount > 0 && { total: String(amount), isUnpaid: String(order.wasUnpaid) };
		const values = { pieces: pieces.slice(0, 300), reason: order.reason, ...share };
		return aboutOrder("order-lines-cancelled", order, values);
	},

	orderRefunded: (order: Of<typeof orderRefunded>) =>
		aboutOrder("order-refunded", order, { total: String(order.amount) }),

	returnRequested: (told: Of<typeof returnRequested>) => aboutReturn("return-requested", told),

	returnWithdrawn: (told: Of<typeof returnWithdrawn>) => aboutReturn("return-withdrawn", told),

	returnApproved: (told: Of<typeof returnApproved>) =>
		aboutReturn("return-approved", told, { note: told.note.slice(0, 300) }),

	returnRejected: (told: Of<typeof returnRejected>) =>
		aboutReturn("return-rejected", told, { reason: told.reason.slice(0, 300) }),

	returnReceived: (told: Of<typeof returnReceived>) => aboutReturn("return-received", told),

	returnRefunded: (told: Of<typeof returnRefunded>) =>
		aboutReturn("return-refunded", told, told.amount > 0 ? { total: String(told.amount) } : {}),

	refundFailed: ({ orderId }: Of<typeof refundFailed>, userId: string): Message => ({
		kind: "refund-failed",
		userId,
		email: null,
		values: {},
		link: `/admin/orders/${orderId}`,
	}),

	stockLow: ({ sku, available }: Of<typeof stockLow>, userId: string): Message => ({
		kind: "stock-low",
		userId,
		email: null,
		values: { sku, available: String(available) },
		link: `/admin/inventory?q=${encodeURIComponent(sku)}`,
	}),

	stockUnbalanced: ({ count, skus }: Of<typeof stockUnbalanced>, userId: string): Message => ({
		kind: "stock-unbalanced",
		userId,
		email: null,
		values: { count: String(count), skus: skus.join(", ").slice(0, 300) },
		link: "/admin/inventory/reconciliation",
	}),
};

function aboutOrder(kind: Kind, order: OrderEvent, values: Values): Message {
	const { orderId, number, userId, email } = order;
	const link = userId ? `/orders/${orderId}` : "/orders/find";
	return { kind, userId, email, values: { number, ...values }, link };
}

type ReturnEvent = OrderEvent & { returnNumber: string };

const aboutReturn = (kind: Kind, told: ReturnEvent, values: Values = {}) =>
	aboutOrder(kind, told, { ...values, returnNumber: told.returnNumber });
