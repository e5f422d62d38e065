// Takes away what nobody asks for any more: closed sessions and old wrong attempts.
import { forgottenAfterHours } from "#domain/login-delay";
import { now } from "#mixins/clock";
import type { Accounts } from "./accounts.ts";

const hourMs = 60 * 60_000;
const timers = new WeakMap<object, NodeJS.Timeout>();

type Owner = { logger: { warn(text: string, error: unknown): void } };

export function startForgetting(owner: Owner, accounts: Accounts) {
	const timer = setInterval(() => {
		forget(accounts).catch((error: unknown) =>
			owner.logger.warn("Closed sessions could not be removed, it is tried again", error),
		);
	}, hourMs);
	timers.set(owner, timer.unref());
}

export function stopForgetting(owner: object) {
	clearInterval(timers.get(owner));
}

export async function forget({ sessions, attempts, asked, challenges }: Accounts) {
	const before = new Date(Date.parse(now()) - forgottenAfterHours * hourMs).toISOString();
	await sessions.remove({ goneAt: { $lt: before } });
	await attempts.remove({ at: { $lt: before } });
	await asked.remove({ at: { $lt: before } });
	await challenges.remove({ at: { $lt: before } });
}
