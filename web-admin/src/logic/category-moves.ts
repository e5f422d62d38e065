// What must be told to the mall so that the categories stand as a person has put them.
import { moved } from "./order.ts";
import type { Flat } from "./tree.ts";

type Placed = Flat & { version: number };

export interface Move {
	id: string;
	version: number;
	parentId: string | null;
	position: number;
}

const siblings = <T extends Flat>(all: readonly T[], parentId: string | null) =>
	all
		.filter((one) => one.parentId === parentId)
		.sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));

/** Positions anew for one shelf; only those that change. */
function placed(list: readonly Placed[], parentId: string | null): Move[] {
	return list.flatMap(({ id, version, parentId: was, position: stood }, position) =>
		was === parentId && stood === position ? [] : [{ id, version, parentId, position }],
	);
}

/** One up or down among its neighbours. */
export function shifted(all: readonly Placed[], id: string, by: number): Move[] {
	const one = all.find((category) => category.id === id);
	if (!one) return [];
	const shelf = siblings(all, one.parentId);
	const from = shelf.indexOf(one);
	return placed(moved(shelf, from, from + by), one.parentId);
}

/** Before, after or into another one. */
export function dropped(
	all: readonly Placed[],
	id: string,
	{ type, other }: { type: "before" | "after" | "inner"; other: string },
): Move[] {
	const one = all.find((category) => category.id === id);
	const over = all.find((category) => category.id === other);
	if (!one || !over) return [];
	const parentId = type === "inner" ? over.id : over.parentId;
	const shelf = siblings(all, parentId).filter((category) => category.id !== id);
	const at = shelf.indexOf(over) + (type === "after" ? 1 : 0);
	shelf.splice(type === "inner" ? shelf.length : at, 0, one);
	return placed(shelf, parentId);
}
