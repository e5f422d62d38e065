// How a return looks in the console, and what staff fill in about it.
import type { AdminReturn, AdminReturnReason } from "#contracts/orders";
import type { Tone } from "./orders.ts";
import { inChinese } from "./translations.ts";

export const returnStates = [
	"requested",
	"approved",
	"received",
	"refunded",
	"rejected",
	"withdrawn",
] as const satisfies readonly AdminReturn["status"][];

export const returnTone: Record<AdminReturn["status"], Tone> = {
	requested: "warning",
	approved: "accent",
	received: "accent",
	refunded: "success",
	rejected: "danger",
	withdrawn: "plain",
};

/** The money is noted, but has not reached the buyer. */
export const isPayingBack = ({ status, refund }: Pick<AdminReturn, "status" | "refund">) =>
	status === "received" && refund !== null;

export const hasArrived = ({ status }: Pick<AdminReturn, "status">) =>
	status === "received" || status === "refunded";

export interface ArrivedLine {
	sku: string;
	restock: number;
	scrap: number;
}

/** All that was announced, back onto the shelf. */
export const arrivedLines = ({ lines }: Pick<AdminReturn, "lines">): ArrivedLine[] =>
	lines.map(({ sku, quantity }) => ({ sku, restock: quantity, scrap: 0 }));

export const piecesOf = (lines: readonly ArrivedLine[]) =>
	lines.reduce((sum, { restock, scrap }) => sum + restock + scrap, 0);

export interface ReasonDraft {
	name: string;
	chinese: string;
	enabled: boolean;
}

export const blankReason = (): ReasonDraft => ({ name: "", chinese: "", enabled: true });

export const reasonDraft = ({ name, translations, enabled }: AdminReturnReason): ReasonDraft => ({
	name,
	chinese: translations.zh?.name ?? "",
	enabled,
});

export const reasonInput = ({ name, chinese, enabled }: ReasonDraft) => ({
	name: name.trim(),
	translations: inChinese({ name: chinese }),
	enabled,
});
