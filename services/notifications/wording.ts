// What the mails are worded by: each kind in each language, in a file for each language.
import { editedFields } from "#domain/order-effects";
import type { Kind, Values } from "./messages.ts";

/** What staff are told in the page only. */
const pageOnly = ["refund-failed", "stock-low", "stock-unbalanced"] as const;
type PageOnly = (typeof pageOnly)[number];
export const isMailed = (kind: Kind): kind is Mailed => pageOnly.every((one) => one !== kind);

export type Mailed = Exclude<Kind, PageOnly>;
/** `total`, `before` and `until` arrive as people read them. */
export type Wording = (values: Values, shop: string) => { subject: string; lines: string[] };

export type Fields = Record<(typeof editedFields)[number], string>;

/** Fields of an order that staff changed, as they are called. */
export const named = (fields: string, words: Fields) =>
	editedFields.filter((field) => fields.split(",").includes(field)).map((field) => words[field]);
