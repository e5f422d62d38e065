// Gives out what a service keeps about somebody, piece by piece, for their own copy.
import type { Piece } from "#contracts/about-people";
import type { Query } from "./adapters/adapter.ts";
import type { Collection, Stored } from "./collection.ts";

type Given = { items: unknown[]; nextCursor: string | null };
type Part = (cursor: string) => Promise<Given>;

const pieceSize = 100;

/** What matches in a collection; `view` says what of it its owner sees: no hashes, no others. */
export const partOf = <T extends Stored>(
	kept: Collection<T>,
	query: Query,
	view: (document: T) => unknown,
): Part => pagedPartOf(kept, query, (documents) => documents.map(view));

/** The same, where a page of them is looked up together. */
export const pagedPartOf =
	<T extends Stored>(
		kept: Collection<T>,
		query: Query,
		view: (documents: T[]) => unknown[] | Promise<unknown[]>,
	): Part =>
	async (cursor) => {
		const paging = { sort: ["id"], page: 1, pageSize: pieceSize, cursor };
		const { items, nextCursor } = await kept.list({ query, ...paging });
		return { items: await view(items), nextCursor };
	};

/** The next piece behind the last one's `next`; each part is walked to its end. */
export async function pieceOf(parts: Record<string, Part>, after = "0:"): Promise<Piece> {
	const [at = "0"] = after.split(":", 1);
	const place = Number(at);
	const [part, walk] = Object.entries(parts)[place] ?? [];
	if (!part || !walk) return { part: "", items: [], next: null };
	const { items, nextCursor } = await walk(after.slice(at.length + 1));
	return { part, items, next: nextOf(place, nextCursor, Object.keys(parts).length) };
}

function nextOf(place: number, cursor: string | null, parts: number): string | null {
	if (cursor !== null) return `${place}:${cursor}`;
	return place + 1 < parts ? `${place + 1}:` : null;
}
