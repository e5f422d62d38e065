// What a buyer fills in to send goods back, and what of it is not right yet.
import type { Order, ReturnReason } from "#contracts/orders";

export interface ReturnWish {
	/** How many pieces of each SKU; none is zero. */
	pieces: Record<string, number>;
	/** A reason's id, or `other`. */
	reason: string;
	otherReason: string;
	description: string;
}

export const other = "other";

/** With a single line there is nothing to choose. */
export function emptyWish({ returnable }: Pick<Order, "returnable">): ReturnWish {
	const [only, ...more] = returnable;
	const pieces = only && more.length === 0 ? { [only.sku]: 1 } : {};
	return { pieces, reason: "", otherReason: "", description: "" };
}

/** The fields that are missing. */
export function missingIn(wish: ReturnWish): ("lines" | "reason" | "otherReason")[] {
	const hasLines = Object.values(wish.pieces).some((quantity) => quantity > 0);
	const isWordless = wish.reason === other && wish.otherReason.trim() === "";
	return [
		...(hasLines ? [] : (["lines"] as const)),
		...(wish.reason === "" ? (["reason"] as const) : []),
		...(isWordless ? (["otherReason"] as const) : []),
	];
}

export function bodyOf(wish: ReturnWish, images: string[]) {
	const lines = Object.entries(wish.pieces).flatMap(([sku, quantity]) =>
		quantity > 0 ? [{ sku, quantity }] : [],
	);
	const description = wish.description.trim();
	return {
		lines,
		reason: wish.reason === other ? wish.otherReason.trim() : wish.reason,
		...(description && { description }),
		...(images.length > 0 && { images }),
	};
}

/** What can be chosen: the shop's reasons, then own words. */
export const choicesOf = (reasons: ReturnReason[], otherLabel: string) => [
	{ value: "", label: "" },
	...reasons.map(({ id, name }) => ({ value: id, label: name })),
	{ value: other, label: otherLabel },
];
