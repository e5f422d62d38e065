// The words of returns: entities, errors, events.
import {
	boolean,
	email,
	error,
	event,
	id,
	int,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	record,
	sku,
	string,
	text,
	timestamp,
	url,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { returnCommands, returnStates } from "#domain/returns";
import { StockLine } from "../inventory.ts";

/** Pieces of one SKU that come back; what has arrived is shelved again or scrapped. */
export const ReturnLine = object({
	sku: sku(),
	name: string({ max: 200 }),
	image: nullable(url()),
	options: record(string({ max: 200 }), { max: 20 }),
	quantity: int({ min: 1 }),
	restocked: int(),
	scrapped: int(),
});

export const ReturnStepTaken = object({
	status: oneOf(...returnStates),
	at: timestamp(),
	by: string({ max: 64 }),
	note: optional(string({ max: 500 })),
});

export const mostPictures = 6;

/** Goods of an order that their buyer sends back. */
export const Return = object({
	id: id(),
	number: string({ max: 50 }),
	status: oneOf(...returnStates),
	lines: list(ReturnLine, { min: 1, max: 200 }),
	reason: string({ max: 200 }),
	description: string({ max: 1000 }),
	images: list(url(), { max: mostPictures }),
	/** What can be paid back for it at most: its share of what was paid. */
	worth: Money,
	/** What is paid back; on its way while the return is still `received`. */
	refund: nullable(object({ amount: Money, at: timestamp(), by: string({ max: 64 }) })),
	timeline: list(ReturnStepTaken, { max: 20 }),
	/** What may be done with it now; the pages show these. */
	commands: list(oneOf(...returnCommands), { max: 10 }),
	requestedAt: timestamp(),
});
export type Return = Infer<typeof Return>;

/** Lines that a buyer sends back, or could. */
export const ReturnableLines = list(StockLine, { max: 200 });

/** A demo return; `reason` is the id of one that the shop offers. */
export const SeededReturn = object({
	status: oneOf("requested", "approved", "rejected"),
	reason: id(),
	description: string({ max: 1000 }),
	note: string({ max: 500 }),
	at: timestamp(),
});
export type SeededReturn = Infer<typeof SeededReturn>;

/** Why goods come back, as the shop words it. */
export const ReturnReason = object({ id: id(), name: text(200) });
export type ReturnReason = Infer<typeof ReturnReason>;

const Translations = object({ zh: optional(object({ name: optional(string({ max: 200 })) })) });

export const lastPlace = 10_000;

/** A reason as staff edit it: in the shop's language, with translations. */
export const AdminReturnReason = object({
	id: id(),
	name: text(200),
	translations: Translations,
	/** Reasons are offered in this order. */
	position: int({ max: lastPlace }),
	enabled: boolean(),
	version: int(),
});
export type AdminReturnReason = Infer<typeof AdminReturnReason>;

export const reasonFields = {
	name: text(200),
	translations: optional(Translations),
	position: optional(int({ max: lastPlace })),
	enabled: optional(boolean()),
};

export const RETURN_NOT_FOUND = error(
	"RETURN_NOT_FOUND",
	404,
	"There is no return {id}.",
	"没有退货申请 {id}。",
);
export const RETURN_WRONG_STATE = error(
	"RETURN_WRONG_STATE",
	409,
	"A return that is {status} can't be told to {command}. It takes: {allowed}.",
	"状态为 {status} 的退货申请不能执行 {command}，可执行：{allowed}。",
);
export const NOT_RETURNABLE = error(
	"NOT_RETURNABLE",
	409,
	"Only {left} of {sku} can be returned.",
	"{sku} 仅可退回 {left} 件。",
);
export const NOTHING_RETURNABLE = error(
	"NOTHING_RETURNABLE",
	409,
	"Nothing of this order can be returned.",
	"该订单没有可退货的商品。",
);
export const RETURN_TOO_LATE = error(
	"RETURN_TOO_LATE",
	409,
	"The time to return goods of this order is over.",
	"该订单已超过退货期限。",
);
export const TOO_MANY_RETURNS = error(
	"TOO_MANY_RETURNS",
	409,
	"There were too many returns of this order. Ask the shop.",
	"该订单的退货申请过多，请联系商家。",
);
export const MORE_THAN_ANNOUNCED = error(
	"MORE_THAN_ANNOUNCED",
	409,
	"Only {left} of {sku} were announced.",
	"{sku} 仅申请退回 {left} 件。",
);
export const NOTHING_ARRIVED = error(
	"NOTHING_ARRIVED",
	409,
	"A parcel in which nothing came is not received. Reject the return instead.",
	"没有收到任何商品时不能收货，请改为拒绝退货。",
);
export const REASON_NOT_FOUND = error(
	"REASON_NOT_FOUND",
	404,
	"There is no reason {id}.",
	"没有退货原因 {id}。",
);

const told = {
	orderId: id(),
	number: string({ max: 40 }),
	userId: nullable(id()),
	email: email(),
	version: int(),
	returnId: id(),
	returnNumber: string({ max: 50 }),
};
export const returnRequested = event(
	"return.requested",
	object({ ...told, lines: ReturnableLines }),
);
export const returnWithdrawn = event("return.withdrawn", object(told));
export const returnApproved = event(
	"return.approved",
	object({ ...told, note: string({ max: 500 }) }),
);
export const returnRejected = event(
	"return.rejected",
	object({ ...told, reason: string({ max: 500 }) }),
);
/** `lines` are the pieces that came, whether they are shelved again or not. */
export const returnReceived = event("return.received", object({ ...told, lines: ReturnableLines }));
export const returnRefunded = event(
	"return.refunded",
	object({ ...told, amount: Money, lines: ReturnableLines }),
);
