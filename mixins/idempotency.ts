// A repeated POST with the same `Idempotency-Key` gives the first one's answer. The claim is made
// before the work and holds the id of what will be made, so that a repeat after a crash resumes.
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Errors } from "moleculer";
import { IN_PROGRESS, KEY_REUSED } from "#contracts/errors";
import { DuplicateKey, StoreDown } from "./adapters/adapter.ts";
import { decrypted, encrypted } from "./aes.ts";
import { newId } from "./clock.ts";
import type { Collection, Stored } from "./collection.ts";
import { collection } from "./db.ts";
import { fail, translate } from "./errors.ts";
import type { Ctx } from "./service.ts";

export interface Claim extends Stored {
	/** Digest of the request's parameters. */
	body: string;
	/** The id of what the work makes. */
	futureId: string;
	/** Until then somebody works on it; renewed while they live. */
	leaseUntil: number;
	/** Who that is: a renewal that comes late is not that of the next one. */
	holder?: string;
	/** The node of who that is. */
	nodeID?: string;
	/** The final answer, sealed with the caller's own key: it may hold tokens. */
	answer: string | null;
	expiresAt: number;
}

/** The collection a service declares for its claims: `db({ claims: claims(), … })`. */
export const claims = () => collection<Claim>({ indexes: [["expiresAt"]] });

const keptMs = 24 * 3_600_000;
const leaseMs = 3_000;
/** Nobody whose node is gone comes back. Why not at once: a node that is new here may just not be known. */
const goneMs = 1_500;
const patienceMs = 10_000;
const pollMs = 50;
const sweepEveryMs = 60_000;

/**
 * Does the work once for each caller, action and key. `work` is given the id of what it makes and
 * must be repeatable by it; without a key it runs as it is, with a fresh id.
 */
export async function idempotent<T>(
	ctx: Ctx,
	db: Collection<Claim>,
	work: (futureId: string) => Promise<T>,
): Promise<T> {
	const { idempotencyKey } = ctx.meta;
	if (!idempotencyKey) return work(newId());
	const secret = [ctx.action?.name, callerOf(ctx), idempotencyKey].join("\n");
	const body = digest(canonical(ctx.params));
	void sweep(db);

	const { nodeID } = ctx.broker;
	const taking = { id: digest(secret), body, holder: newId(), nodeID };
	try {
		const claim = await take(db, taking, isGoneFor(ctx));
		if (claim.body !== body) fail(KEY_REUSED);
		if (claim.answer !== null) return replay<T>(unseal(claim.answer, secret));
		return await worked(db, taking, { secret, work: () => work(claim.futureId) });
	} catch (error) {
		// Why: the claim may be there although its answer was lost, and a repeat would wait for its lease.
		if (error instanceof StoreDown) void letGo(db, taking);
		throw error;
	}
}

type Taking = Pick<Claim, "id" | "body"> & { holder: string; nodeID: string };
type IsGone = (claim: Claim) => boolean;
type Work<T> = { secret: string; work: () => Promise<T> };

function worked<T>(db: Collection<Claim>, taking: Taking, { secret, work }: Work<T>): Promise<T> {
	return keepingLease(db, taking, async () => {
		const outcome = await outcomeOf(work);
		const change = isFinal(outcome)
			? { answer: seal(JSON.stringify(outcome), secret) }
			: { leaseUntil: 0, holder: "" };
		await db.update({ id: taking.id }, { $set: change });
		if ("thrown" in outcome) throw outcome.thrown;
		return outcome.value;
	});
}

/** As soon as the store is there again. */
async function letGo(db: Collection<Claim>, { id, holder }: Taking) {
	for (const until = Date.now() + leaseMs; Date.now() < until; await wait(pollMs)) {
		try {
			await db.update({ id, holder, answer: null }, { $set: { leaseUntil: 0, holder: "" } });
			return;
		} catch (error) {
			if (!(error instanceof StoreDown)) return;
		}
	}
}

/** Whose keys these are: another caller's same key is another key. */
function callerOf({ meta }: Ctx): string {
	if (meta.user) return `user ${meta.user.id}`;
	if (meta.cartToken) return `cart ${meta.cartToken}`;
	return `order ${meta.orderToken ?? ""} ${meta.address ?? ""}`;
}

/** The caller's claim: leased to us, or finished, or made with another body. */
async function take(db: Collection<Claim>, taking: Taking, isGone: IsGone): Promise<Claim> {
	const deadline = Date.now() + patienceMs;
	while (Date.now() < deadline) {
		const claim = (await made(db, taking)) ?? (await found(db, taking, isGone));
		if (claim) return claim;
		await wait(pollMs);
	}
	return fail(IN_PROGRESS);
}

async function made(db: Collection<Claim>, taking: Taking) {
	const at = Date.now();
	const leaseUntil = at + leaseMs;
	const claim = { ...taking, version: 1, futureId: newId(), leaseUntil, answer: null };
	try {
		return await db.insert({ ...claim, expiresAt: at + keptMs });
	} catch (error) {
		if (error instanceof DuplicateKey) return null;
		throw error;
	}
}

/** An existing claim that is finished, or was left by who worked on it; null while they do. */
async function found(db: Collection<Claim>, { id, body, ...own }: Taking, isGone: IsGone) {
	const claim = await db.findById(id);
	if (!claim || claim.answer !== null || claim.body !== body) return claim;
	if (claim.leaseUntil > Date.now() && !isGone(claim)) return null;
	const { version } = claim;
	return db.change({ id, version }, { $set: { leaseUntil: Date.now() + leaseMs, ...own } });
}

/** Whether the node of who has a claim is gone, and they have not renewed it since. */
const isGoneFor =
	({ broker }: Ctx): IsGone =>
	({ leaseUntil, nodeID }) => {
		const silentMs = leaseMs - (leaseUntil - Date.now());
		if (!nodeID || nodeID === broker.nodeID || silentMs < goneMs) return false;
		return !broker.registry.nodes.get(nodeID)?.available;
	};

async function keepingLease<T>(
	db: Collection<Claim>,
	{ id, holder }: Taking,
	work: () => Promise<T>,
) {
	const renewal = setInterval(() => {
		const leaseUntil = Date.now() + leaseMs;
		db.update({ id, holder, answer: null }, { $set: { leaseUntil } }).catch(() => {});
	}, leaseMs / 3);
	try {
		return await work();
	} finally {
		clearInterval(renewal);
	}
}

type Refusal = { message: string; code: number; type: string; data: unknown };
type Outcome<T> = { value: T } | { thrown: unknown; refusal?: Refusal };

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { value: await work() };
	} catch (error) {
		const thrown = translate(error);
		return { thrown, refusal: refusalOf(thrown) };
	}
}

/** What the caller did wrong stays wrong; what went wrong with us may be tried again. */
function refusalOf(thrown: unknown): Refusal | undefined {
	if (!(thrown instanceof Errors.MoleculerError) || thrown.retryable) return undefined;
	const { message, code, type, data } = thrown;
	const isPassing = code < 400 || code >= 500 || code === 429 || type === IN_PROGRESS.code;
	return isPassing ? undefined : { message, code, type, data };
}

const isFinal = (outcome: Outcome<unknown>) => "value" in outcome || Boolean(outcome.refusal);

function replay<T>(answer: string): T {
	// Why: this file alone writes answers, and only those of the same action.
	const { value, refusal } = JSON.parse(answer) as { value: T; refusal?: Refusal };
	if (!refusal) return value;
	const { message, code, type, data } = refusal;
	throw new Errors.MoleculerClientError(message, code, type, data);
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
const sealKey = (secret: string) => createHash("sha256").update(`seal\n${secret}`).digest();

const seal = (text: string, secret: string) => encrypted(sealKey(secret), text).toString("base64");

const unseal = (answer: string, secret: string) =>
	decrypted(sealKey(secret), Buffer.from(answer, "base64"));

/** The same text for the same parameters, in whichever order they were sent. */
function canonical(params: unknown): string {
	return JSON.stringify(params, (_key, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);
}

const nextSweeps = new WeakMap<object, number>();

/** Old claims go now and then, so that the collection stays as large as a day. */
async function sweep(db: Collection<Claim>) {
	if (Date.now() < (nextSweeps.get(db) ?? 0)) return;
	nextSweeps.set(db, Date.now() + sweepEveryMs);
	await db.remove({ expiresAt: { $lte: Date.now() } }).catch(() => {});
}
