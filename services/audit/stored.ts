// How the audit log is stored.
import type { Head as ChainHead, Link } from "#domain/audit-chain";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";

export interface StoredEntry extends Link, Stored {}

/** The end of the chain, and its last entry until it is written. */
export interface Head extends ChainHead, Stored {
	at?: string;
	pending: StoredEntry | null;
}

/** A command that has begun and of which it isn't known yet how it ended. */
export interface Intent extends Stored {
	at: string;
	/** Its full name: `v1.orders.ship`. */
	action: string;
	actor: { id: string; sessionId?: string; keyId?: string };
	requestId: string;
	/** JSON: what it was asked with, without secrets, and the thing before. */
	asked: string;
	before: string;
	/** Whom it names. */
	people: string[];
	/** Where the thing is read again: the values in the command's path. */
	path: Record<string, string>;
}

export interface Log {
	entries: Collection<StoredEntry>;
	heads: Collection<Head>;
}

/** Somebody whose details were removed; the id is theirs. */
export interface Erased extends Stored {
	at: string;
}

export interface Db extends Log {
	erased: Collection<Erased>;
	intents: Collection<Intent>;
}

export const collections = {
	entries: collection<StoredEntry>({
		indexes: [
			{ fields: ["seq"], unique: true },
			["at"],
			["actor", "at"],
			["action", "at"],
			["area", "at"],
			["target.id", "at"],
			{ fields: ["people"], array: true },
		],
	}),
	heads: collection<Head>(),
	intents: collection<Intent>({ indexes: [["at"], { fields: ["people"], array: true }] }),
	erased: collection<Erased>(),
};
