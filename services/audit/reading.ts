// Looks into the audit log, and follows its chain.
import { auth } from "#contracts/auth";
import type { AuditCheck, AuditDetail, AuditEntry, audit } from "#contracts/audit";
import type { ParamsOf } from "#contracts/schema";
import { settings } from "#contracts/settings";
import { users } from "#contracts/users";
import { firstBreak, start } from "#domain/audit-chain";
import type { Break, Head } from "#domain/audit-chain";
import { dayIn } from "#domain/schedule";
import { namesOf } from "#mixins/people";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { digest, settledHead } from "./chain.ts";
import type { Db, Log, StoredEntry } from "./stored.ts";

type Asked = ParamsOf<(typeof audit.$.actions)["list"]>;

export async function listed(ctx: Ctx<Asked>, { entries }: Log) {
	const { page = 1, pageSize = 20, sort = "-at", cursor, ...filters } = ctx.params;
	const query = await queryOf(ctx, filters);
	const found = await entries.list({ query, sort: [sort], page, pageSize, cursor });
	return { ...found, items: await viewsOf(ctx, found.items) };
}

export async function detailOf(ctx: Ctx, entry: StoredEntry): Promise<AuditDetail> {
	const [view] = await viewsOf(ctx, [entry]);
	const said: Pick<AuditDetail, "asked" | "changes"> =
		entry.details === null ? { asked: [], changes: [] } : JSON.parse(entry.details);
	const { requestId, sessionId } = entry;
	return { ...(view ?? viewOf(entry)), ...said, requestId, sessionId };
}

/** Entries that one question follows. */
const stretch = 2000;

type Checked = Log & Pick<Db, "erased">;

export async function checked(log: Checked, after: number): Promise<AuditCheck> {
	const [latest] = await log.entries.find({ sort: ["-seq"], limit: 1 });
	const { seq, hash } = await settledHead(log);
	const head = { seq, hash };
	const before = after === 0 ? start : await linkAt(log, after);
	const query = { seq: { $gt: after, $lte: seq } };
	const links = await log.entries.find({ query, sort: ["seq"], limit: stretch });
	const isEnd = links.length < stretch;
	const scrubbed = links.filter(({ details }) => details === null);
	const broken =
		(before ? firstBreak(before, links, digest) : missing(after)) ??
		(await unbacked(log, scrubbed)) ??
		(isEnd ? endBreak(links.at(-1) ?? before, head, latest) : null);
	const next = isEnd || broken ? null : (links.at(-1)?.seq ?? null);
	const from = before && { seq: before.seq, hash: before.hash };
	return { checked: links.length, scrubbed: scrubbed.length, next, broken, from, head };
}

/** Details go only when somebody whom they are about was erased. */
async function unbacked({ erased }: Checked, scrubbed: StoredEntry[]): Promise<Break | null> {
	const named = [...new Set(scrubbed.flatMap(({ people }) => people))];
	const known = new Set((await erased.findByIds(named)).map(({ id }) => id));
	const wrong = scrubbed.find(({ people }) => !people.some((id) => known.has(id)));
	return wrong ? { seq: wrong.seq, id: wrong.id, reason: "unbacked" } : null;
}

const missing = (seq: number): Break => ({ seq, id: null, reason: "missing" });

/** The head knows how long the chain is, so that nobody shortens it unseen; nor the other way. */
function endBreak(last: Head | null, head: Head, latest: StoredEntry | undefined): Break | null {
	if (!last) return null;
	const { seq, hash } = head;
	if (last.seq < seq) return { seq: last.seq + 1, id: null, reason: "truncated" };
	if (latest && latest.seq > seq) return { seq: latest.seq, id: latest.id, reason: "truncated" };
	return last.hash === hash ? null : { seq, id: latest?.id ?? null, reason: "altered" };
}

const linkAt = ({ entries }: Log, seq: number) => entries.findOne({ seq });

async function queryOf(ctx: Ctx, { actor, action, area, target, from, to }: Omit<Asked, "page">) {
	const at = from || to ? await periodOf(ctx, { from, to }) : undefined;
	return {
		...(actor && { actor: await actorId(ctx, actor) }),
		...(action && { action }),
		...(area && { area }),
		...(target && { "target.id": target }),
		...(at && { at }),
	};
}

/** Days are the shop's, and count to their end. */
async function periodOf(ctx: Ctx, { from, to }: Pick<Asked, "from" | "to">) {
	const { timeZone } = (await call(ctx, settings.current)).shop;
	const isDay = (moment: string) => !moment.includes("T");
	return {
		...(from && { $gte: isDay(from) ? dayIn(timeZone, from).from : from }),
		...(to && (isDay(to) ? { $lt: dayIn(timeZone, to).until } : { $lte: to })),
	};
}

async function actorId(ctx: Ctx, actor: string): Promise<string> {
	const { person } = await call(ctx, users.find, { login: actor });
	return person?.id ?? actor;
}

async function viewsOf(ctx: Ctx, entries: StoredEntry[]): Promise<AuditEntry[]> {
	const [names, keys] = await Promise.all([
		namesOf(
			ctx,
			entries.map(({ actor }) => actor),
		),
		keysOf(ctx, entries),
	]);
	return entries.map((entry) => viewOf(entry, names, keys));
}

type Names = ReadonlyMap<string, string>;

async function keysOf(ctx: Ctx, entries: StoredEntry[]): Promise<Names> {
	const ids = [...new Set(entries.flatMap(({ keyId = [] }) => keyId))];
	const keys = ids.length > 0 ? await call(ctx, auth.keyNames, { ids }) : [];
	return new Map(keys.map(({ id, name }) => [id, name]));
}

const nobody: Names = new Map();

function viewOf(entry: StoredEntry, names = nobody, keys = nobody): AuditEntry {
	const { keyId, id, seq, at, actor, action, area, target, outcome, details, previous, hash } =
		entry;
	const key = keyId !== undefined && { key: { id: keyId, name: keys.get(keyId) ?? "" } };
	const by = { id: actor, name: names.get(actor) ?? "", ...key };
	const isScrubbed = details === null;
	return {
		id,
		seq,
		at,
		actor: by,
		action,
		area,
		target,
		outcome,
		isScrubbed,
		previous,
		hash,
	};
}
