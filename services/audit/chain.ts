// Appends to the chain. The head says which entry is the last and holds it until it is written, and
// whoever comes next writes it first: a process that dies in between leaves no gap, and two that
// come at once follow one another.
import { createHash } from "node:crypto";
import { chained, start } from "#domain/audit-chain";
import type { Draft, Link } from "#domain/audit-chain";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Stored } from "#mixins/collection";
import type { Head, Log, StoredEntry } from "./stored.ts";

const attempts = 200;
const theHead = "head";

export const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** The entry, appended once however often it is asked for. */
export async function append(log: Log, draft: Draft): Promise<StoredEntry> {
	for (let attempt = 1; attempt <= attempts; attempt += 1) {
		const head = await settledHead(log);
		const made = await log.entries.findById(draft.id);
		if (made) return made;
		const entry = stored(chained(head, draft, digest));
		const { seq, hash, at } = entry;
		if (await replaced(log, { ...head, seq, hash, at, pending: entry })) {
			await put(log.entries, entry);
			return entry;
		}
	}
	throw new Error("The audit log took no entry: others were always faster.");
}

/** The head as it is, when all that it stands for is written. */
export async function settledHead(log: Log): Promise<Head> {
	const head = (await log.heads.findById(theHead)) ?? (await firstHead(log));
	if (head.pending) await put(log.entries, head.pending);
	return head;
}

/** Nothing but the entries themselves holds what was said in the last one, from then on. */
export async function forgetPending(log: Log): Promise<void> {
	for (;;) {
		const head = await settledHead(log);
		if (head.pending === null || (await replaced(log, { ...head, pending: null }))) return;
	}
}

async function firstHead({ heads }: Log): Promise<Head> {
	const head: Head = { id: theHead, ...start, pending: null, version: 1 };
	await put(heads, head);
	return (await heads.findById(theHead)) ?? head;
}

async function replaced({ heads }: Log, head: Head): Promise<boolean> {
	try {
		await heads.replace(head);
		return true;
	} catch (error) {
		if (error instanceof StaleVersion) return false;
		throw error;
	}
}

async function put<T extends Stored>(into: Collection<T>, document: T): Promise<void> {
	try {
		await into.insert(document);
	} catch (error) {
		const isThere = error instanceof DuplicateKey && (await into.findById(document.id));
		if (!isThere) throw error;
	}
}

const stored = (link: Link): StoredEntry => ({ ...link, version: 1 });
