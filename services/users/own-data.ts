// What the users service keeps about somebody: given out for their own copy, and forgotten.
import type { Whom } from "#contracts/about-people";
import type { Collection } from "#mixins/collection";
import { partOf, pieceOf } from "#mixins/own-data";
import type { AddressBook } from "./addresses.ts";
import type { People, StoredUser } from "./people.ts";
import { filePoints, ownEntry } from "./points.ts";
import type { PointsBooks } from "./points.ts";

export interface Favourite {
	id: string;
	userId: string;
	productId: string;
	createdAt: string;
	version: number;
}

export interface Kept extends People, PointsBooks {
	books: Collection<AddressBook>;
	favourites: Collection<Favourite>;
}

export async function ownData(kept: Kept, { whom, after }: { whom: Whom; after?: string }) {
	const { userId } = whom;
	await filePoints(kept, userId);
	const parts = {
		profile: partOf(kept.users, { id: userId }, profileOf),
		addresses: partOf(kept.books, { id: userId }, ({ addresses }) => addresses),
		favourites: partOf(kept.favourites, { userId }, ({ productId, createdAt }) => ({
			productId,
			createdAt,
		})),
		pointsAccount: partOf(kept.points, { id: userId }, ({ balance, holds }) => ({
			balance,
			holds,
		})),
		points: partOf(kept.ledger, { userId }, ownEntry),
	};
	return pieceOf(parts, after);
}

function profileOf(user: StoredUser) {
	const {
		id,
		username,
		email,
		emailVerified,
		displayName,
		avatar = null,
		kind,
		createdAt,
	} = user;
	return { id, username, email, emailVerified, displayName, avatar, kind, createdAt };
}

/** All but the account itself, which goes when everybody has forgotten them. */
export async function forgetPerson({ books, favourites, points, ledger }: Kept, whom: Whom) {
	const { userId } = whom;
	await books.remove({ id: userId });
	await favourites.remove({ userId });
	await points.remove({ id: userId });
	await ledger.remove({ userId });
	return { isDone: true };
}
