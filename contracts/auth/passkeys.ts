// Passkeys: a login by what a device keeps, with its owner's finger, face or PIN (WebAuthn).
import {
	error,
	id,
	int,
	list,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	string,
	text,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import {
	ACCOUNT_LOCKED,
	BAD_CREDENTIALS,
	FRESH_LOGIN_NEEDED,
	Login,
	LOGIN_QUEUE_FULL,
	OwnPassword,
} from "./words.ts";

export const Passkey = object({
	id: id(),
	name: string({ max: 60 }),
	createdAt: timestamp(),
	usedAt: nullable(timestamp()),
});
export type Passkey = Infer<typeof Passkey>;

export const PASSKEY_REFUSED = error(
	"PASSKEY_REFUSED",
	409,
	"This passkey does not count here. Try again, or log in with the password.",
	"此通行密钥无效。请重试，或使用密码登录。",
);
export const PASSKEY_NOT_FOUND = error(
	"PASSKEY_NOT_FOUND",
	404,
	"You have no passkey {id}.",
	"您没有编号为 {id} 的通行密钥。",
);
export const TOO_MANY_PASSKEYS = error(
	"TOO_MANY_PASSKEYS",
	409,
	"You can keep {max} passkeys. Remove one first.",
	"最多保存 {max} 个通行密钥，请先删除一个。",
);

const base64 = (max: number) => string({ min: 1, max, pattern: "^[A-Za-z0-9_-]+$" });
const CredentialId = base64(1400);

/** What a browser is asked to make a passkey of. */
export const CreationOptions = object({
	rp: object({ id: string({ max: 253 }), name: string({ max: 80 }) }),
	user: object({
		id: base64(100),
		name: string({ max: 40 }),
		displayName: string({ max: 80 }),
	}),
	challenge: base64(100),
	pubKeyCredParams: list(object({ type: oneOf("public-key"), alg: int({ min: -65_535 }) }), {
		max: 20,
	}),
	timeout: int(),
	attestation: oneOf("none"),
	excludeCredentials: list(object({ id: CredentialId, type: oneOf("public-key") }), { max: 100 }),
	authenticatorSelection: object({
		residentKey: oneOf("required"),
		userVerification: oneOf("required"),
	}),
});

/** What a browser answers that has made one. */
export const Attestation = object({
	id: CredentialId,
	clientDataJSON: base64(4000),
	attestationObject: base64(20_000),
});

/** What a browser answers that has used one. */
export const Assertion = object({
	id: CredentialId,
	clientDataJSON: base64(4000),
	authenticatorData: base64(4000),
	signature: base64(10_000),
	userHandle: optional(base64(200)),
});

const hour = 3600;

export const passkeys = {
	passkeys: {
		summary: "Own passkeys",
		rest: "GET /auth/passkeys",
		access: "signed-in",
		params: object({ ...paging() }),
		returns: pageOf(Passkey),
	},
	beginPasskey: {
		summary: "What a browser needs to make a passkey",
		rest: "POST /auth/passkeys/options",
		access: "signed-in",
		params: object({ password: OwnPassword }),
		returns: CreationOptions,
		errors: [
			BAD_CREDENTIALS,
			FRESH_LOGIN_NEEDED,
			ACCOUNT_LOCKED,
			LOGIN_QUEUE_FULL,
			TOO_MANY_PASSKEYS,
		],
		limit: { count: 60, seconds: hour, by: "user" },
	},
	addPasskey: {
		summary: "Keep a passkey that a browser has made",
		rest: "POST /auth/passkeys",
		access: "signed-in",
		audited: true,
		status: 201,
		params: object({ name: text(60), passkey: Attestation }),
		returns: Passkey,
		errors: [PASSKEY_REFUSED],
	},
	renamePasskey: {
		summary: "Name an own passkey",
		rest: "PATCH /auth/passkeys/:id",
		access: "signed-in",
		params: object({ id: id(), name: text(60) }),
		returns: Passkey,
		errors: [PASSKEY_NOT_FOUND],
	},
	removePasskey: {
		summary: "Remove an own passkey",
		rest: "DELETE /auth/passkeys/:id",
		access: "signed-in",
		audited: true,
		status: 204,
		params: object({ id: id() }),
		errors: [PASSKEY_NOT_FOUND],
	},
	beginPasskeyLogin: {
		summary: "What a browser needs to log in with any of its passkeys",
		rest: "POST /auth/passkeys/login/options",
		access: "public",
		returns: object({
			challenge: base64(100),
			rpId: string({ max: 253 }),
			timeout: int(),
			userVerification: oneOf("required"),
		}),
		limit: { count: 120, seconds: 60, by: "address", inAll: 6000 },
	},
	passkeyLogin: {
		summary: "Log in with a passkey; it counts as a second factor too",
		rest: "POST /auth/passkeys/login",
		access: "public",
		params: object({ passkey: Assertion }),
		returns: Login,
		errors: [PASSKEY_REFUSED],
		limit: { count: 120, seconds: 60, by: "address" },
	},
} as const satisfies Record<string, ActionSpec>;
