// The end of an account. What is to be done is written down first and then done, step by step; each
// step may be repeated, so that a killed process is taken up by the loop. All is gone over once more
// a minute later: a request of the last session may have been under way.
import { acl, LAST_ADMIN_ROLE } from "#contracts/acl";
import { auth } from "#contracts/auth";
import type { Whom } from "#contracts/about-people";
import { orders } from "#contracts/orders";
import { ORDERS_UNFINISHED } from "#contracts/users";
import { later } from "#domain/schedule";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import { fail, isError } from "#mixins/errors";
import { call, callAsSystem, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { claimsOf } from "./claims.ts";
import { forgottenByAll, whomOf } from "./everybody.ts";
import { existing } from "./people.ts";
import type { People } from "./people.ts";

/** An account that is being erased; the id is the user's. It goes when nothing is left to do. */
export interface Erasure extends Stored {
	whom: Whom;
	claims: string[];
	askedAt: string;
	/** From when on the loop takes it up. */
	dueAt: string;
	/** How often all services were asked to forget. */
	rounds: number;
}

export interface Erasing extends People {
	erasures: Collection<Erasure>;
}

type Logger = { warn(text: string, error: unknown): void };
type Self = { broker: unknown; logger: Logger };

const againSeconds = 60;
/** When whoever has begun it must have died. */
const patienceSeconds = 30;

export async function eraseMe(
	self: Self,
	ctx: Ctx<{ password?: string; totp?: string }>,
	db: Erasing,
) {
	const { id } = userOf(ctx);
	const user = await existing(db, id);
	await call(ctx, auth.proveSelf, ctx.params);
	const { numbers } = await call(ctx, orders.unfinishedOf, { userId: id });
	if (numbers.length > 0) fail(ORDERS_UNFINISHED, { numbers: numbers.join(", ") });

	const askedAt = now();
	const dueAt = later(askedAt, patienceSeconds);
	const facts = { whom: whomOf(user), claims: claimsOf(user), askedAt, dueAt };
	const erasure = { id, ...facts, rounds: 0, version: 1 };
	await db.erasures.insert(erasure).catch(unlessThere);
	await close(self, db, erasure);
	// Why caught: from here on the account is closed, and the loop does what is left.
	await erase(self, db, erasure).catch(warn(self.logger));
	ctx.meta.$cookie = null;
}

/** One round, by all who keep something. */
async function erase(self: Self, db: Erasing, { id, whom, claims, rounds }: Erasure) {
	const isForgotten = await forgottenByAll(
		{ broker: self.broker },
		{ whom, warn: warn(self.logger) },
	);
	await db.claims.remove({ id: { $in: claims }, userId: id });
	await db.users.remove({ id });
	const isOver = isForgotten && rounds > 0;
	if (isOver) await db.erasures.remove({ id });
	else
		await db.erasures.update(
			{ id },
			{ $set: { dueAt: later(now(), againSeconds) }, $inc: { rounds: 1 } },
		);
}

/** Nobody comes in any more. Refused for the last administrator, who stays as they were. */
async function close(self: Self, db: Erasing, { id }: Erasure) {
	const user = await db.users.findById(id);
	if (!user) return;
	const version = user.version + 1;
	try {
		await callAsSystem(self, acl.suspend, { userId: id, version });
	} catch (error) {
		if (isError(error, LAST_ADMIN_ROLE)) await db.erasures.remove({ id });
		throw error;
	}
	await db.users.update({ id }, { $set: { status: "disabled" } });
	await callAsSystem(self, auth.endAll, { userId: id });
}

const batch = 20;

/** What a killed process has left, and what has its second round before it. */
export async function eraseDue(self: Self, db: Erasing) {
	const query = { dueAt: { $lte: now() } };
	for (const erasure of await db.erasures.find({ query, sort: ["dueAt"], limit: batch })) {
		const taken = { dueAt: later(now(), patienceSeconds) };
		const mine = await db.erasures.change({ id: erasure.id, ...query }, { $set: taken });
		if (mine) await eraseAgain(self, db, mine).catch(warn(self.logger));
	}
}

async function eraseAgain(self: Self, db: Erasing, erasure: Erasure) {
	await close(self, db, erasure);
	await erase(self, db, erasure);
}

const warn = (logger: Logger) => (error: unknown) =>
	logger.warn("An account is not erased yet, it is tried again", error);

function unlessThere(thrown: unknown) {
	if (!(thrown instanceof DuplicateKey)) throw thrown;
}
