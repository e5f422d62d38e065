// What providers tell us by webhook. A message is stored by the provider's id of it, then answered,
// then acted upon: whatever it says, the provider is asked how the payment stands. So a repeated,
// late, reordered or lost message changes nothing that the next look would not change as well.
import { NOT_FOUND } from "#contracts/errors";
import { WEBHOOK_FORGED } from "#contracts/payments";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { follow, quietly } from "./follow.ts";
import { isAsynchronous } from "./providers/provider.ts";
import type { AsynchronousProvider, Message, Notice } from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import type { Caller } from "./refund.ts";
import { afterwards } from "./stored.ts";
import type { Db, StoredNotice } from "./stored.ts";

type Said = Message & { provider: string };

/** What the provider wants to be answered. */
export async function hear(caller: Caller, db: Db, said: Said): Promise<string> {
	const { provider: name, ...message } = said;
	const provider = named(name);
	const heard = await provider.hear(message);
	if (heard === "forged") {
		countForged(db, provider);
		return fail(WEBHOOK_FORGED);
	}
	const notice = heard === "of no concern" ? null : await keep(db, provider, heard);
	// Nobody waits for it: the provider wants its answer at once, and the loop does what fails.
	if (notice) void act(caller, db, notice).catch(() => {});
	return provider.thanks;
}

function named(name: string): AsynchronousProvider {
	const provider = Object.values(providers).find(({ method }) => method === name);
	return provider && isAsynchronous(provider) ? provider : fail(NOT_FOUND);
}

/** Null when it has been heard before. */
async function keep(db: Db, { method }: AsynchronousProvider, notice: Notice) {
	const { id, type, payment } = notice;
	const at = now();
	const dueAt = afterwards(at);
	const about = { method, type, payment, receivedAt: at, dueAt };
	try {
		return await db.notices.insert({ id: `${method}:${id}`, version: 1, ...about });
	} catch (error) {
		if (error instanceof DuplicateKey) return null;
		throw error;
	}
}

async function act(caller: Caller, db: Db, { id, payment: { key, reference } }: StoredNotice) {
	const payment = await db.payments.findById(key);
	const isSame = payment && (payment.reference ?? reference) === reference;
	// Money of a payment that we don't know is found by the reconciliation.
	if (isSame) await quietly(follow(caller, db, { ...payment, reference }));
	await db.notices.update({ id }, { $set: { dueAt: null } });
}

const batch = 100;

/** Acts upon what was heard by a process that is no more, or while a provider was out of reach. */
export async function actOnAll(caller: Caller, db: Db) {
	const query = { dueAt: { $lte: now() } };
	const left = await db.notices.find({ query, sort: ["dueAt"], limit: batch });
	await Promise.allSettled(left.map((notice) => act(caller, db, notice)));
}

const keptMs = 90 * 86_400_000;

/** No provider tells of the same after so long; were it to, it would do no harm. */
export async function forget(db: Db) {
	const receivedAt = { $lte: new Date(Date.now() - keptMs).toISOString() };
	await db.notices.remove({ receivedAt, dueAt: null });
}

const forged = new WeakMap<Db, Map<string, number>>();

/** Counted in memory first: a flood of forgeries must not be a flood of writes. */
function countForged(db: Db, { method }: AsynchronousProvider) {
	const counts = forged.get(db) ?? new Map<string, number>();
	forged.set(db, counts);
	const id = forgedOn(method, now());
	counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** The tally of a provider's forged messages of a day. */
export const forgedOn = (method: string, at: string) => `forged:${method}:${at.slice(0, 10)}`;

export async function tallyForged(db: Db) {
	const counts = forged.get(db) ?? new Map<string, number>();
	for (const [id, count] of counts) {
		const isKnown = (await db.tallies.update({ id }, { $inc: { count } })) > 0;
		if (!isKnown) await db.tallies.insert({ id, version: 1, count });
		const since = (counts.get(id) ?? 0) - count;
		if (since > 0) counts.set(id, since);
		else counts.delete(id);
	}
}
