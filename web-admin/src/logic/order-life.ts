// The order machine as a drawing: where each state stands, and the arrows between them.
import type { AdminOrder, LifeStep } from "#contracts/orders";

type State = AdminOrder["status"];

export const boxes: Record<State, { x: number; y: number }> = {
	pending_payment: { x: 180, y: 24 },
	paid: { x: 70, y: 112 },
	confirmed: { x: 290, y: 112 },
	shipped: { x: 70, y: 212 },
	cancelled: { x: 290, y: 212 },
	completed: { x: 70, y: 300 },
};
export const size = { width: 360, height: 324, box: { width: 124, height: 36 } };

const half = { x: size.box.width / 2, y: size.box.height / 2 };

/** Between the boxes' edges; what would go through a box goes around it. */
function pathOf(from: State, to: State): string {
	const [a, b] = [boxes[from], boxes[to]];
	const start = { x: a.x, y: a.y + half.y };
	const end = { x: b.x, y: b.y - half.y };
	const isPast = b.y - a.y > 150 && a.x !== b.x;
	if (!isPast) return `M${start.x} ${start.y} L${end.x} ${end.y}`;
	const edge = size.width - 2;
	return `M${a.x + half.x} ${a.y} H${edge - 8} Q${edge} ${a.y} ${edge} ${a.y + 8} V${b.y} H${b.x + half.x}`;
}

export interface Arrow {
	path: string;
	from: State;
	to: State;
}

/** One for each pair of states, however many commands lead that way. */
export function arrowsOf(steps: readonly LifeStep[]): Arrow[] {
	const moves = steps.filter(({ from, to }) => from !== to);
	const pairs = new Map(moves.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
	return [...pairs.values()].map(({ from, to }) => ({ from, to, path: pathOf(from, to) }));
}
