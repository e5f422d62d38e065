// A name belongs to whoever holds its claim: a document whose id is the folded name, so that two
// can't have it, whatever the store. Whether a claim still counts is read from its owner alone:
// an account that lapsed, or that has another name by now, holds nothing.
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import type { Claim, People, StoredUser } from "./people.ts";

/** Minutes until an account that was not activated lapses, and a name not taken into use. */
const lapseMinutes = 15;
/** How often a claim is tried that changes hands meanwhile. */
const patience = 5;

export const usernameClaim = (folded: string) => `username:${folded}`;
export const emailClaim = (folded: string) => `email:${folded}`;

export const claimsOf = (user: Pick<StoredUser, "foldedUsername" | "foldedEmail">) => [
	usernameClaim(user.foldedUsername),
	emailClaim(user.foldedEmail),
];

/** When something claimed at a time lapses. */
export const lapseOf = (at: string) =>
	new Date(Date.parse(at) + lapseMinutes * 60_000).toISOString();

/** Takes a name for a user; null when somebody else has it. */
export async function take(people: People, id: string, userId: string): Promise<Claim | null> {
	for (let attempt = 1; attempt <= patience; attempt += 1) {
		const claim = { id, userId, at: now(), version: 1 };
		const held = (await inserted(people, claim)) ? claim : await people.claims.findById(id);
		if (held === claim) return claim;
		if (held && held.userId !== userId && (await isHeld(people, held))) return null;

		const { version } = held ?? claim;
		const taken = await people.claims.change(
			{ id, version },
			{ $set: { userId, at: claim.at } },
		);
		if (taken) return taken;
	}
	return null;
}

/** Gives a claim back, unless it was taken anew since. */
export async function release({ claims }: People, { id, version }: Claim) {
	await claims.remove({ id, version });
}

/** Removes an account that is still `new`, with its claims; false when it was activated. */
export async function removeNew(people: People, user: StoredUser): Promise<boolean> {
	const removed = await people.users.remove({ id: user.id, status: "new" });
	if (removed === 0) return false;
	const ids = claimsOf(user);
	await people.claims.remove({ id: { $in: ids }, userId: user.id });
	return true;
}

async function inserted({ claims }: People, claim: Claim): Promise<boolean> {
	try {
		await claims.insert(claim);
		return true;
	} catch (error) {
		if (error instanceof DuplicateKey) return false;
		throw error;
	}
}

async function isHeld(people: People, { id, userId, at }: Claim): Promise<boolean> {
	const owner = await people.users.findById(userId);
	if (!owner) return false;
	if (owner.status === "new" && owner.lapsesAt !== null && owner.lapsesAt < now())
		return !(await removeNew(people, owner));
	return claimsOf(owner).includes(id) || lapseOf(at) > now();
}
