// The ways in which staff change the stock of a variant.
import type { Level } from "#contracts/inventory";

export const stockWays = ["adjust", "takeIn", "count", "watch"] as const;
export type StockWay = (typeof stockWays)[number];

export type StockChange =
	| { way: "adjust"; params: { sku: string; delta: number; reason: string } }
	| { way: "takeIn"; params: { sku: string; quantity: number; reason?: string } }
	| {
			way: "count";
			params: { sku: string; counted: number; expected: number; reason: string };
	  }
	| { way: "watch"; params: { sku: string; lowAt: number } };

export interface StockDraft {
	way: StockWay;
	figure: number | null;
	reason: string;
}

type Shown = Pick<Level, "sku" | "onHand">;

/** What the mall is asked, or nothing while something is missing. */
export function changeOf({ sku, onHand }: Shown, draft: StockDraft): StockChange | undefined {
	const { way, figure, reason } = draft;
	if (figure === null) return undefined;
	if (way === "watch") return { way, params: { sku, lowAt: figure } };
	if (way === "takeIn")
		return { way, params: { sku, quantity: figure, ...(reason && { reason }) } };
	if (!reason) return undefined;
	if (way === "count") return { way, params: { sku, counted: figure, expected: onHand, reason } };
	return figure === 0 ? undefined : { way, params: { sku, delta: figure, reason } };
}

/** How many are on hand afterwards. */
export function thenOf({ onHand }: Shown, { way, figure }: StockDraft): number {
	if (figure === null) return onHand;
	return way === "count" ? figure : onHand + figure;
}
