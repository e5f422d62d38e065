// Logins that somebody else vouches for: OAuth 2 and OpenID Connect. The browser is sent there and
// comes back; who somebody is travels in the provider's answer, the session in the refresh cookie.
import {
	boolean,
	error,
	event,
	id,
	key,
	list,
	loose,
	object,
	optional,
	string,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import {
	ACCOUNT_LOCKED,
	Login,
	LOGIN_QUEUE_FULL,
	recoveryCodeUsed,
	SecondCode,
	WRONG_CODE,
} from "./words.ts";

export const LoginProvider = object({ key: key(), label: string({ max: 40 }) });
export type LoginProvider = Infer<typeof LoginProvider>;

/** An account elsewhere that opens this one. */
export const LinkedLogin = object({
	id: id(),
	provider: key(),
	label: string({ max: 40 }),
	/** As the provider knew it when it was linked. */
	email: string({ max: 254 }),
	linkedAt: timestamp(),
});
export type LinkedLogin = Infer<typeof LinkedLogin>;

export const PROVIDER_NOT_FOUND = error(
	"PROVIDER_NOT_FOUND",
	404,
	"Nobody can log in by {provider} here.",
	"此处不支持通过 {provider} 登录。",
);
export const LOGIN_NOT_FOUND = error(
	"LOGIN_NOT_FOUND",
	404,
	"No login {id} is linked with your account.",
	"您的账户未关联登录方式 {id}。",
);
export const LAST_WAY_IN = error(
	"LAST_WAY_IN",
	409,
	"This is your only way to log in. Set a password first.",
	"这是您唯一的登录方式，请先设置密码。",
);
export const LOGIN_EXPIRED = error(
	"LOGIN_EXPIRED",
	409,
	"This login took too long or was used already. Please begin again.",
	"登录已超时或已使用，请重新开始。",
);

export const loginLinked = event("login.linked", object({ userId: id(), provider: key() }));
export const loginUnlinked = event("login.unlinked", object({ userId: id(), provider: key() }));

const ReturnTo = optional(string({ max: 1000 }));
const Word = optional(string({ max: 4000 }));
const perAddress = { count: 60, seconds: 60, by: "address" } as const;

export const providers = {
	providers: {
		summary: "Who else can vouch for a login here",
		rest: "GET /auth/providers",
		access: "public",
		returns: object({ items: list(LoginProvider, { max: 50 }) }),
	},
	setOut: {
		summary: "Sends the browser to a provider of logins; it comes back by the next route",
		rest: "GET /auth/oauth/:provider",
		access: "public",
		status: 302,
		params: object({ provider: key(), returnTo: ReturnTo }),
		errors: [PROVIDER_NOT_FOUND],
		limit: perAddress,
	},
	comeBack: {
		summary:
			"Takes the browser back from a provider, logged in by the refresh cookie or with a reason",
		rest: "GET /auth/oauth/:provider/callback",
		access: "public",
		status: 302,
		// Why loose: providers add words of their own.
		params: loose({ provider: key(), code: Word, state: Word, iss: Word, error: Word }),
		errors: [PROVIDER_NOT_FOUND],
		emits: [loginLinked],
		limit: perAddress,
	},
	finishComingBack: {
		summary: "The second step of a login by a provider, for accounts that ask for one",
		rest: "POST /auth/oauth/second-step",
		access: "public",
		params: object({ totp: SecondCode }),
		returns: Login,
		errors: [LOGIN_EXPIRED, WRONG_CODE, ACCOUNT_LOCKED, LOGIN_QUEUE_FULL],
		emits: [recoveryCodeUsed],
		limit: perAddress,
	},
	linkedLogins: {
		summary: "The own logins at providers, and whether there is a password",
		rest: "GET /auth/logins",
		access: "signed-in",
		returns: object({ hasPassword: boolean(), items: list(LinkedLogin, { max: 50 }) }),
	},
	link: {
		summary: "Where to send the browser to link a login at a provider with the own account",
		rest: "POST /auth/logins",
		access: "signed-in",
		params: object({ provider: key(), returnTo: ReturnTo }),
		returns: object({ location: string({ max: 8000 }) }),
		errors: [PROVIDER_NOT_FOUND],
		limit: { count: 60, seconds: 3600, by: "user" },
	},
	unlink: {
		summary: "Take a provider's login off the own account; never the last way in",
		rest: "DELETE /auth/logins/:id",
		access: "signed-in",
		audited: true,
		status: 204,
		params: object({ id: id() }),
		errors: [LOGIN_NOT_FOUND, LAST_WAY_IN],
		emits: [loginUnlinked],
	},
} as const satisfies Record<string, ActionSpec>;
