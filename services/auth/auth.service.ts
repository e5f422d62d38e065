import { auth, SESSION_NOT_FOUND } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import { users } from "#contracts/users";
import { db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { call, service, userOf } from "#mixins/service";
import { askConfirmation, changeEmail, confirmEmail } from "./addressing.ts";
import { keyNames, keyStanding, listKeys, makeKey, withdrawKey } from "./api-keys.ts";
import { changePassword, endAll, setPassword } from "./changing.ts";
import { logIn, register } from "./entering.ts";
import { firstAdministrator } from "./first-administrator.ts";
import { startForgetting, stopForgetting } from "./forgetting.ts";
import { keys, lookForKeys, lookSeconds, rotateKeys, shareKeys } from "./keys.ts";
import { measurePool } from "./hashing.ts";
import { loginProviders } from "#mixins/env";
import { comeBack } from "./providers/coming-back.ts";
import { linkedLogins, unlinkLogin } from "./providers/own-logins.ts";
import { finishComingBack } from "./providers/second-step.ts";
import { setOut, setOutToLink } from "./providers/setting-out.ts";
import * as own from "./own-data.ts";
import * as passkeys from "./passkeys.ts";
import { prepareDummy } from "./passwords.ts";
import { renew } from "./renewing.ts";
import { forgetPassword, mailResetCode, resetPassword } from "./resetting.ts";
import * as factor from "./second-factor.ts";
import { endSession, openSessions } from "./sessions.ts";
import { standingOf, whoIs } from "./standing.ts";
import { collections } from "./stored.ts";
import * as watching from "./watching.ts";

export default service(auth, {
	mixins: [loops(), db(collections, { durable: true })],

	tuning: {
		register: { timeout: 30_000 },
		login: { timeout: 30_000 },
		comeBack: { timeout: 30_000 },
	},

	actions: {
		async register(ctx) {
			return register(ctx, this.db, (text, error) => this.logger.warn(text, error));
		},

		async login(ctx) {
			return logIn(ctx, this.db, (text, error) => this.logger.warn(text, error));
		},

		async renew(ctx) {
			return renew(ctx, this.db, (text, error) => this.logger.warn(text, error));
		},

		async logout(ctx) {
			const { id: userId, sessionId } = userOf(ctx);
			if (sessionId) await endSession(ctx, this.db, { id: sessionId, userId });
			ctx.meta.$cookie = null;
		},

		async me(ctx) {
			return whoIs(ctx);
		},

		async sessions(ctx) {
			const { id, sessionId: currentId } = userOf(ctx);
			const credential = (await this.db.credentials.findById(id)) ?? fail(NOT_SIGNED_IN);
			return openSessions(this.db, credential, { ...ctx.params, currentId });
		},

		async revoke(ctx) {
			const { id } = ctx.params;
			const isEnded = await endSession(ctx, this.db, { id, userId: userOf(ctx).id });
			if (!isEnded) fail(SESSION_NOT_FOUND, { id });
		},

		async changePassword(ctx) {
			return changePassword(ctx, this.db);
		},

		async forgotPassword(ctx) {
			await forgetPassword(ctx, this.db);
		},

		async resetPassword(ctx) {
			await resetPassword(ctx, this.db);
		},

		async askConfirmation(ctx) {
			await askConfirmation(ctx, this.db);
		},

		async changeEmail(ctx) {
			await changeEmail(ctx, this.db);
		},

		async confirmEmail(ctx) {
			return confirmEmail(ctx, this.db);
		},

		async providers() {
			return { items: loginProviders.map(({ key, label }) => ({ key, label })) };
		},

		async setOut(ctx) {
			await setOut(ctx, (text, error) => this.logger.warn(text, error));
		},

		async comeBack(ctx) {
			await comeBack(ctx, this.db, (text, error) => this.logger.warn(text, error));
		},

		async finishComingBack(ctx) {
			return finishComingBack(ctx, this.db, (text, error) => this.logger.warn(text, error));
		},

		async linkedLogins(ctx) {
			return linkedLogins(this.db, userOf(ctx).id);
		},

		async link(ctx) {
			return setOutToLink(ctx, (text, error) => this.logger.warn(text, error));
		},

		async unlink(ctx) {
			await unlinkLogin(this.db, userOf(ctx).id, ctx.params.id);
		},

		async apiKeys(ctx) {
			return listKeys(this.db, ctx);
		},

		async makeKey(ctx) {
			return makeKey(ctx, this.db);
		},

		async withdrawKey(ctx) {
			await withdrawKey(ctx, this.db);
		},

		async keyNames(ctx) {
			return keyNames(ctx, this.db);
		},

		async keyStanding(ctx) {
			return keyStanding(ctx, this.db);
		},

		async secondFactor(ctx) {
			return factor.ownFactor(ctx, this.db);
		},

		async beginSecondFactor(ctx) {
			return factor.beginFactor(ctx, this.db);
		},

		async confirmSecondFactor(ctx) {
			return factor.confirmFactor(ctx, this.db);
		},

		async renewRecoveryCodes(ctx) {
			return factor.renewRecovery(ctx, this.db);
		},

		async removeSecondFactor(ctx) {
			await factor.removeFactor(ctx, this.db);
		},

		async secondFactorOf(ctx) {
			return factor.factorOf(this.db, ctx.params.id);
		},

		async takeSecondFactor(ctx) {
			await factor.takeFactor(ctx, this.db);
		},

		async sessionsOf(ctx) {
			return watching.sessionsOf(ctx, this.db);
		},

		async revokeOf(ctx) {
			await watching.revokeOf(ctx, this.db);
		},

		async revokeAllOf(ctx) {
			await watching.revokeAllOf(ctx, this.db);
		},

		async locksOf(ctx) {
			return watching.locksOf(ctx, this.db);
		},

		async liftLock(ctx) {
			await watching.liftLock(ctx, this.db);
		},

		async passkeys(ctx) {
			return passkeys.ownPasskeys(ctx, this.db);
		},

		async beginPasskey(ctx) {
			return passkeys.beginPasskey(ctx, this.db);
		},

		async addPasskey(ctx) {
			return passkeys.addPasskey(ctx, this.db);
		},

		async renamePasskey(ctx) {
			return passkeys.renamePasskey(ctx, this.db);
		},

		async removePasskey(ctx) {
			await passkeys.removePasskey(ctx, this.db);
		},

		async beginPasskeyLogin() {
			return passkeys.beginPasskeyLogin(this.db);
		},

		async passkeyLogin(ctx) {
			return passkeys.logInByPasskey(ctx, this.db, (text, error) =>
				this.logger.warn(text, error),
			);
		},

		async jwks() {
			return { keys: keys().published.map(({ jwk }) => jwk) };
		},

		async rotateKeys() {
			return { signsFrom: await rotateKeys(this.db.secrets) };
		},

		async standing(ctx) {
			return { standing: await standingOf(ctx, this.db) };
		},

		async publicKeys() {
			return keys().published;
		},

		async setPassword(ctx) {
			await setPassword(ctx, this.db);
		},

		async endAll(ctx) {
			await endAll(ctx, this.db, ctx.params.userId);
		},

		async proveSelf(ctx) {
			await own.proveSelf(ctx, this.db);
		},

		ownData(ctx) {
			return own.ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson(ctx, this.db, ctx.params.whom);
		},
	},

	events: {
		async userDisabled(ctx) {
			const { userId } = ctx.params;
			const [person] = await call(ctx, users.resolve, { ids: [userId] });
			if (person?.status === "disabled") await endAll(ctx, this.db, userId);
		},

		async passwordForgotten(ctx) {
			await mailResetCode(ctx, this.db);
		},
	},

	async started() {
		await shareKeys(this.db.secrets);
		this.every(lookSeconds, () => lookForKeys(this.db.secrets));
		await prepareDummy();
		startForgetting(this, this.db);
		measurePool();
		this.broker.localBus.once("$broker.started", () => {
			firstAdministrator(this).catch((error: unknown) =>
				this.logger.error("The first administrator could not be made", error),
			);
		});
	},

	stopped() {
		stopForgetting(this);
	},
});
