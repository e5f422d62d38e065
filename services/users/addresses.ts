// A person's addresses lie in one document, so that each change of the book is one guarded write
// and "exactly one default" holds at any moment.
import type { SavedAddress } from "#contracts/users";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { StaleVersion } from "#mixins/collection";

export interface AddressBook {
	/** The user's id. */
	id: string;
	addresses: SavedAddress[];
	version: number;
}

type Books = Collection<AddressBook>;

const patience = 20;

export async function addressesOf(books: Books, userId: string): Promise<SavedAddress[]> {
	return (await books.findById(userId))?.addresses ?? [];
}

/** Decides on the book as it is; again when somebody else has changed it meanwhile. */
export async function changeBook(
	books: Books,
	userId: string,
	decide: (addresses: SavedAddress[]) => SavedAddress[],
): Promise<SavedAddress[]> {
	for (let attempt = 1; ; attempt += 1) {
		const book = await books.findById(userId);
		const addresses = decide(book?.addresses ?? []);
		try {
			if (book) await books.replace({ ...book, addresses });
			else await books.insert({ id: userId, addresses, version: 1 });
			return addresses;
		} catch (error) {
			const isRace = error instanceof StaleVersion || error instanceof DuplicateKey;
			if (!isRace || attempt === patience) throw error;
		}
	}
}
