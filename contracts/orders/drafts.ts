// Orders by phone that are not complete yet: kept by staff, come back to, placed later.
import {
	error,
	id,
	int,
	list,
	nullable,
	object,
	optional,
	pageOf,
	paging,
	sku,
	string,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";

const words = (max: number) => optional(string({ max }));

/** What was written so far; nothing of it needs to be right before the order is placed. */
const draftFields = {
	/** Whose account it is for; else `email` says which guest. */
	userId: optional(id()),
	email: words(254),
	/** Names are for whoever goes on writing: the order takes those of the catalogue. */
	items: list(
		object({
			sku: sku(),
			name: string({ max: 300 }),
			quantity: int({ min: 1, max: 999 }),
		}),
		{ max: 200 },
	),
	address: optional(
		object({
			name: words(80),
			phone: words(40),
			country: words(2),
			province: words(80),
			city: words(80),
			district: words(80),
			street: words(200),
			postalCode: words(20),
		}),
	),
	shippingMethod: words(60),
	coupon: words(64),
	adjustment: optional(
		object({ amount: int({ min: -1e12, max: 1e12 }), reason: string({ max: 200 }) }),
	),
	note: words(500),
	payWithinHours: optional(int({ min: 1, max: 14 * 24 })),
};

export const DraftOrder = object({
	id: id(),
	version: int(),
	...draftFields,
	/** The account's name, or the guest's address; null while nobody is chosen. */
	customer: nullable(string({ max: 254 })),
	/** Who has written it last, by name. */
	by: string({ max: 80 }),
	createdAt: timestamp(),
	updatedAt: timestamp(),
});
export type DraftOrder = Infer<typeof DraftOrder>;

/** A draft as somebody has seen it. */
export const DraftRef = object({ id: id(), version: int() });

export const DRAFT_NOT_FOUND = error(
	"DRAFT_NOT_FOUND",
	404,
	"There is no draft {id}; it may have been placed or deleted.",
	"没有草稿 {id}，可能已下单或被删除。",
);

export const drafts = {
	draftOrders: {
		summary: "Drafts of orders by phone, the last changed first",
		rest: "GET /admin/order-drafts",
		access: "orders:create",
		params: object({ ...paging() }),
		returns: pageOf(DraftOrder),
	},
	draftOrder: {
		summary: "A draft of an order",
		rest: "GET /admin/order-drafts/:id",
		access: "orders:create",
		params: object({ id: id() }),
		returns: DraftOrder,
		errors: [DRAFT_NOT_FOUND],
	},
	keepDraft: {
		summary: "Keep an order that is not complete yet; nothing is held for it",
		rest: "POST /admin/order-drafts",
		access: "orders:create",
		status: 201,
		idempotent: true,
		params: object(draftFields),
		returns: DraftOrder,
	},
	changeDraft: {
		summary: "Write a draft anew",
		rest: "PUT /admin/order-drafts/:id",
		access: "orders:create",
		params: object({ ...DraftRef.properties, ...draftFields }),
		returns: DraftOrder,
		errors: [DRAFT_NOT_FOUND],
	},
	dropDraft: {
		summary: "Delete a draft",
		rest: "DELETE /admin/order-drafts/:id",
		access: "orders:create",
		status: 204,
		params: object({ id: id() }),
		errors: [DRAFT_NOT_FOUND],
	},
} as const satisfies Record<string, ActionSpec>;
