// A guest's cart goes into the user's at login, once. It is closed first, so that nothing is added
// to it meanwhile; then it is put in under its id; then it is dropped. Each step may be repeated.
import { merge } from "#domain/cart";
import type { Db, StoredCart } from "./stored.ts";
import { idOfToken, isLive } from "./stored.ts";
import { write } from "./write.ts";

const mergesKept = 50;

export async function mergeInto(db: Db, { token, userId }: { token: string; userId: string }) {
	const guest = await closed(db, idOfToken(token), userId);
	if (guest?.mergedInto === userId) await take(db, guest, userId);
}

/** Finishes what a process that died has left. */
export async function finishMerges(db: Db) {
	for await (const guest of db.carts.each({ mergedInto: { $gt: "" } })) {
		if (guest.mergedInto) await take(db, guest, guest.mergedInto);
	}
}

async function closed(db: Db, id: string, userId: string): Promise<StoredCart | null> {
	const guest = await db.carts.findById(id);
	if (!guest || !isLive(guest)) return guest;
	const open = { id, mergedInto: null };
	return db.carts.change(open, { $set: { mergedInto: userId } });
}

async function take(db: Db, guest: StoredCart, userId: string) {
	await write(db.carts, { id: userId, isGuest: false }, (cart) => {
		if (cart.merged.includes(guest.id)) return cart;
		const merged = [...cart.merged, guest.id].slice(-mergesKept);
		return { ...cart, lines: merge(cart.lines, guest.lines), merged };
	});
	await db.carts.remove({ id: guest.id, mergedInto: userId });
}
