// Categories come flat; people think of them as a tree.

export interface Flat {
	id: string;
	parentId: string | null;
	name: string;
	position: number;
}

export type Branch<T extends Flat> = T & { children: Branch<T>[] };

export function treeOf<T extends Flat>(all: readonly T[]): Branch<T>[] {
	const branches = new Map(all.map((one) => [one.id, { ...one, children: [] } as Branch<T>])); // Why: an intersection with a generic can't be written as a literal.
	const roots: Branch<T>[] = [];
	for (const branch of branches.values()) {
		const parent = branch.parentId === null ? undefined : branches.get(branch.parentId);
		(parent?.children ?? roots).push(branch);
	}
	for (const list of [roots, ...[...branches.values()].map(({ children }) => children)]) {
		list.sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
	}
	return roots;
}

/** The tree from top to bottom, each with how deep it lies. */
export function flatten<T extends Flat>(
	branches: readonly Branch<T>[],
	depth = 0,
): { branch: Branch<T>; depth: number }[] {
	return branches.flatMap((branch) => [
		{ branch, depth },
		...flatten(branch.children, depth + 1),
	]);
}

/** The names from the root down: `Home / Lamps`. */
export function pathOf(all: ReadonlyMap<string, Flat>, id: string): string {
	const names: string[] = [];
	for (let one = all.get(id); one && names.length < 20;) {
		names.unshift(one.name);
		one = one.parentId === null ? undefined : all.get(one.parentId);
	}
	return names.join(" / ");
}
