// What shoppers saw, request by request: how long they waited, and what failed.
import type { Line } from "#tests/faults/checkouts/line";
import { line } from "#tests/faults/checkouts/line";
import { request } from "#tests/support/http";
import type { Answer, Send } from "#tests/support/http";

/** One wish of a shopper, however often it had to be asked. */
export interface Seen {
	route: string;
	isRead: boolean;
	at: number;
	ms: number;
	/** Of each time that it was not answered: a status, or why the line broke. */
	failures: string[];
}

export interface Diary {
	line: Line;
	seen: Seen[];
	/** Asked and not answered yet. */
	open: Set<Seen>;
}

/** A wait is told as long as it was; only who never hears anything ends the run. */
const patienceMs = 300_000;

/** A line through the balancer that writes down what becomes of each wish. */
export function diary(origin: string): Diary {
	const telephone = line(patienceMs);
	const seen: Seen[] = [];
	const open = new Set<Seen>();

	async function askOrLeave(route: string, send: Send, isPatient: () => boolean) {
		const wish: Seen = { route, isRead: isRead(route), at: Date.now(), ms: 0, failures: [] };
		const began = performance.now();
		open.add(wish);
		const once = line(patienceMs);
		once.connect({ send: (...asked) => noting(wish, () => request(origin, ...asked)) });
		const answer = await once.askOrLeave(route, send, isPatient);
		telephone.said.commands += 1;
		telephone.said.repeated += once.said.repeated;
		telephone.said.failures.push(...once.said.failures);
		wish.ms = performance.now() - began;
		open.delete(wish);
		seen.push(wish);
		return answer;
	}
	return {
		seen,
		open,
		line: {
			...telephone,
			askOrLeave,
			async ask(route, send = {}) {
				return (await askOrLeave(route, send, () => true))!;
			},
		},
	};
}

const isRead = (route: string) => route.startsWith("GET ");

async function noting(wish: Seen, ask: () => Promise<Answer>): Promise<Answer> {
	try {
		const answer = await ask();
		if (answer.status >= 500) wish.failures.push(`${answer.status} ${answer.body.code ?? ""}`);
		return answer;
	} catch (error) {
		wish.failures.push(String((error as Error).cause ?? error));
		throw error;
	}
}
