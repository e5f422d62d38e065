// The stock of one SKU: pure steps from one level to the next, each with its movement.

export const movementKinds = ["receive", "adjust", "reserve", "release", "ship", "return"] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Pieces in the house, and how many of them are promised to orders. */
export type Level = { onHand: number; reserved: number };

/** One entry of the ledger, in pieces; only an `adjust` may be negative. */
export type Movement = { kind: MovementKind; quantity: number };

/** What one piece of each kind of movement does to the level. */
const effects: Record<MovementKind, Level> = {
	receive: { onHand: 1, reserved: 0 },
	adjust: { onHand: 1, reserved: 0 },
	reserve: { onHand: 0, reserved: 1 },
	release: { onHand: 0, reserved: -1 },
	ship: { onHand: -1, reserved: -1 },
	return: { onHand: 1, reserved: 0 },
};

export type StockStep = { level: Level; movement: Movement };
export type OutOfStock = { refused: "OUT_OF_STOCK"; left: number };
export type StockReserved = { refused: "STOCK_RESERVED"; reserved: number };
export type NotReserved = { refused: "NOT_RESERVED"; reserved: number };

/** What can still be promised, in pieces. */
export function available({ onHand, reserved }: Level): number {
	return onHand - reserved;
}

/** New goods come in. */
export function receive(level: Level, quantity: number): StockStep {
	return step(level, { kind: "receive", quantity });
}

/** A correction by `delta` pieces; it never takes what is promised. */
export function adjust(level: Level, delta: number): StockStep | StockReserved {
	if (level.onHand + delta < level.reserved) {
		return { refused: "STOCK_RESERVED", reserved: level.reserved };
	}
	return step(level, { kind: "adjust", quantity: delta });
}

/** Promises pieces to an order. */
export function reserve(level: Level, quantity: number): StockStep | OutOfStock {
	const left = available(level);
	if (quantity > left) {
		return { refused: "OUT_OF_STOCK", left };
	}
	return step(level, { kind: "reserve", quantity });
}

/** Takes a promise back. */
export function release(level: Level, quantity: number): StockStep | NotReserved {
	if (quantity > level.reserved) {
		return { refused: "NOT_RESERVED", reserved: level.reserved };
	}
	return step(level, { kind: "release", quantity });
}

/** Promised pieces leave the house. */
export function ship(level: Level, quantity: number): StockStep | NotReserved {
	if (quantity > level.reserved) {
		return { refused: "NOT_RESERVED", reserved: level.reserved };
	}
	return step(level, { kind: "ship", quantity });
}

/** Returned goods go back on the shelf. */
export function putBack(level: Level, quantity: number): StockStep {
	return step(level, { kind: "return", quantity });
}

/** The level that a ledger adds up to. */
export function levelOf(movements: readonly Movement[]): Level {
	return movements.reduce<Level>(after, { onHand: 0, reserved: 0 });
}

function step(level: Level, movement: Movement): StockStep {
	return { level: after(level, movement), movement };
}

function after(level: Level, { kind, quantity }: Movement): Level {
	const effect = effects[kind];
	return {
		onHand: level.onHand + effect.onHand * quantity,
		reserved: level.reserved + effect.reserved * quantity,
	};
}
