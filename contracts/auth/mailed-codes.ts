// What is done by a code that was sent by mail: a new password, an e-mail address confirmed.
import { email, object, string } from "../schema.ts";
import type { ActionSpec } from "../schema.ts";
import { TOO_MANY_REQUESTS } from "../errors.ts";
import { EMAIL_TAKEN, emailChanged } from "../users.ts";
import {
	ACCOUNT_LOCKED,
	BAD_CREDENTIALS,
	CODE_NOT_VALID,
	emailCodeAsked,
	FRESH_LOGIN_NEEDED,
	LOGIN_QUEUE_FULL,
	OwnPassword,
	Password,
	passwordChanged,
	passwordForgotten,
	passwordReset,
	passwordResetAsked,
	sessionEnded,
} from "./words.ts";

const Code = string({ min: 1, max: 200 });
const hour = 3600;

export const mailedCodes = {
	forgotPassword: {
		summary: "Have a link to a new password mailed; nobody is told whether there is an account",
		rest: "POST /auth/password/forgot",
		access: "public",
		status: 204,
		params: object({ email: email() }),
		emits: [passwordForgotten, passwordResetAsked],
		limit: { count: 20, seconds: hour, by: "address", inAll: 3000 },
	},
	resetPassword: {
		summary: "A new password by the code of a mail; every session ends",
		rest: "POST /auth/password/reset",
		access: "public",
		status: 204,
		params: object({ code: Code, password: Password }),
		errors: [CODE_NOT_VALID, LOGIN_QUEUE_FULL],
		emits: [passwordChanged, passwordReset, sessionEnded],
		limit: { count: 60, seconds: hour, by: "address" },
	},
	askConfirmation: {
		summary: "Have a link mailed that confirms the own e-mail address",
		rest: "POST /auth/email/confirmation",
		access: "signed-in",
		status: 204,
		errors: [TOO_MANY_REQUESTS],
		emits: [emailCodeAsked],
	},
	changeEmail: {
		summary: "Have a link mailed to a new e-mail address; it counts once that is followed",
		rest: "PUT /auth/email",
		access: "signed-in",
		status: 204,
		params: object({ email: email(), password: OwnPassword }),
		errors: [
			EMAIL_TAKEN,
			BAD_CREDENTIALS,
			FRESH_LOGIN_NEEDED,
			ACCOUNT_LOCKED,
			LOGIN_QUEUE_FULL,
			TOO_MANY_REQUESTS,
		],
		emits: [emailCodeAsked],
		limit: { count: 30, seconds: hour, by: "user" },
	},
	confirmEmail: {
		summary: "Confirm an e-mail address by the code of a mail",
		rest: "POST /auth/email/confirm",
		access: "public",
		params: object({ code: Code }),
		returns: object({ email: email() }),
		errors: [CODE_NOT_VALID, EMAIL_TAKEN],
		emits: [emailChanged],
		limit: { count: 60, seconds: hour, by: "address" },
	},
} as const satisfies Record<string, ActionSpec>;
