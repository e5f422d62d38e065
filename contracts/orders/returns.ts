// What buyers and staff do with returns.
import {
	id,
	int,
	list,
	Money,
	object,
	oneOf,
	optional,
	paging,
	sku,
	string,
	text,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { returnStates } from "#domain/returns";
import {
	AdminReturnReason,
	mostPictures,
	MORE_THAN_ANNOUNCED,
	NOT_RETURNABLE,
	NOTHING_ARRIVED,
	NOTHING_RETURNABLE,
	REASON_NOT_FOUND,
	reasonFields,
	Return,
	RETURN_NOT_FOUND,
	RETURN_TOO_LATE,
	RETURN_WRONG_STATE,
	returnApproved,
	ReturnReason,
	returnReceived,
	returnRefunded,
	returnRejected,
	returnRequested,
	returnWithdrawn,
	TOO_MANY_RETURNS,
} from "./return-words.ts";
import { Buyer, Counts, OrderBrief, ParcelLine, REFUND_TOO_HIGH, STATE_ERRORS } from "./words.ts";

/** A return as staff see it: with its order and its buyer. */
export const AdminReturn = object({ ...Return.properties, order: OrderBrief, buyer: Buyer });
export type AdminReturn = Infer<typeof AdminReturn>;

const ReturnId = object({ id: id() });
const stepErrors = [RETURN_NOT_FOUND, RETURN_WRONG_STATE];

const buyers = {
	requestReturn: {
		summary: "Ask to send goods of an own order back",
		rest: "POST /orders/:id/returns",
		access: "public",
		status: 201,
		idempotent: true,
		params: object({
			id: id(),
			lines: list(ParcelLine, { min: 1, max: 200 }),
			/** The id of one of the shop's reasons, or own words. */
			reason: text(200),
			description: optional(string({ max: 1000 })),
			/** Own uploads, by id or address. */
			images: optional(
				list(string({ min: 1, max: 200 }), { max: mostPictures, unique: true }),
			),
		}),
		returns: Return,
		errors: [
			...STATE_ERRORS,
			NOT_RETURNABLE,
			NOTHING_RETURNABLE,
			RETURN_TOO_LATE,
			TOO_MANY_RETURNS,
		],
		emits: [returnRequested],
		limit: { count: 20, seconds: 60, by: "user" },
	},
	withdrawReturn: {
		summary: "Take an own return back before it has arrived",
		rest: "POST /orders/:id/returns/:returnId/withdraw",
		access: "public",
		params: object({ id: id(), returnId: id() }),
		returns: Return,
		errors: [...STATE_ERRORS, ...stepErrors],
		emits: [returnWithdrawn],
	},
	returnReasons: {
		summary: "Why goods can come back",
		rest: "GET /return-reasons",
		access: "public",
		cached: { until: [], kept: false },
		returns: list(ReturnReason, { max: 100 }),
	},
} as const satisfies Record<string, ActionSpec>;

const desk = {
	returns: {
		summary: "Returns, newest first, with the number in each state",
		rest: "GET /admin/returns",
		access: "returns:read",
		params: object({
			...paging("-requestedAt", "requestedAt"),
			status: optional(oneOf(...returnStates)),
			q: optional(string({ max: 100 })),
		}),
		returns: object({
			items: list(AdminReturn, { max: 100 }),
			page: int(),
			pageSize: int(),
			total: int(),
			counts: Counts,
		}),
	},
	getReturn: {
		summary: "One return",
		rest: "GET /admin/returns/:id",
		access: "returns:read",
		params: ReturnId,
		returns: AdminReturn,
		errors: [RETURN_NOT_FOUND],
	},
	approveReturn: {
		summary: "Agree to a return; the note tells the buyer where to send it",
		rest: "POST /admin/returns/:id/approve",
		access: "returns:write",
		params: object({ id: id(), note: optional(string({ max: 500 })) }),
		returns: AdminReturn,
		errors: stepErrors,
		emits: [returnApproved],
	},
	rejectReturn: {
		summary: "Refuse a return that has not arrived",
		rest: "POST /admin/returns/:id/reject",
		access: "returns:write",
		params: object({ id: id(), reason: text(300) }),
		returns: AdminReturn,
		errors: stepErrors,
		emits: [returnRejected],
	},
	receiveReturn: {
		summary: "Note what has come back: onto the shelf or scrapped; all of it if not said",
		rest: "POST /admin/returns/:id/receive",
		access: "returns:write",
		idempotent: true,
		params: object({
			id: id(),
			lines: optional(
				list(
					object({
						sku: sku(),
						restock: int({ max: 1_000_000 }),
						scrap: int({ max: 1_000_000 }),
					}),
					{ min: 1, max: 200 },
				),
			),
		}),
		returns: AdminReturn,
		errors: [...stepErrors, MORE_THAN_ANNOUNCED, NOTHING_ARRIVED],
		emits: [returnReceived],
	},
	refundReturn: {
		summary: "Pay back what the goods were worth, or a part of it",
		rest: "POST /admin/returns/:id/refund",
		access: "returns:write",
		idempotent: true,
		params: object({ id: id(), amount: optional(Money) }),
		returns: AdminReturn,
		errors: [...stepErrors, REFUND_TOO_HIGH],
		emits: [returnRefunded],
	},
} as const satisfies Record<string, ActionSpec>;

const reasons = {
	adminReturnReasons: {
		summary: "Reasons for returns, also those that are not offered",
		rest: "GET /admin/return-reasons",
		access: "returns:read",
		returns: list(AdminReturnReason, { max: 100 }),
	},
	createReturnReason: {
		summary: "Make a reason",
		rest: "POST /admin/return-reasons",
		access: "returns:write",
		status: 201,
		idempotent: true,
		params: object(reasonFields),
		returns: AdminReturnReason,
	},
	updateReturnReason: {
		summary: "Change a reason",
		rest: "PATCH /admin/return-reasons/:id",
		access: "returns:write",
		params: object({
			id: id(),
			version: int(),
			...reasonFields,
			name: optional(reasonFields.name),
		}),
		returns: AdminReturnReason,
		errors: [REASON_NOT_FOUND],
	},
	removeReturnReason: {
		summary: "Delete a reason; returns keep its words",
		rest: "DELETE /admin/return-reasons/:id",
		access: "returns:write",
		status: 204,
		params: object({ id: id() }),
		errors: [REASON_NOT_FOUND],
	},
} as const satisfies Record<string, ActionSpec>;

export const returnActions = { ...buyers, ...desk, ...reasons };
