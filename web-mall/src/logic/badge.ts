import type { Card } from "#contracts/products";

const DAY = 86_400_000;
const NEW_DAYS = 21;
const WORTH_SAYING = 5;

export type Badge =
	| { kind: "label"; label: string }
	| { kind: "off"; percent: number }
	| { kind: "new" };

/** The one badge of a card: its promotion, else how much is off, else that it is new. */
export function badgeOf(card: Card, now: number): Badge | undefined {
	if (card.promotion) return { kind: "label", label: card.promotion.label };
	const percent = card.listPrice ? Math.round((1 - card.price / card.listPrice) * 100) : 0;
	if (percent >= WORTH_SAYING) return { kind: "off", percent };
	return now - Date.parse(card.createdAt) < NEW_DAYS * DAY ? { kind: "new" } : undefined;
}
