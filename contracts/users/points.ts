// Points: what somebody has, what their open orders hold of it, and every change.
import {
	error,
	id,
	int,
	list,
	Money,
	object,
	oneOf,
	optional,
	deepPaging,
	string,
	text,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { pointsEntryKinds } from "#domain/points-account";
import { USER_NOT_FOUND } from "./errors.ts";

/** `available` = `balance` − `held`. */
export const Points = object({ balance: int(), held: int(), available: int() });
export type Points = Infer<typeof Points>;

/** One change of the balance. They are only ever added. */
export const PointsEntry = object({
	id: id(),
	kind: oneOf(...pointsEntryKinds),
	points: int({ min: -1_000_000_000 }),
	orderId: optional(id()),
	reason: optional(string({ max: 300 })),
	at: timestamp(),
});
export type PointsEntry = Infer<typeof PointsEntry>;

/** As staff see it: with who did it. */
export const AdminPointsEntry = object({ ...PointsEntry.properties, by: string({ max: 64 }) });
export type AdminPointsEntry = Infer<typeof AdminPointsEntry>;

const page = { page: int(), pageSize: int(), total: int() };

export const POINTS_SHORT = error(
	"POINTS_SHORT",
	409,
	"Only {left} points are there to use.",
	"可用积分仅有 {left}。",
);

export const POINTS_HELD = error(
	"POINTS_HELD",
	409,
	"The order has not spent its points yet.",
	"该订单尚未使用积分。",
);

const most = 1_000_000_000;
const Some = int({ min: 1, max: most });
const ofOrder = { userId: id(), orderId: id() };

export const points = {
	points: {
		summary: "Own points, and every change of them, newest first",
		rest: "GET /me/points",
		access: "signed-in",
		params: object({ ...deepPaging() }),
		returns: object({
			...Points.properties,
			/** Of what is available. */
			worth: Money,
			items: list(PointsEntry, { max: 100 }),
			...page,
		}),
		walks: PointsEntry,
	},
	adminPoints: {
		summary: "Somebody's points, and every change of them, newest first",
		rest: "GET /admin/users/:id/points",
		access: "users:read",
		params: object({ id: id(), ...deepPaging() }),
		returns: object({
			...Points.properties,
			items: list(AdminPointsEntry, { max: 100 }),
			...page,
		}),
		walks: AdminPointsEntry,
		errors: [USER_NOT_FOUND],
	},
	adjustPoints: {
		summary: "Give somebody points, or take some that no order holds",
		rest: "POST /admin/users/:id/points",
		access: "users:points",
		status: 201,
		idempotent: true,
		params: object({
			id: id(),
			points: int({ min: -1_000_000, max: 1_000_000 }),
			reason: text(300),
		}),
		returns: Points,
		errors: [USER_NOT_FOUND, POINTS_SHORT],
	},
	pointsOf: {
		summary: "What somebody has",
		access: "internal",
		params: object({ userId: id() }),
		returns: Points,
	},
	holdPoints: {
		summary: "Set points aside for an order until then; repeatable",
		access: "internal",
		params: object({ ...ofOrder, points: Some, lapsesAt: timestamp() }),
		errors: [POINTS_SHORT],
	},
	holdFewerPoints: {
		summary: "Free what an order holds beyond these points; repeatable",
		access: "internal",
		params: object({ ...ofOrder, points: int({ max: most }) }),
	},
	spendPoints: {
		summary:
			"Take what an order holds, at most these points, and free the rest; what lapsed is taken while it is there; repeatable",
		access: "internal",
		params: object({ ...ofOrder, points: optional(Some) }),
		errors: [POINTS_SHORT],
	},
	releasePoints: {
		summary: "The order is over: free what it holds, give back all that it spent; repeatable",
		access: "internal",
		params: object(ofOrder),
	},
	giveBackPoints: {
		summary: "Give a part back of what an order has spent, never more than that; keyed",
		access: "internal",
		params: object({ ...ofOrder, key: string({ max: 100 }), points: Some }),
		errors: [POINTS_HELD],
	},
	takeBackPoints: {
		summary: "Take back what an order has brought, as far as it is there; keyed; how many",
		access: "internal",
		params: object({ ...ofOrder, key: string({ max: 100 }), points: Some }),
		returns: object({ taken: int() }),
	},
} as const satisfies Record<string, ActionSpec>;
