import {
	boolean,
	contract,
	email,
	id,
	json,
	list,
	nullable,
	object,
	optional,
	pageOf,
	paging,
	string,
	timestamp,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import { mailedCodes } from "./auth/mailed-codes.ts";
import { apiKeys } from "./auth/api-keys.ts";
import { providers } from "./auth/providers.ts";
import { passkeys } from "./auth/passkeys.ts";
import { secondFactor } from "./auth/second-factor.ts";
import { watching } from "./auth/watching.ts";
import {
	ACCOUNT_LOCKED,
	BAD_CREDENTIALS,
	FRESH_LOGIN_NEEDED,
	Login,
	LOGIN_QUEUE_FULL,
	loginFailed,
	Password,
	passwordChanged,
	passwordForgotten,
	recoveryCodeUsed,
	SECOND_FACTOR_NEEDED,
	SecondCode,
	Session,
	SESSION_NOT_FOUND,
	sessionEnded,
	Standing,
	Token,
	WRONG_CODE,
} from "./auth/words.ts";
import { EMAIL_TAKEN, User, USERNAME_TAKEN, userDisabled } from "./users.ts";

export * from "./auth/api-keys.ts";
export * from "./auth/providers.ts";
export * from "./auth/passkeys.ts";
export * from "./auth/second-factor.ts";
export * from "./auth/watching.ts";
export * from "./auth/words.ts";

export const auth = contract(
	"auth",
	{
		register: {
			summary: "Make an account and log in",
			rest: "POST /auth/register",
			access: "public",
			status: 201,
			params: object({
				username: string({ min: 3, max: 40 }),
				email: email(),
				password: Password,
			}),
			returns: Login,
			errors: [USERNAME_TAKEN, EMAIL_TAKEN, LOGIN_QUEUE_FULL],
			limit: { count: 60, seconds: 3600, by: "address", inAll: 20_000 },
		},
		login: {
			summary: "Log in with username or e-mail address",
			rest: "POST /auth/login",
			access: "public",
			params: object({
				login: string({ min: 1, max: 254 }),
				password: Password,
				totp: optional(SecondCode),
			}),
			returns: Login,
			errors: [
				BAD_CREDENTIALS,
				SECOND_FACTOR_NEEDED,
				WRONG_CODE,
				ACCOUNT_LOCKED,
				LOGIN_QUEUE_FULL,
			],
			emits: [loginFailed, recoveryCodeUsed],
			limit: { count: 120, seconds: 60, by: "address" },
		},
		renew: {
			summary: "A later token for the same session, from a valid one or the refresh cookie",
			rest: "POST /auth/renew",
			access: "public",
			whileSettingUp: true,
			returns: Token,
		},
		logout: {
			summary: "End this session; its token is worthless from then on",
			rest: "POST /auth/logout",
			access: "signed-in",
			whileSettingUp: true,
			status: 204,
			emits: [sessionEnded],
		},
		me: {
			summary: "Who am I, and what may I do",
			rest: "GET /auth/me",
			access: "signed-in",
			whileSettingUp: true,
			returns: object({
				user: User,
				rights: list(string({ max: 120 }), { max: 1000 }),
				/** Nothing else works before they have set up a second factor. */
				mustSetUp: boolean(),
			}),
		},
		sessions: {
			summary: "Devices on which I am logged in",
			rest: "GET /auth/sessions",
			access: "signed-in",
			params: object({ ...paging() }),
			returns: pageOf(Session),
		},
		revoke: {
			summary: "Log another device out",
			rest: "DELETE /auth/sessions/:id",
			access: "signed-in",
			status: 204,
			params: object({ id: id() }),
			errors: [SESSION_NOT_FOUND],
			emits: [sessionEnded],
		},
		changePassword: {
			summary: "Change the own password; every session ends, this one gets a new token",
			rest: "PUT /auth/password",
			access: "signed-in",
			audited: true,
			// Without the current one only who has none, soon after a login.
			params: object({ currentPassword: optional(Password), newPassword: Password }),
			returns: Token,
			errors: [BAD_CREDENTIALS, FRESH_LOGIN_NEEDED],
			emits: [passwordChanged, sessionEnded],
		},
		...mailedCodes,
		...providers,
		...apiKeys,
		...secondFactor,
		...watching,
		...passkeys,
		jwks: {
			summary: "Public keys of the tokens",
			rest: "GET //.well-known/jwks.json",
			access: "public",
			returns: object({ keys: list(json<Record<string, string>>(), { max: 10 }) }),
		},
		rotateKeys: {
			summary:
				"A new key for tokens: published now, signing in five minutes; nobody is logged out",
			rest: "POST /admin/system/token-keys",
			access: "system:write",
			status: 201,
			returns: object({ signsFrom: timestamp() }),
		},
		standing: {
			summary: "Whether a session is open, and what its user may do",
			access: "internal",
			params: object({ sessionId: id() }),
			returns: object({ standing: nullable(Standing) }),
		},
		publicKeys: {
			summary: "Keys that verify tokens, for the gateways",
			access: "internal",
			returns: list(object({ kid: string(), jwk: json<Record<string, string>>() }), {
				max: 10,
			}),
		},
		setPassword: {
			summary: "Give an account its password; all its sessions end",
			access: "internal",
			params: object({ userId: id(), password: Password }),
		},
		endAll: {
			summary: "End every session of a user",
			access: "internal",
			params: object({ userId: id() }),
			emits: [sessionEnded],
		},
		proveSelf: {
			summary: "Check that somebody signed in is themselves, before what can't be undone",
			access: "internal",
			params: object({ password: optional(Password), totp: optional(SecondCode) }),
			errors: [BAD_CREDENTIALS, SECOND_FACTOR_NEEDED, WRONG_CODE, FRESH_LOGIN_NEEDED],
		},
		...aboutPeople,
	},
	{ userDisabled, passwordForgotten },
);
