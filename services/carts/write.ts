// Changes of a cart: decided on what is stored, written only if nobody was faster, else again.
import { setTimeout as wait } from "node:timers/promises";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { StaleVersion } from "#mixins/collection";
import { emptyCart, expiry, isLive } from "./stored.ts";
import type { Owner, StoredCart } from "./stored.ts";

const attempts = 200;
const longestWaitMs = 20;

/** Gives the changed cart, or the very same object to write nothing. */
export type Decide = (cart: StoredCart) => StoredCart;

/** The cart afterwards; null when it is a guest's that is closed or gone, unless it is made now. */
export async function write(
	db: Collection<StoredCart>,
	{ isNew, ...owner }: Owner & { isNew?: boolean },
	decide: Decide,
): Promise<StoredCart | null> {
	for (let attempt = 1; ; attempt++) {
		const stored = await db.findById(owner.id);
		if (stored ? !isLive(stored) : owner.isGuest && !isNew) return null;
		const before = stored ?? emptyCart(owner);
		const after = decide(before);
		if (after === before) return before;
		try {
			return await save(db, { ...after, expiresAt: expiry(owner.isGuest) });
		} catch (error) {
			if (!wasFaster(error) || attempt === attempts) throw error;
			await wait(Math.random() * Math.min(attempt, longestWaitMs));
		}
	}
}

const save = (db: Collection<StoredCart>, cart: StoredCart) =>
	cart.version === 0 ? db.insert({ ...cart, version: 1 }) : db.replace(cart);

const wasFaster = (error: unknown) =>
	error instanceof StaleVersion || error instanceof DuplicateKey;
