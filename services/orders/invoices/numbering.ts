// Gap-free numbers. A series' counter holds the last number and what the latest ones were given for,
// and whoever comes next writes those documents first if they are missing: a process that dies in
// between leaves no gap, and nothing gets two numbers.
import PQueue from "p-queue";
import type { Settings } from "#contracts/settings";
import { documentNumber, next } from "#domain/invoices";
import type { Counted, DocumentKind } from "#domain/invoices";
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

/** The document, written once however often and by however many it is asked for. */
export async function issue(office: Office, wanted: Wanted): Promise<StoredInvoice> {
	const { invoices } = office.db;
	const made = await invoices.findById(wanted.id);
	if (made) return made;
	await turnOf(office, wanted).done;
	const issued = await invoices.findById(wanted.id);
	if (!issued) throw new Error(`${wanted.id} got a number, but no document.`);
	return issued;
}

/** Of one process: who asks while another turn runs is served together with the others, in the next. */
interface Turn {
	wanted: Wanted[];
	done: Promise<void>;
}

const queues = new WeakMap<object, { queue: PQueue; next?: Turn }>();
const mostInTurn = 100;

function turnOf(office: Office, wanted: Wanted): Turn {
	const { counters } = office.db;
	const waiting = queues.get(counters) ?? { queue: new PQueue({ concurrency: 1 }) };
	queues.set(counters, waiting);
	const turn = waiting.next;
	if (turn && turn.wanted.length < mostInTurn) {
		turn.wanted.push(wanted);
		return turn;
	}
	const fresh: Turn = { wanted: [wanted], done: Promise.resolve() };
	waiting.next = fresh;
	fresh.done = waiting.queue.add(() => {
		if (waiting.next === fresh) delete waiting.next;
		return issueTogether(office, fresh.wanted);
	});
	return fresh;
}

async function issueTogether(office: Office, wanted: Wanted[]) {
	for (const kind of ["invoice", "credit-note"] as const) {
		const ofKind = new Map(
			wanted.filter((one) => one.kind === kind).map((one) => [one.id, one]),
		);
		if (ofKind.size > 0) await issueAll(office, kind, [...ofKind.values()]);
	}
}

async function issueAll(office: Office, kind: DocumentKind, wanted: Wanted[]): Promise<void> {
	const { counters, invoices } = office.db;
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const counter = await counterOf(counters, kind);
		await writeAll(office, counter.given);
		// Why here: what was made before the counter was read is found, and what is made later
		// changes the counter.
		const missing = await withoutDocument(invoices, wanted);
		if (missing.length === 0) return;
		await give(office, counter, missing);
	}
	throw new Error(`${wanted.length} documents got no number: others were always faster`);
}

async function give({ db, settings }: Office, counter: Counter, wanted: Wanted[]) {
	const { shop } = await settings();
	const at = laterOf(now(), counter.given.at(-1)?.at ?? "");
	const year = Number(localDay(at, shop.timeZone).slice(0, 4));
	let counted: Counted = counter;
	const given = wanted.map((one) => {
		counted = next(counted, year);
		return { ...one, at, number: documentNumber(one.kind, counted) };
	});
	try {
		await db.counters.replace({ ...counter, ...counted, given });
	} catch (error) {
		if (!(error instanceof StaleVersion)) throw error;
	}
}

/** A later number never has an earlier date, whatever the clock does. */
const laterOf = (one: string, other: string) => (one > other ? one : other);

async function writeAll(office: Office, given: Given[]) {
	const missing = await withoutDocument(office.db.invoices, given);
	await Promise.all(missing.map((one) => write(office, one)));
}

async function withoutDocument<T extends Wanted>(invoices: Office["db"]["invoices"], all: T[]) {
	const found = await invoices.findByIds(all.map(({ id }) => id));
	const made = new Set(found.map(({ id }) => id));
	return all.filter(({ id }) => !made.has(id));
}

async function write(office: Office, given: Given) {
	const { invoices } = office.db;
	try {
		await invoices.insert(await written(office, given));
	} catch (error) {
		const isThere = error instanceof DuplicateKey && (await invoices.findById(given.id));
		if (!isThere) throw error;
	}
}

/** Writes what a process that is no more has given numbers to. */
export async function finishGiven(office: Office) {
	const counters = await office.db.counters.find({ limit: 10 });
	for (const counter of counters) await writeAll(office, givenOf(counter));
}

async function counterOf(counters: Collection<Counter>, id: DocumentKind): Promise<Counter> {
	const found = await counters.findById(id);
	if (found) return { ...found, given: givenOf(found) };
	try {
		return await counters.insert({ id, version: 1, year: 0, last: 0, given: [] });
	} catch (error) {
		if (error instanceof DuplicateKey) return counterOf(counters, id);
		throw error;
	}
}

/** A counter of an earlier mall held one, or null. */
const givenOf = ({ given }: { given: Given[] | Given | null }): Given[] => [given ?? []].flat();
