import {
	boolean,
	contract,
	error,
	id,
	int,
	list,
	object,
	oneOf,
	deepPaging,
	pageOf,
	record,
	string,
	timestamp,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import type { Infer } from "./schema.ts";
import {
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
} from "./orders.ts";
import { refundFailed } from "./payments.ts";
import { emailCodeAsked, passwordChanged, passwordResetAsked } from "./auth.ts";
import { emailChanged, userRegistered } from "./users.ts";
import { stockLow, stockUnbalanced } from "./inventory.ts";

export const notificationKinds = [
	"welcome",
	"password-reset",
	"password-changed",
	"email-code",
	"email-changed",
	"order-placed",
	"payment-requested",
	"order-paid",
	"order-shipped",
	"order-cancelled",
	"order-changed",
	"order-lines-cancelled",
	"order-refunded",
	"return-requested",
	"return-withdrawn",
	"return-approved",
	"return-rejected",
	"return-received",
	"return-refunded",
	"refund-failed",
	"stock-low",
	"stock-unbalanced",
] as const;

/** A note to one person; the pages word it by `kind` and `values` in their language. */
export const Notification = object({
	id: id(),
	kind: oneOf(...notificationKinds),
	values: record(string({ max: 300 }), { max: 10 }),
	link: string({ max: 300 }),
	isRead: boolean(),
	createdAt: timestamp(),
});
export type Notification = Infer<typeof Notification>;

export const NOTIFICATION_NOT_FOUND = error(
	"NOTIFICATION_NOT_FOUND",
	404,
	"You have no notification {id}.",
	"您没有编号为 {id} 的通知。",
);

export const notifications = contract(
	"notifications",
	{
		list: {
			summary: "Own notifications, newest first",
			rest: "GET /me/notifications",
			access: "signed-in",
			params: object({ ...deepPaging() }),
			returns: object({ ...pageOf(Notification).properties, unread: int() }),
			walks: Notification,
		},
		read: {
			summary: "Mark a notification as read",
			rest: "POST /me/notifications/:id/read",
			access: "signed-in",
			status: 204,
			params: object({ id: id() }),
			errors: [NOTIFICATION_NOT_FOUND],
		},
		readAll: {
			summary: "Mark all notifications as read",
			rest: "POST /me/notifications/read",
			access: "signed-in",
			status: 204,
		},
		sent: {
			summary: "The latest mails that went out, for tests and the console",
			access: "internal",
			returns: list(
				object({
					to: string({ max: 254 }),
					subject: string({ max: 300 }),
					body: string({ max: 20_000 }),
				}),
				{ max: 100 },
			),
		},
		...aboutPeople,
	},
	{
		userRegistered,
		passwordResetAsked,
		passwordChanged,
		emailCodeAsked,
		emailChanged,
		orderPlaced,
		orderPaymentRequested,
		orderPaid,
		orderShipped,
		orderCancelled,
		orderChanged,
		orderLinesCancelled,
		orderRefunded,
		returnRequested,
		returnWithdrawn,
		returnApproved,
		returnRejected,
		returnReceived,
		returnRefunded,
		refundFailed,
		stockLow,
		stockUnbalanced,
	},
);
