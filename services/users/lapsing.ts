// Takes accounts away whose registration was begun and never finished. Their names are free
// without it; this only keeps the store tidy.
import { acl } from "#contracts/acl";
import { now } from "#mixins/clock";
import { callAsSystem } from "#mixins/service";
import { removeNew } from "./claims.ts";
import type { People, StoredUser } from "./people.ts";

const everyMs = 10 * 60_000;
const batch = 100;
const timers = new WeakMap<object, NodeJS.Timeout>();

type Caller = { broker: unknown; logger: { warn(text: string, error: unknown): void } };

export function startSweeping(caller: Caller, people: People) {
	const timer = setInterval(() => {
		sweep(caller, people).catch((error: unknown) =>
			caller.logger.warn("Lapsed accounts could not be removed, it is tried again", error),
		);
	}, everyMs);
	timers.set(caller, timer.unref());
}

export function stopSweeping(caller: object) {
	clearInterval(timers.get(caller));
}

export async function sweep(caller: Pick<Caller, "broker">, people: People) {
	const query = { status: "new", lapsesAt: { $lt: now() } };
	const lapsed: StoredUser[] = await people.users.find({ query, limit: batch });
	const userIds = lapsed.filter(({ kind }) => kind === "staff").map(({ id }) => id);

	if (userIds.length > 0) await callAsSystem(caller, acl.forget, { userIds });
	await Promise.all(lapsed.map((user) => removeNew(people, user)));
}
