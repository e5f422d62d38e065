// The stock of one SKU: pure steps from one level to the next, each with its movement.

export const movementKinds = ["receive", "adjust", "reserve", "release", "ship", "return"] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Pieces in the house, and how many of them are promised to orders. */
export type Level = { onHand: number; reserved: number };

/** One entry of the ledger: by how many pieces `onHand` and `reserved` changed. */
export type Movement = { kind: MovementKind; quantity: number; onHand: number; reserved: number };

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
	return step(level, { kind: "receive", quantity, onHand: quantity, reserved: 0 });
}

/** A correction by `delta` pieces; it never takes what is promised. */
export function adjust(level: Level, delta: number): StockStep | StockReserved {
	if (level.onHand + delta < level.reserved) {
		return { refused: "STOCK_RESERVED", reserved: level.reserved };
	}
	return step(level, { kind: "adjust", quantity: delta, onHand: delta, reserved: 0 });
}

/** Promises pieces to an order. */
export function reserve(level: Level, quantity: number): StockStep | OutOfStock {
	const left = available(level);
	if (quantity > left) {
		return { refused: "OUT_OF_STOCK", left };
	}
	return step(level, { kind: "reserve", quantity, onHand: 0, reserved: quantity });
}

/** Takes a promise back. */
export function release(level: Level, quantity: number): StockStep | NotReserved {
	if (quantity > level.reserved) {
		return { refused: "NOT_RESERVED", reserved: level.reserved };
	}
	return step(level, { kind: "release", quantity, onHand: 0, reserved: -quantity });
}

/** Promised pieces leave the house. */
export function ship(level: Level, quantity: number): StockStep | NotReserved {
	if (quantity > level.reserved) {
		return { refused: "NOT_RESERVED", reserved: level.reserved };
	}
	return step(level, { kind: "ship", quantity, onHand: -quantity, reserved: -quantity });
}

/** Returned goods go back on the shelf. */
export function putBack(level: Level, quantity: number): StockStep {
	return step(level, { kind: "return", quantity, onHand: quantity, reserved: 0 });
}

/** The level that a ledger adds up to. */
export function levelOf(movements: readonly Movement[]): Level {
	return movements.reduce<Level>(after, { onHand: 0, reserved: 0 });
}

function step(level: Level, movement: Movement): StockStep {
	return { level: after(level, movement), movement };
}

function after({ onHand, reserved }: Level, movement: Movement): Level {
	return { onHand: onHand + movement.onHand, reserved: reserved + movement.reserved };
}
