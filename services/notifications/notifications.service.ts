import { v5 } from "uuid";
import { acl } from "#contracts/acl";
import { NOTIFICATION_NOT_FOUND, notifications } from "#contracts/notifications";
import type { Notification } from "#contracts/notifications";
import { collection, db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { call, service, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { Mailer } from "./mailer.ts";
import { messages } from "./messages.ts";
import type { Message } from "./messages.ts";
import { notify } from "./notifying.ts";
import type { Note, Post } from "./notifying.ts";
import * as own from "./own-data.ts";
import { sendDue } from "./post.ts";

const collections = {
	notes: collection<Note>({
		indexes: [["userId", "-createdAt"], ["userId", "isRead"], ["mailAt"]],
	}),
};

const mailer = new Mailer();
const mailSeconds = 1;

export default service(notifications, {
	mixins: [loops(), db(collections)],

	actions: {
		async list(ctx) {
			const { page = 1, pageSize = 20, cursor } = ctx.params;
			const query = { userId: userOf(ctx).id };
			const { notes } = this.db;
			const [found, unread] = await Promise.all([
				notes.list({ query, sort: ["-createdAt"], page, pageSize, cursor }),
				notes.count({ ...query, isRead: false }),
			]);

			const items = found.items.map(viewOf);
			return "nextCursor" in found ? { ...found, items } : { ...found, items, unread };
		},

		async read(ctx) {
			const { id } = ctx.params;
			const mine = { id, userId: userOf(ctx).id };
			const read = await this.db.notes.change(mine, { $set: { isRead: true } });
			if (!read) fail(NOTIFICATION_NOT_FOUND, { id });
		},

		async readAll(ctx) {
			const unread = { userId: userOf(ctx).id, isRead: false };
			await this.db.notes.update(unread, { $set: { isRead: true } });
		},

		async sent() {
			return [...mailer.sent];
		},

		ownData(ctx) {
			return own.ownData(this.db.notes, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson({ ...this.db, mailer }, ctx.params.whom);
		},
	},

	events: {
		async userRegistered(ctx, told) {
			const message = messages.userRegistered(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async passwordResetAsked(ctx, told) {
			const message = messages.passwordResetAsked(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async passwordChanged(ctx, told) {
			const message = messages.passwordChanged(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async emailCodeAsked(ctx, told) {
			const message = messages.emailCodeAsked(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async emailChanged(ctx, told) {
			const message = messages.emailChanged(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderPlaced(ctx, told) {
			const message = messages.orderPlaced(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderPaymentRequested(ctx, told) {
			const message = messages.orderPaymentRequested(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderPaid(ctx, told) {
			const message = messages.orderPaid(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderShipped(ctx, told) {
			const message = messages.orderShipped(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderCancelled(ctx, told) {
			const message = messages.orderCancelled(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderChanged(ctx, told) {
			const message = messages.orderChanged(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderLinesCancelled(ctx, told) {
			const message = messages.orderLinesCancelled(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async orderRefunded(ctx, told) {
			const message = messages.orderRefunded(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async returnRequested(ctx, told) {
			const message = messages.returnRequested(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async returnWithdrawn(ctx, told) {
			const message = messages.returnWithdrawn(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async returnApproved(ctx, told) {
			const message = messages.returnApproved(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async returnRejected(ctx, told) {
			const message = messages.returnRejected(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async returnReceived(ctx, told) {
			const message = messages.returnReceived(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async returnRefunded(ctx, told) {
			const message = messages.returnRefunded(ctx.params);
			await notify(ctx, { ...this.db, mailer }, { ...told, message });
		},

		async refundFailed(ctx, told) {
			const messageTo = (userId: string) => messages.refundFailed(ctx.params, userId);
			await notifyAdministrators(ctx, { ...this.db, mailer }, { ...told, messageTo });
		},

		async stockLow(ctx, told) {
			const messageTo = (userId: string) => messages.stockLow(ctx.params, userId);
			await notifyAdministrators(ctx, { ...this.db, mailer }, { ...told, messageTo });
		},

		async stockUnbalanced(ctx, told) {
			const messageTo = (userId: string) => messages.stockUnbalanced(ctx.params, userId);
			await notifyAdministrators(ctx, { ...this.db, mailer }, { ...told, messageTo });
		},
	},

	started() {
		if (mailer.isInstant) return;
		const warn = (text: string) => this.logger.warn(text);
		this.every(mailSeconds, () => sendDue(this, { ...this.db, mailer }, warn));
	},

	stopped() {
		mailer.close();
	},
});

type Heard = { id: string; at: string; messageTo: (userId: string) => Message };

/** One event, a note for each; its id is the same at the next hearing. */
async function notifyAdministrators(ctx: Ctx, post: Post, { id, at, messageTo }: Heard) {
	const { userIds } = await call(ctx, acl.administrators);
	const notes = userIds.map((userId) =>
		notify(ctx, post, { id: v5(userId, id), at, message: messageTo(userId) }),
	);
	await Promise.all(notes);
}

function viewOf({ id, kind, values, link, isRead, createdAt }: Note): Notification {
	return { id, kind, values, link, isRead, createdAt };
}
