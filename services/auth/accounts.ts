// What auth keeps of people: a password, open sessions, wrong attempts.
import type { MailedCode } from "#domain/mailed-codes";
import type { ApiKey } from "#contracts/auth";
import type { Collection } from "#mixins/collection";

export interface Credential {
	/** The user's id. */
	id: string;
	/** Null for who comes in by a provider only. */
	hash: string | null;
	/** At providers; a missing list is empty. */
	logins?: OwnLogin[];
	/** Sessions of an earlier epoch are closed: one write ends them all. */
	epoch: number;
	/** Missing or null: none. */
	secondFactor?: StoredFactor | null;
	/** The latest code for a new password, and for an e-mail address. */
	resetCode?: MailedCode | null;
	emailCode?: MailedCode | null;
	version: number;
}

export interface OwnLogin {
	id: string;
	provider: string;
	email: string;
	linkedAt: string;
}

/** Whose a login at a provider is; counts only while their credential lists it as well. */
export interface LoginOwner {
	id: string;
	userId: string;
	version: number;
}

export interface StoredKey extends ApiKey {
	hash: string;
	/** The maker's. */
	userId: string;
	version: number;
}

export type Strength = "code" | "passkey";

export interface StoredFactor {
	/** Sealed; in base 32, as authenticator apps take it. */
	secret: string;
	/** Until a code of it was confirmed it asks for nothing. */
	isOn: boolean;
	/** The step of the last code that was taken: none of it or before counts any more. */
	lastStep: number;
	/** Hashes of what is left of the recovery codes. */
	recovery: string[];
}

export interface StoredSession {
	id: string;
	userId: string;
	epoch: number;
	/** What it was opened with beside or instead of a password. */
	strength?: Strength | undefined;
	/** Hashes of the refresh token that counts, and of the one before it. */
	refreshHash: string;
	previousHash: string | null;
	rotatedAt: string | null;
	/** Seconds since 1970: when the latest access token ends. */
	lastExp: number;
	device: string;
	address: string;
	createdAt: string;
	seenAt: string;
	/** From then on it is closed, by idleness or age. */
	goneAt: string;
	endedAt: string | null;
	version: number;
}

export interface Attempts {
	/** Of an account, or of a name that nobody has: both are answered alike. */
	id: string;
	wrong: number;
	at: string;
	version: number;
}

export interface StoredPasskey {
	/** Of the credential's id, which may be longer than an id of ours. */
	id: string;
	userId: string;
	name: string;
	credentialId: string;
	publicKey: string;
	/** How often it was used, as far as it counts: a copy is told by a count that does not grow. */
	counter: number;
	createdAt: string;
	usedAt: string | null;
	version: number;
}

/** Given out and not answered yet; the id is what it says. */
export interface Challenge {
	id: string;
	/** Empty for a login. */
	userId: string;
	at: string;
	version: number;
}

/** Somebody has forgotten a password; nothing is kept but that somebody asked. */
export interface Asked {
	id: string;
	at: string;
	version: number;
}

export interface Accounts {
	credentials: Collection<Credential>;
	logins: Collection<LoginOwner>;
	keys: Collection<StoredKey>;
	sessions: Collection<StoredSession>;
	attempts: Collection<Attempts>;
	asked: Collection<Asked>;
	passkeys: Collection<StoredPasskey>;
	challenges: Collection<Challenge>;
}
