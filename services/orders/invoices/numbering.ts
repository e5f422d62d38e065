// Gap-free numbers. A series' counter holds the last number and what it was given for, and whoever
// comes next writes that document first if it is missing: a process that dies in between leaves no
// gap, and nothing gets two numbers.
import PQueue from "p-queue";
import type { Settings } from "#contracts/settings";
import { documentNumber, next } from "#domain/invoices";
import type { DocumentKind } from "#domain/invoices";
import { localDay } from "#domain/schedule";
import { now } from "#mixins/clock";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import type { Collection } from "#mixins/collection";
import type { Counter, Db, Given, StoredInvoice } from "../stored.ts";
import { written } from "./written.ts";

/** Where documents are made: what it is told, and what it reads. */
export interface Office {
	db: Pick<Db, "counters" | "invoices" | "orders">;
	settings(): Promise<Settings>;
}

export type Wanted = Omit<Given, "number" | "at">;

const attempts = 100;

/** Why: in one process they would only outrun each other at the counter. */
const queues = new WeakMap<object, PQueue>();

function queueOf({ counters }: Office["db"]): PQueue {
	const queue = queues.get(counters) ?? new PQueue({ concurrency: 1 });
	queues.set(counters, queue);
	return queue;
}

/** The document, written once however often and by however many it is asked for. */
export async function issue(office: Office, wanted: Wanted): Promise<StoredInvoice> {
	const made = await office.db.invoices.findById(wanted.id);
	return made ?? queueOf(office.db).add(() => issueInTurn(office, wanted));
}

async function issueInTurn(office: Office, wanted: Wanted): Promise<StoredInvoice> {
	const { counters, invoices } = office.db;
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const counter = await counterOf(counters, wanted.kind);
		if (counter.given) await write(office, counter.given);
		// Why here: what was made before the counter was read is found, and what is made later
		// changes the counter.
		const made = await invoices.findById(wanted.id);
		if (made) return made;
		await give(office, counter, wanted);
	}
	throw new Error(`${wanted.id} got no number: others were always faster`);
}

async function give({ db, settings }: Office, counter: Counter, wanted: Wanted) {
	const { shop } = await settings();
	const at = laterOf(now(), counter.given?.at ?? "");
	const count = next(counter, Number(localDay(at, shop.timeZone).slice(0, 4)));
	const given = { ...wanted, at, number: documentNumber(wanted.kind, count) };
	try {
		await db.counters.replace({ ...counter, ...count, given });
	} catch (error) {
		if (!(error instanceof StaleVersion)) throw error;
	}
}

/** A later number never has an earlier date, whatever the clock does. */
const laterOf = (one: string, other: string) => (one > other ? one : other);

async function write(office: Office, given: Given) {
	const { invoices } = office.db;
	if (await invoices.findById(given.id)) return;
	try {
		await invoices.insert(await written(office, given));
	} catch (error) {
		const isThere = error instanceof DuplicateKey && (await invoices.findById(given.id));
		if (!isThere) throw error;
	}
}

/** Writes what a process that is no more has given a number to. */
export async function finishGiven(office: Office) {
	const counters = await office.db.counters.find({ limit: 10 });
	for (const { given } of counters) if (given) await write(office, given);
}

async function counterOf(counters: Collection<Counter>, id: DocumentKind): Promise<Counter> {
	const found = await counters.findById(id);
	if (found) return found;
	try {
		return await counters.insert({ id, version: 1, year: 0, last: 0, given: null });
	} catch (error) {
		if (error instanceof DuplicateKey) return counterOf(counters, id);
		throw error;
	}
}
