// A command of staff is noted before it is carried out, and becomes an entry of the chain when it
// has ended. What a killed process left behind becomes one too, with what can be seen of it.
import { randomBytes } from "node:crypto";
import type { audit } from "#contracts/audit";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import type { Draft } from "#domain/audit-chain";
import { askedOf, changesOf, peopleIn } from "#domain/audit-details";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { append } from "./chain.ts";
import { seen } from "./seeing.ts";
import type { Db, Intent, Log } from "./stored.ts";
import { actionNamed, thingOf } from "./things.ts";
import type { Command } from "./things.ts";

type Params<K extends keyof typeof audit.$.actions> = ParamsOf<(typeof audit.$.actions)[K]>;
type Caller = { broker: unknown };

/** What may be shown of commands about accounts: all else may be a secret. */
const plainOfAuth = new Set(["id", "userId", "name", "rights", "expiresAt", "expiresInDays"]);

export async function begin(caller: Caller, db: Db, begun: Params<"begin">): Promise<void> {
	const { id, action: name, actor, params, requestId } = begun;
	const action = actionNamed(name);
	const path = pathValues(action, params);
	const intent: Intent = {
		id,
		at: now(),
		action: name,
		actor,
		requestId,
		asked: JSON.stringify(askedFor(action, params)),
		people: [...peopleIn(params), ...(isOwn(action) ? [actor.id] : [])],
		before: JSON.stringify(await seen(caller, action, path)),
		path,
		version: 1,
	};
	try {
		await db.intents.insert(intent);
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
	}
}

export async function finish(caller: Caller, db: Db, ended: Params<"finish">): Promise<void> {
	const { id, outcome, made } = ended;
	const intent = await db.intents.findById(id);
	if (!intent) return;
	if (outcome !== "refused") await append(db, await entryOf(caller, intent, { outcome, made }));
	await db.intents.remove({ id });
}

export async function note(log: Log, { id, action, actor, target }: Params<"note">): Promise<void> {
	await append(log, plainDraft({ id, at: now(), action, actor, target, outcome: "done" }));
}

/** What somebody has changed about their own login while nobody was logged in. */
export async function noteOwn(
	log: Log,
	{ action, userId, id, at }: { action: string; userId: string; id: string; at: string },
): Promise<void> {
	const about = { action, outcome: "done" as const, target: { kind: "users", id: userId } };
	await append(log, plainDraft({ id, at, ...about, actor: { id: userId } }));
}

/** Of staff only: who shops and mistypes a password is nobody's business. */
export async function noteFailedLogin(
	ctx: Ctx<{ login: string }>,
	log: Log,
	told: { id: string; at: string },
): Promise<void> {
	const { person } = await call(ctx, users.find, { login: ctx.params.login });
	if (person?.kind !== "staff") return;
	const about = { action: "auth.login", outcome: "failed" as const, target: null };
	await append(log, plainDraft({ ...told, ...about, actor: { id: person.id } }));
}

type Noted = Pick<Draft, "id" | "at" | "action" | "outcome" | "target"> & {
	actor: Intent["actor"];
};

function plainDraft({ actor, action, ...noted }: Noted): Draft {
	return {
		...noted,
		action,
		area: areaOf(action),
		actor: actor.id,
		people: noted.target?.kind === "users" ? [noted.target.id] : [],
		requestId: "",
		sessionId: actor.sessionId ?? "",
		...said({ asked: [], changes: [] }),
	};
}

/** No command takes so long: its process is no more. */
const abandonedMs = 120_000;
const batch = 100;

export async function sealAbandoned(caller: Caller, db: Db): Promise<void> {
	const before = new Date(Date.parse(now()) - abandonedMs).toISOString();
	const left = await db.intents.find({
		query: { at: { $lt: before } },
		sort: ["at"],
		limit: batch,
	});
	for (const { id } of left) await finish(caller, db, { id, outcome: "unknown" });
}

type Ended = { outcome: Draft["outcome"]; made?: string | undefined };

async function entryOf(caller: Caller, intent: Intent, { outcome, made }: Ended): Promise<Draft> {
	const action = actionNamed(intent.action);
	const before: unknown = JSON.parse(intent.before);
	const path = { ...intent.path, ...madeValue(action, made) };
	const after = await seen(caller, action, path);
	const { actor } = intent;
	const own = isOwn(action) ? { kind: "users", id: actor.id } : null;
	const target = own ?? targetOf(action, path, made);
	return {
		id: intent.id,
		at: now(),
		actor: actor.id,
		action: shortName(action),
		area: areaOf(shortName(action), action.access),
		target,
		outcome,
		requestId: intent.requestId,
		sessionId: actor.sessionId ?? "",
		...(actor.keyId && { keyId: actor.keyId }),
		people: peopleOf(intent, target, [before, after]),
		...said({ asked: JSON.parse(intent.asked), changes: changesOf(before, after) }),
	};
}

/** About the own login of who does it. */
const isOwn = ({ service, access }: Command) => service === "auth" && access === "signed-in";

function peopleOf({ people }: Intent, target: Draft["target"], things: unknown[]): string[] {
	const own = target?.kind === "users" ? [target.id] : [];
	return [...new Set([...own, ...people, ...things.flatMap(peopleIn)])];
}

/** Salted, so that nobody finds out by guessing what was said once it is removed. */
const said = (details: { asked: unknown; changes: unknown }) => ({
	details: JSON.stringify(details),
	salt: randomBytes(16).toString("base64url"),
});

function askedFor({ service }: Command, params: unknown) {
	return askedOf(params, service === "auth" ? plainOfAuth : undefined);
}

function madeValue(action: Command, made: string | undefined): Record<string, string> {
	const thing = thingOf(action);
	return thing?.isMade && thing.param !== null && made !== undefined
		? { [thing.param]: made }
		: {};
}

/** What its thing is called or, where nothing shows it, what stands in its path. */
function targetOf(action: Command, path: Intent["path"], made?: string): Draft["target"] {
	const thing = thingOf(action);
	const segments = (action.rest ?? "").split(" ").at(-1)?.split("/") ?? [];
	const open = segments.findLastIndex((one) => one.startsWith(":"));
	const param = thing ? thing.param : (segments[open]?.slice(1) ?? null);
	const kind = thing?.kind ?? segments[open < 0 ? segments.length - 1 : open - 1] ?? "";
	const id = param === null ? (made ?? kind) : path[param];
	return id === undefined ? null : { kind, id };
}

function pathValues({ rest = "" }: Command, params: Record<string, unknown>): Intent["path"] {
	const named = Object.entries(params).filter(([name]) => rest.includes(`:${name}`));
	return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
}

const shortName = ({ name }: Command) => name.replace(/^v\d+\./, "");

const areaOf = (action: string, access = "") =>
	(access.includes(":") ? access : action).split(/[:.]/)[0] ?? "";
