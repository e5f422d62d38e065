// Why goods come back, in the words of the shop. A return keeps the words that it was given.
import { lastPlace, REASON_NOT_FOUND } from "#contracts/orders";
import type { AdminReturnReason, ReturnReason } from "#contracts/orders";
import { localised } from "#domain/localised";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { fail } from "#mixins/errors";
import type { StoredReason, StoredReturn } from "../stored.ts";

type Reasons = Collection<StoredReason>;

const most = 100;

/** What a new shop offers. */
const first = [
	["damaged", "It arrived damaged", "收到时已损坏"],
	["defective", "It does not work", "商品有故障"],
	["wrong-item", "It is not what I ordered", "发错商品"],
	["not-as-described", "It is not as described", "与描述不符"],
	["does-not-fit", "It does not fit", "尺寸不合适"],
	["changed-mind", "I don't want it any more", "不想要了"],
] as const;

export async function putFirstReasons(reasons: Reasons) {
	if ((await reasons.count()) > 0) return;
	const made = first.map(([id, name, zh], position) => {
		const translations = { zh: { name: zh } };
		return { id, name, translations, position, enabled: true, isRemoved: false, version: 1 };
	});
	await reasons.insertMany(made).catch((error: unknown) => {
		if (!(error instanceof DuplicateKey)) throw error;
	});
}

const all = (reasons: Reasons) =>
	reasons.find({ query: { isRemoved: false }, sort: ["position"], limit: most });

/** What buyers can choose from, in their language. */
export async function offered(reasons: Reasons, locale?: string): Promise<ReturnReason[]> {
	const found = (await all(reasons)).filter(({ enabled }) => enabled);
	return found.map((reason) => ({ id: reason.id, name: wordsOf(reason, locale) }));
}

export const adminReasons = async (reasons: Reasons) => (await all(reasons)).map(adminReason);

/** The words of a reason that is offered, or the buyer's own. */
export async function chosen(reasons: Reasons, asked: string): Promise<StoredReturn["reason"]> {
	const reason = await reasons.findOne({ id: asked, isRemoved: false });
	if (!reason?.enabled) return { name: asked.trim(), translations: {} };
	return { name: reason.name, translations: reason.translations };
}

export function wordsOf({ name, translations }: StoredReturn["reason"], locale?: string): string {
	return localised({ name, translations }, locale).name;
}

type Fields = Pick<AdminReturnReason, "name"> &
	Partial<Pick<AdminReturnReason, "translations" | "position" | "enabled">>;

/** Repeatable by the id; without a place it comes last. */
export async function create(reasons: Reasons, { id, ...fields }: Fields & { id: string }) {
	const last = (await all(reasons)).at(-1)?.position ?? -1;
	const position = Math.min(last + 1, lastPlace);
	const usual = { translations: {}, position, enabled: true };
	const reason = { ...usual, ...fields, id, isRemoved: false, version: 1 };
	const made = await reasons.insert(reason).catch(async (error: unknown) => {
		const before = error instanceof DuplicateKey && (await reasons.findById(id));
		if (!before) throw error;
		return before;
	});
	return adminReason(made);
}

type Changes = Partial<Fields> & { id: string; version: number };

export async function update(reasons: Reasons, { id, ...changes }: Changes) {
	const before =
		(await reasons.findOne({ id, isRemoved: false })) ?? fail(REASON_NOT_FOUND, { id });
	return adminReason(await reasons.replace({ ...before, ...changes }));
}

export async function remove(reasons: Reasons, id: string) {
	const gone = { $set: { isRemoved: true } };
	if (!(await reasons.change({ id, isRemoved: false }, gone))) fail(REASON_NOT_FOUND, { id });
}

const adminReason = ({ isRemoved: _, ...reason }: StoredReason): AdminReturnReason => reason;
