// Codes that are sent by mail: what they open, for how long, and how often somebody is sent one.

export const codeMinutes = 15;

const minute = 60_000;
const hour = 60 * minute;
const mostAnHour = 5;

/** What is kept of a code; the next one takes its place. */
export interface MailedCode {
	hash: string;
	/** The person's address when it was made. */
	from: string;
	/** The address that it was sent to. */
	email: string;
	/** Of the credential: a new password, or logging out everywhere, ends it. */
	epoch: number;
	at: string;
	/** When codes of this kind were sent within the last hour, this one included. */
	sentAt: string[];
}

/** What somebody brings, and how things stand at that time. */
export interface Brought {
	hash: string;
	from: string;
	epoch: number;
	at: string;
}

export function isAlive(code: MailedCode | null | undefined, brought: Brought): boolean {
	if (!code) return false;
	const isOld = Date.parse(code.at) + codeMinutes * minute <= Date.parse(brought.at);
	const isSame = code.hash === brought.hash && code.epoch === brought.epoch;
	return isSame && !isOld && code.from === brought.from;
}

/** The times of the last hour with one more; or how long to wait, so that no mailbox is flooded. */
export function oneMoreSent(
	sentAt: readonly string[],
	at: string,
): { sentAt: string[] } | { refused: "TOO_MANY_REQUESTS"; seconds: number } {
	const now = Date.parse(at);
	const recent = sentAt.filter((time) => now - Date.parse(time) < hour);
	const [oldest] = recent.slice(-mostAnHour);
	const waits = [
		recent.length > 0 ? Date.parse(recent.at(-1) ?? at) + minute - now : 0,
		recent.length >= mostAnHour && oldest ? Date.parse(oldest) + hour - now : 0,
	];
	const seconds = Math.ceil(Math.max(...waits) / 1000);
	return seconds > 0 ? { refused: "TOO_MANY_REQUESTS", seconds } : { sentAt: [...recent, at] };
}
