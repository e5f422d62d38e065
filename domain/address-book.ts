// A person's addresses: as long as there is one, exactly one of them is the default.
import type { Refusal } from "./refusal.ts";

export interface Entry {
	id: string;
	isDefault: boolean;
}

/** How many addresses a person can keep. */
export const maxAddresses = 30;

type NotFound = Refusal<"ADDRESS_NOT_FOUND", { id: string }>;
type TooMany = Refusal<"TOO_MANY_ADDRESSES", { max: number }>;

/** The book with one more; the first becomes the default whatever it says. */
export function putAddress<T extends Entry>(book: readonly T[], entry: T): T[] | TooMany {
	if (book.length >= maxAddresses) return { refused: "TOO_MANY_ADDRESSES", max: maxAddresses };
	return withDefault([...book, entry], entry.isDefault ? entry.id : defaultOf(book));
}

/** The book with one address changed. The default stays so until another one becomes it. */
export function changeAddress<T extends Entry>(
	book: readonly T[],
	id: string,
	changes: Partial<Omit<T, "id">>,
): T[] | NotFound {
	if (!book.some((entry) => entry.id === id)) return { refused: "ADDRESS_NOT_FOUND", id };
	const changed = book.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry));
	return withDefault(changed, changes.isDefault ? id : defaultOf(book));
}

/** The book without it; if it was the default, the oldest of the others becomes it. */
export function removeAddress<T extends Entry>(book: readonly T[], id: string): T[] | NotFound {
	const left = book.filter((entry) => entry.id !== id);
	if (left.length === book.length) return { refused: "ADDRESS_NOT_FOUND", id };
	return withDefault(left, defaultOf(left));
}

const defaultOf = (book: readonly Entry[]) => book.find(({ isDefault }) => isDefault)?.id;

function withDefault<T extends Entry>(book: T[], id = book[0]?.id): T[] {
	return book.map((entry) => ({ ...entry, isDefault: entry.id === id }));
}
