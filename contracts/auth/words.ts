// What the parts of the auth contract share: who is logged in where, and what can go wrong.
import {
	boolean,
	email,
	error,
	event,
	id,
	list,
	object,
	oneOf,
	optional,
	string,
	timestamp,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { User } from "../users.ts";

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
	/** Of staff who can do nothing before they have set up a second factor. */
	mustSetUp: boolean(),
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
export const CODE_NOT_VALID = error(
	"CODE_NOT_VALID",
	409,
	"This link was used already or is too old. Ask for a new one.",
	"该链接已使用或已过期，请重新获取。",
);
export const FRESH_LOGIN_NEEDED = error(
	"FRESH_LOGIN_NEEDED",
	403,
	"You have no password to show. Log in once more, then try again within 15 minutes.",
	"您没有密码可供验证。请重新登录，并在 15 分钟内重试。",
);
export const SECOND_FACTOR_NEEDED = error(
	"SECOND_FACTOR_NEEDED",
	401,
	"Enter the code of your authenticator app, or one of your recovery codes.",
	"请输入验证器应用中的验证码，或一个恢复码。",
);
export const WRONG_CODE = error(
	"WRONG_CODE",
	401,
	"The code is wrong, too old or was used already.",
	"验证码错误、已过期或已使用。",
);
export const SECOND_FACTOR_ON = error(
	"SECOND_FACTOR_ON",
	409,
	"The second factor is on already. Remove it first.",
	"两步验证已启用，请先停用。",
);
export const SECOND_FACTOR_OFF = error(
	"SECOND_FACTOR_OFF",
	409,
	"There is no second factor here.",
	"未启用两步验证。",
);

export const sessionEnded = event("session.ended", object({ userId: id(), sessionId: id() }));
export const loginFailed = event(
	"login.failed",
	object({ login: string({ max: 254 }), address: string({ max: 60 }) }),
);

/** Somebody says so; whether there is such an account is looked up out of their sight. */
export const passwordForgotten = event("password.forgotten", object({ email: email() }));

const codeByMail = {
	userId: id(),
	email: email(),
	/** Where the mail leads; the code stands behind its `#`. */
	path: string({ max: 300 }),
};
export const passwordResetAsked = event("password.reset-asked", object(codeByMail));
/** Beside `password.changed`: by the code of a mail, so nobody was logged in. */
export const passwordReset = event("password.reset", object({ userId: id() }));
export const passwordChanged = event("password.changed", object({ userId: id(), email: email() }));
export const emailCodeAsked = event("email.code-asked", object(codeByMail));
export const secondFactorChanged = event(
	"second-factor.changed",
	object({ userId: id(), isOn: boolean(), by: id() }),
);
/** Instead of a code of the app, to log in. */
export const recoveryCodeUsed = event("recovery-code.used", object({ userId: id() }));

/** What an app shows, or a recovery code; written with blanks or dashes as people like. */
export const SecondCode = string({ min: 1, max: 40 });

/** Passwords are bounded here against abuse only; their rule answers with a friendly sentence. */
export const Password = string({ min: 1, max: 512 });

/** Left out by who has none and is known since a login of the last 15 minutes. */
export const OwnPassword = optional(Password);
