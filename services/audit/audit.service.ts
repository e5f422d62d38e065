import { audit, AUDIT_ENTRY_NOT_FOUND } from "#contracts/audit";
import { db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { service } from "#mixins/service";
import { settledHead } from "./chain.ts";
import * as own from "./own-data.ts";
import { checked, detailOf, listed } from "./reading.ts";
import { begin, finish, note, noteFailedLogin, noteOwn, sealAbandoned } from "./recording.ts";
import { collections } from "./stored.ts";

export default service(audit, {
	mixins: [loops(), db(collections, { durable: true })],

	actions: {
		async list(ctx) {
			return listed(ctx, this.db);
		},

		async get(ctx) {
			const { id } = ctx.params;
			const entry = await this.db.entries.findById(id);
			return detailOf(ctx, entry ?? fail(AUDIT_ENTRY_NOT_FOUND, { id }));
		},

		async check(ctx) {
			return checked(this.db, ctx.params.after ?? 0);
		},

		async begin(ctx) {
			await begin(this, this.db, ctx.params);
		},

		async finish(ctx) {
			await finish(this, this.db, ctx.params);
		},

		async note(ctx) {
			await note(this.db, ctx.params);
		},

		ownData(ctx) {
			return own.ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson(this.db, ctx.params.whom);
		},
	},

	events: {
		async loginFailed(ctx, { id, at }) {
			await noteFailedLogin(ctx, this.db, { id, at });
		},

		async loginLinked({ params }, told) {
			await noteOwn(this.db, { ...told, action: "auth.link", userId: params.userId });
		},

		async passwordReset({ params }, told) {
			await noteOwn(this.db, {
				...told,
				action: "auth.resetPassword",
				userId: params.userId,
			});
		},

		async recoveryCodeUsed({ params }, told) {
			const action = "auth.useRecoveryCode";
			await noteOwn(this.db, { ...told, action, userId: params.userId });
		},

		async emailChanged({ params }, told) {
			await noteOwn(this.db, { ...told, action: "auth.confirmEmail", userId: params.userId });
		},
	},

	started() {
		this.every(30, async () => {
			await settledHead(this.db);
			await sealAbandoned(this, this.db);
		});
	},
});
