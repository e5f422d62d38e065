// What staff see and do about somebody's login: where they are logged in, and what keeps them out.
import { id, int, nullable, object, pageOf, paging, timestamp } from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { FORBIDDEN } from "../errors.ts";
import { USER_NOT_FOUND } from "../users.ts";
import { Session, SESSION_NOT_FOUND, sessionEnded } from "./words.ts";

/** Wrong attempts of late, and until when they close the account. */
const Lock = object({
	wrong: int({ min: 0 }),
	lastAt: nullable(timestamp()),
	closedUntil: nullable(timestamp()),
});
export const Locks = object({ password: Lock, code: Lock });
export type Locks = Infer<typeof Locks>;

export const watching = {
	sessionsOf: {
		summary: "Devices on which somebody is logged in",
		rest: "GET /admin/users/:userId/sessions",
		access: "users:read",
		params: object({ userId: id(), ...paging() }),
		returns: pageOf(Session),
		errors: [USER_NOT_FOUND],
	},
	revokeOf: {
		summary: "Log one of somebody's devices out (only who has their rights)",
		rest: "DELETE /admin/users/:userId/sessions/:id",
		access: "users:security",
		status: 204,
		params: object({ userId: id(), id: id() }),
		errors: [SESSION_NOT_FOUND, FORBIDDEN],
		emits: [sessionEnded],
	},
	revokeAllOf: {
		summary: "Log somebody out everywhere (only who has their rights)",
		rest: "DELETE /admin/users/:userId/sessions",
		access: "users:security",
		status: 204,
		params: object({ userId: id() }),
		errors: [USER_NOT_FOUND, FORBIDDEN],
		emits: [sessionEnded],
	},
	locksOf: {
		summary: "Wrong passwords and codes of somebody, and until when they can't log in",
		rest: "GET /admin/users/:userId/lock",
		access: "users:read",
		params: object({ userId: id() }),
		returns: Locks,
		errors: [USER_NOT_FOUND],
	},
	liftLock: {
		summary:
			"Let somebody try again at once who was wrong too often (only who has their rights)",
		rest: "DELETE /admin/users/:userId/lock",
		access: "users:security",
		status: 204,
		params: object({ userId: id() }),
		errors: [USER_NOT_FOUND, FORBIDDEN],
	},
} as const satisfies Record<string, ActionSpec>;
