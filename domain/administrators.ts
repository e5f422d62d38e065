// Who may do everything. Once there is an administrator who can log in, there always is one.
import type { Refusal } from "./refusal.ts";

/** `isActive`: the person can log in. `version`: of the person, when that was said. */
export interface Holder {
	userId: string;
	isActive: boolean;
	version: number;
}

type LastOne = Refusal<"LAST_ADMINISTRATOR">;

export function appoint(holders: readonly Holder[], holder: Holder): Holder[] {
	return isHolder(holders, holder.userId) ? [...holders] : [...holders, holder];
}

export function dismiss(holders: readonly Holder[], userId: string): Holder[] | LastOne {
	return unlessLast(
		holders,
		holders.filter((holder) => holder.userId !== userId),
	);
}

/** The person was disabled, in this version of theirs; what is older than known counts no more. */
export function suspend(
	holders: readonly Holder[],
	userId: string,
	version: number,
): Holder[] | LastOne {
	return unlessLast(holders, settled(holders, { userId, isActive: false, version }));
}

/** The person can log in again. */
export function resume(holders: readonly Holder[], userId: string, version: number): Holder[] {
	return settled(holders, { userId, isActive: true, version });
}

export const isHolder = (holders: readonly Holder[], id: string) =>
	holders.some(({ userId }) => userId === id);

function settled(holders: readonly Holder[], news: Holder): Holder[] {
	return holders.map((holder) =>
		holder.userId === news.userId && holder.version <= news.version ? news : holder,
	);
}

function unlessLast(before: readonly Holder[], after: Holder[]): Holder[] | LastOne {
	const someone = (holders: readonly Holder[]) => holders.some(({ isActive }) => isActive);
	return someone(before) && !someone(after) ? { refused: "LAST_ADMINISTRATOR" } : after;
}
