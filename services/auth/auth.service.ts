import { acl } from "#contracts/acl";
import { auth, SESSION_NOT_FOUND } from "#contracts/auth";
import { users } from "#contracts/users";
import { collection, db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { gauge } from "#mixins/metrics";
import { call, service, userOf } from "#mixins/service";
import type {
	Asked,
	Attempts,
	Challenge,
	Credential,
	LoginOwner,
	StoredKey,
	StoredPasskey,
	StoredSession,
} from "./accounts.ts";
import { askConfirmation, changeEmail, confirmEmail } from "./addressing.ts";
import { keyStanding, listKeys, makeKey, withdrawKey } from "./api-keys.ts";
import { changePassword, endAll, setPassword } from "./changing.ts";
import { enter, logIn, register } from "./entering.ts";
import { firstAdministrator } from "./first-administrator.ts";
import { startForgetting, stopForgetting } from "./forgetting.ts";
import { keys, lookForKeys, lookSeconds, rotateKeys, shareKeys } from "./keys.ts";
import type { KeptKeys } from "./keys.ts";
import { pool } from "./hashing.ts";
import { loginProviders } from "#mixins/env";
import { comeBack } from "./providers/coming-back.ts";
import { linkedLogins, unlinkLogin } from "./providers/own-logins.ts";
import { setOut, setOutToLink } from "./providers/setting-out.ts";
import * as passkeys from "./passkeys.ts";
import { prepareDummy } from "./passwords.ts";
import { renew } from "./renewing.ts";
import { forgetPassword, mailResetCode, resetPassword } from "./resetting.ts";
import * as factor from "./second-factor.ts";
import { endSession, openOne, openQuery, sessionView } from "./sessions.ts";

const collections = {
	credentials: collection<Credential>(),
	logins: collection<LoginOwner>(),
	keys: collection<StoredKey>({ indexes: [["hash"], ["-createdAt"], ["userId"]] }),
	sessions: collection<StoredSession>({ indexes: [["userId", "-seenAt"], ["goneAt"]] }),
	attempts: collection<Attempts>({ indexes: [["at"]] }),
	asked: collection<Asked>({ indexes: [["at"]] }),
	passkeys: collection<StoredPasskey>({ indexes: [["userId", "createdAt"]] }),
	challenges: collection<Challenge>({ indexes: [["at"]] }),
	secrets: collection<KeptKeys>(),
};

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
			const { id } = userOf(ctx);
			const [user, { rights }] = await Promise.all([
				call(ctx, users.whole, { id }),
				call(ctx, acl.rightsOf, { userId: id }),
			]);
			return { user, rights, mustSetUp: userOf(ctx).mustSetUp ?? false };
		},

		async sessions(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const { id, sessionId } = userOf(ctx);
			const credential = await this.db.credentials.findById(id);
			if (!credential) return { items: [], page, pageSize, total: 0 };

			const query = openQuery(credential);
			const open = await this.db.sessions.list({ query, sort: ["-seenAt"], page, pageSize });
			return { ...open, items: open.items.map((one) => sessionView(one, sessionId)) };
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
			const opening = await passkeys.passPasskey(ctx, this.db);
			return enter(ctx, this.db, {
				opening,
				warn: (text, error) => this.logger.warn(text, error),
			});
		},

		async jwks() {
			return { keys: keys().published.map(({ jwk }) => jwk) };
		},

		async rotateKeys() {
			return { signsFrom: await rotateKeys(this.db.secrets) };
		},

		async standing(ctx) {
			const session = await openOne(this.db, ctx.params.sessionId);
			if (!session) return { standing: null };

			const { userId } = session;
			const [[person], { rights }] = await Promise.all([
				call(ctx, users.resolve, { ids: [userId] }),
				call(ctx, acl.rightsOf, { userId }),
			]);
			if (person?.status !== "active") return { standing: null };
			const { username, kind } = person;
			const mustSetUp = kind === "staff" && (await factor.lacksFactor(ctx, this.db, session));
			const may = mustSetUp ? [] : rights;
			return { standing: { isOpen: true, userId, username, kind, rights: may, mustSetUp } };
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
		gauge({
			name: "mall_logins_waiting",
			help: "Logins that wait for their turn to be hashed",
			queue: "logins",
			read: () => pool.waiting,
		});
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
