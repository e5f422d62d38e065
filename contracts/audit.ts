import {
	boolean,
	contract,
	deepPaging,
	either,
	error,
	id,
	int,
	json,
	list,
	moment,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	string,
	timestamp,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import type { Infer } from "./schema.ts";
import { loginFailed, loginLinked, passwordReset, recoveryCodeUsed } from "./auth.ts";
import { emailChanged } from "./users.ts";
import { auditOutcomes, breakReasons } from "#domain/audit-chain";

const Hash = string({ max: 64 });
const Value = nullable(either(string({ max: 520 }), json<number>(), boolean()));

/** Something that staff have done, or somebody to their own login, and to what. */
export const AuditEntry = object({
	id: id(),
	seq: int({ min: 1 }),
	at: timestamp(),
	/** The name is empty once the person was erased. */
	actor: object({
		id: id(),
		name: string({ max: 80 }),
		/** Of another system: the API key that was used, which is of this maker. */
		key: optional(object({ id: id(), name: string({ max: 80 }) })),
	}),
	/** `orders.ship`, and the area of the right that it needs. */
	action: string({ max: 80 }),
	area: string({ max: 60 }),
	target: nullable(object({ kind: string({ max: 60 }), id: string({ max: 200 }) })),
	outcome: oneOf(...auditOutcomes),
	/** What it said was removed, since it was about somebody who was erased. */
	isScrubbed: boolean(),
	previous: Hash,
	hash: Hash,
});
export type AuditEntry = Infer<typeof AuditEntry>;

const AuditChange = object({ path: string({ max: 300 }), before: Value, after: Value });
export type AuditChange = Infer<typeof AuditChange>;

export const AuditDetail = object({
	...AuditEntry.properties,
	/** What it was asked with; secrets are hidden. */
	asked: list(object({ path: string({ max: 300 }), value: Value }), { max: 500 }),
	/** What is different in the thing since. */
	changes: list(AuditChange, { max: 500 }),
	requestId: string({ max: 64 }),
	sessionId: string({ max: 64 }),
});
export type AuditDetail = Infer<typeof AuditDetail>;

/** Some links of the chain: whether they hold, and behind which one to go on. */
export const AuditCheck = object({
	checked: int(),
	scrubbed: int(),
	next: nullable(int()),
	broken: nullable(object({ seq: int(), id: nullable(id()), reason: oneOf(...breakReasons) })),
	/** The link that it began behind, null when there is none. */
	from: nullable(object({ seq: int(), hash: Hash })),
	head: object({ seq: int(), hash: Hash }),
});
export type AuditCheck = Infer<typeof AuditCheck>;

export const AUDIT_ENTRY_NOT_FOUND = error(
	"AUDIT_ENTRY_NOT_FOUND",
	404,
	"The audit log has no entry {id}.",
	"审计日志中没有编号为 {id} 的记录。",
);

const Actor = object({
	id: id(),
	sessionId: optional(string({ max: 64 })),
	keyId: optional(string({ max: 64 })),
});
const ActionName = string({ max: 80 });

export const audit = contract(
	"audit",
	{
		list: {
			summary: "What staff have done, latest first",
			rest: "GET /admin/audit",
			access: "audit:read",
			params: object({
				...deepPaging("-at", "at"),
				/** A user's id, name or e-mail address. */
				actor: optional(string({ max: 254 })),
				action: optional(ActionName),
				area: optional(string({ max: 60 })),
				target: optional(string({ max: 200 })),
				from: optional(moment()),
				to: optional(moment()),
			}),
			returns: pageOf(AuditEntry),
			walks: AuditEntry,
		},
		get: {
			summary: "One entry of the audit log, with before and after",
			rest: "GET /admin/audit/:id",
			access: "audit:read",
			params: object({ id: id() }),
			returns: AuditDetail,
			errors: [AUDIT_ENTRY_NOT_FOUND],
		},
		check: {
			summary:
				"Follow the chain of the audit log for a stretch, from its beginning or behind a link",
			rest: "GET /admin/audit/verification",
			access: "audit:read",
			params: object({ after: optional(int()) }),
			returns: AuditCheck,
		},
		begin: {
			summary:
				"A command of staff is about to be carried out; nothing is done that isn't noted first",
			access: "internal",
			params: object({
				id: id(),
				action: ActionName,
				actor: Actor,
				params: json<Record<string, unknown>>(),
				requestId: string({ max: 64 }),
			}),
		},
		finish: {
			summary:
				"How a command has ended; one that was refused has changed nothing and is dropped",
			access: "internal",
			params: object({
				id: id(),
				outcome: oneOf("refused", ...auditOutcomes),
				/** The id of what it has made. */
				made: optional(string({ max: 200 })),
			}),
		},
		note: {
			summary:
				"Something that needs no right and is kept all the same, such as a log-in of staff",
			access: "internal",
			params: object({
				id: id(),
				action: ActionName,
				actor: Actor,
				target: nullable(object({ kind: string({ max: 60 }), id: string({ max: 200 }) })),
			}),
		},
		...aboutPeople,
	},
	{ loginFailed, loginLinked, passwordReset, recoveryCodeUsed, emailChanged },
);
