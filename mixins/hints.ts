// Hints make other nodes drop what they keep in memory. They may be lost: whatever is kept lives
// a bounded time anyway.
import type { CacheTag } from "#contracts/schema";

/** Tells every gateway that finished bodies of this group are old. */
export const hint = (caller: Broadcaster, tag: CacheTag) => {
	broadcasterOf(caller).broadcast("bodies.old", { tag });
};

/** Tells every gateway that a user's sessions or rights are not what they were. */
export const hintAccess = (caller: Broadcaster, userIds: string[] | "all") => {
	broadcasterOf(caller).broadcast("access.old", { userIds });
};

interface Broadcasting {
	broadcast(event: string, payload: unknown): unknown;
}
type Broadcaster = { broker: unknown };

// Why: moleculer's own type of `broker` is wider than what is needed of it here.
const broadcasterOf = ({ broker }: Broadcaster) => broker as Broadcasting;
