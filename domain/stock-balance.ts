// Whether the books of one SKU agree: its level, its movements, and what orders hold of it.
import { levelOf } from "./stock.ts";
import type { Level, Movement } from "./stock.ts";

export const stockDifferences = [
	/** The level is not what its movements add up to. */
	"movements",
	/** What is promised is not what orders hold. */
	"reservations",
	/** An order holds something else than its own movements say. */
	"orders",
	/** Less than nothing is promised, or more than there is. */
	"impossible",
] as const;
export type StockDifference = (typeof stockDifferences)[number];

export interface StockBooks {
	level: Level;
	movements: readonly (Movement & { orderId?: string })[];
	/** What each order holds. */
	held: ReadonlyMap<string, number>;
}

/** An order whose reservation and movements disagree, in pieces. */
export interface DoubtfulOrder {
	orderId: string;
	held: number;
	moved: number;
}

export interface StockBalance {
	level: Level;
	/** What all movements add up to. */
	moved: Level;
	/** What all reservations add up to. */
	held: number;
	doubtful: DoubtfulOrder[];
	/** Empty when everything agrees. */
	wrong: StockDifference[];
}

export function balance({ level, movements, held }: StockBooks): StockBalance {
	const moved = levelOf(movements);
	const sum = [...held.values()].reduce((all, quantity) => all + quantity, 0);
	const doubtful = doubtfulOf(movements, held);
	const isWrong: Record<StockDifference, boolean> = {
		movements: moved.onHand !== level.onHand || moved.reserved !== level.reserved,
		reservations: sum !== level.reserved,
		orders: doubtful.length > 0,
		impossible: !isPossible(level),
	};
	const wrong = stockDifferences.filter((kind) => isWrong[kind]);
	return { level, moved, held: sum, doubtful, wrong };
}

export function isPossible({ onHand, reserved }: Level): boolean {
	return reserved >= 0 && reserved <= onHand;
}

function doubtfulOf(movements: StockBooks["movements"], held: StockBooks["held"]): DoubtfulOrder[] {
	const byOrder = Map.groupBy(movements, ({ orderId }) => orderId ?? "");
	const orders = new Set([...held.keys(), ...byOrder.keys()]);
	orders.delete("");
	return [...orders]
		.map((orderId) => ({
			orderId,
			held: held.get(orderId) ?? 0,
			moved: levelOf(byOrder.get(orderId) ?? []).reserved,
		}))
		.filter((order) => order.held !== order.moved);
}
