import {
	boolean,
	contract,
	email,
	error,
	event,
	id,
	json,
	list,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	string,
	timestamp,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { EMAIL_TAKEN, User, USERNAME_TAKEN, userDisabled } from "./users.ts";

export const Token = object({ token: string({ max: 4000 }), expiresAt: timestamp() });
export const Login = object({ user: User, token: string({ max: 4000 }), expiresAt: timestamp() });
export type Login = Infer<typeof Login>;

/** A device on which somebody is logged in. */
export const Session = object({
	id: id(),
	device: string({ max: 300 }),
	address: string({ max: 60 }),
	isCurrent: boolean(),
	createdAt: timestamp(),
	seenAt: timestamp(),
});
export type Session = Infer<typeof Session>;

/** What the gateway needs to know of a token's session. */
export const Standing = object({
	isOpen: boolean(),
	userId: id(),
	username: string({ max: 40 }),
	kind: oneOf("customer", "staff"),
	rights: list(string({ max: 120 }), { max: 1000 }),
});
export type Standing = Infer<typeof Standing>;

export const BAD_CREDENTIALS = error(
	"BAD_CREDENTIALS",
	401,
	"The name or the password is wrong.",
	"用户名或密码错误。",
);
export const ACCOUNT_LOCKED = error(
	"ACCOUNT_LOCKED",
	429,
	"Too many wrong passwords. Try again in {seconds} s.",
	"密码错误次数过多，请在 {seconds} 秒后重试。",
);
export const LOGIN_QUEUE_FULL = error(
	"LOGIN_QUEUE_FULL",
	429,
	"Very many people are logging in. Try again in {seconds} s.",
	"登录人数过多，请在 {seconds} 秒后重试。",
);
export const SESSION_NOT_FOUND = error(
	"SESSION_NOT_FOUND",
	404,
	"You have no session {id}.",
	"您没有编号为 {id} 的会话。",
);

export const sessionEnded = event("session.ended", object({ userId: id(), sessionId: id() }));
export const loginFailed = event(
	"login.failed",
	object({ login: string({ max: 254 }), address: string({ max: 60 }) }),
);

/** Passwords are bounded here against abuse only; their rule answers with a friendly sentence. */
const Password = string({ min: 1, max: 512 });

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
			limit: { count: 60, seconds: 3600, by: "address" },
		},
		login: {
			summary: "Log in with username or e-mail address",
			rest: "POST /auth/login",
			access: "public",
			params: object({
				login: string({ min: 1, max: 254 }),
				password: Password,
				totp: optional(string({ max: 10 })),
			}),
			returns: Login,
			errors: [BAD_CREDENTIALS, ACCOUNT_LOCKED, LOGIN_QUEUE_FULL],
			emits: [loginFailed],
			limit: { count: 120, seconds: 60, by: "address" },
		},
		renew: {
			summary: "A later token for the same session, from a valid one or the refresh cookie",
			rest: "POST /auth/renew",
			access: "public",
			returns: Token,
		},
		logout: {
			summary: "End this session; its token is worthless from then on",
			rest: "POST /auth/logout",
			access: "signed-in",
			status: 204,
			emits: [sessionEnded],
		},
		me: {
			summary: "Who am I, and what may I do",
			rest: "GET /auth/me",
			access: "signed-in",
			returns: object({ user: User, rights: list(string({ max: 120 }), { max: 1000 }) }),
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
			params: object({ currentPassword: Password, newPassword: Password }),
			returns: Token,
			errors: [BAD_CREDENTIALS],
		},
		jwks: {
			summary: "Public keys of the tokens",
			rest: "GET //.well-known/jwks.json",
			access: "public",
			returns: object({ keys: list(json<Record<string, string>>(), { max: 10 }) }),
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
	},
	{ userDisabled },
);
