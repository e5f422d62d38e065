// A second factor beside the password: a code that an app shows, or a recovery code.
import { boolean, id, int, list, object, string } from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { FORBIDDEN } from "../errors.ts";
import { USER_NOT_FOUND } from "../users.ts";
import {
	ACCOUNT_LOCKED,
	BAD_CREDENTIALS,
	FRESH_LOGIN_NEEDED,
	LOGIN_QUEUE_FULL,
	OwnPassword,
	SECOND_FACTOR_OFF,
	SECOND_FACTOR_ON,
	SecondCode,
	secondFactorChanged,
	WRONG_CODE,
} from "./words.ts";

export const SecondFactor = object({
	isOn: boolean(),
	recoveryCodesLeft: int({ max: 10 }),
	/** Staff of this shop can't do without. */
	isRequired: boolean(),
});
export type SecondFactor = Infer<typeof SecondFactor>;

/** Shown this once, kept as hashes only. */
const RecoveryCodes = object({ recoveryCodes: list(string({ max: 40 }), { max: 10 }) });

const proof = [BAD_CREDENTIALS, FRESH_LOGIN_NEEDED, ACCOUNT_LOCKED, LOGIN_QUEUE_FULL];
const limit = { count: 60, seconds: 3600, by: "user" } as const;

export const secondFactor = {
	secondFactor: {
		summary: "Own second factor: whether it is on",
		rest: "GET /auth/second-factor",
		access: "signed-in",
		whileSettingUp: true,
		returns: SecondFactor,
	},
	beginSecondFactor: {
		summary: "A secret for an authenticator app; it counts once a code of it is confirmed",
		rest: "POST /auth/second-factor",
		access: "signed-in",
		whileSettingUp: true,
		status: 201,
		params: object({ password: OwnPassword }),
		returns: object({ secret: string({ max: 100 }), uri: string({ max: 500 }) }),
		errors: [...proof, SECOND_FACTOR_ON],
		limit,
	},
	confirmSecondFactor: {
		summary: "Turn the second factor on by a code of the app; gives the recovery codes",
		rest: "POST /auth/second-factor/confirm",
		access: "signed-in",
		audited: true,
		whileSettingUp: true,
		params: object({ totp: SecondCode }),
		returns: RecoveryCodes,
		errors: [WRONG_CODE, ACCOUNT_LOCKED, SECOND_FACTOR_ON, SECOND_FACTOR_OFF],
		emits: [secondFactorChanged],
		limit,
	},
	renewRecoveryCodes: {
		summary: "New recovery codes; those before are worthless",
		rest: "POST /auth/second-factor/recovery-codes",
		access: "signed-in",
		audited: true,
		params: object({ password: OwnPassword, totp: SecondCode }),
		returns: RecoveryCodes,
		errors: [...proof, WRONG_CODE, SECOND_FACTOR_OFF],
		limit,
	},
	removeSecondFactor: {
		summary: "Turn the own second factor off",
		rest: "POST /auth/second-factor/remove",
		access: "signed-in",
		audited: true,
		status: 204,
		params: object({ password: OwnPassword, totp: SecondCode }),
		errors: [...proof, WRONG_CODE, SECOND_FACTOR_OFF],
		emits: [secondFactorChanged],
		limit,
	},
	secondFactorOf: {
		summary: "Whether somebody has a second factor",
		rest: "GET /admin/users/:id/second-factor",
		access: "users:read",
		params: object({ id: id() }),
		returns: object({ isOn: boolean() }),
		errors: [USER_NOT_FOUND],
	},
	takeSecondFactor: {
		summary: "Take the second factor from somebody who has lost it; all their sessions end",
		rest: "DELETE /admin/users/:id/second-factor",
		access: "users:security",
		status: 204,
		params: object({ id: id() }),
		errors: [USER_NOT_FOUND, SECOND_FACTOR_OFF, FORBIDDEN],
		emits: [secondFactorChanged],
	},
} as const satisfies Record<string, ActionSpec>;
