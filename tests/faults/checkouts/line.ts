// A line to a mall that keeps dying: whoever asks waits until it is back and asks the same again.
import { setTimeout as wait } from "node:timers/promises";
import type { Answer, Send } from "#tests/support/http";
import type { Door } from "#tests/support/shop";

export interface Line {
	/** The answer at last, however often it has to ask. */
	ask(route: string, send?: Send): Promise<Answer>;
	/** The same for somebody who may lose patience when the line breaks, and never hears the end. */
	askOrLeave(route: string, send: Send, isPatient: () => boolean): Promise<Answer | undefined>;
	/** A new mall has opened. */
	connect(mall: Door): void;
	/** The mall is to die: nobody asks until there is another. */
	cut(): void;
	/** Comes when the next command of this kind is under way. */
	next(kind: RegExp): Promise<void>;
	said: Said;
}

/** What was asked and answered on it. */
export interface Said {
	commands: number;
	/** How often a command had to be asked again. */
	repeated: number;
	/** How often somebody did not ask again. */
	left: number;
	/** Answers with a 5xx that is not "not just now". */
	failures: string[];
}

const usualPatienceMs = 90_000;

export function line(patienceMs = usualPatienceMs): Line {
	const said: Said = { commands: 0, repeated: 0, left: 0, failures: [] };
	let up = Promise.withResolvers<Door>();
	let awaited = { kind: /^$/, come: () => {} };
	async function askOrLeave(route: string, send: Send, isPatient: () => boolean) {
		said.commands += 1;
		for (const until = Date.now() + patienceMs; Date.now() < until; said.repeated += 1) {
			const mall = await up.promise;
			if (awaited.kind.test(route)) awaited.come();
			const answer = await mall.send(route, send).catch(() => undefined);
			if (answer && !isPassing(answer)) {
				if (answer.status >= 500)
					said.failures.push(`${route}: ${JSON.stringify(answer.body)}`);
				return answer;
			}
			// Why: a mall that has just died is soon known to be dead, and nobody asks it any more.
			await wait(20);
			if (!answer && !isPatient()) {
				said.left += 1;
				return undefined;
			}
		}
		throw new Error(`${route} was not answered for ${patienceMs / 1000} s`);
	}
	return {
		said,
		connect: (mall) => up.resolve(mall),
		cut: () => (up = Promise.withResolvers()),
		askOrLeave,
		next: (kind) => new Promise((come) => (awaited = { kind, come })),
		async ask(route, send = {}) {
			// Why: whoever is patient has an answer.
			return (await askOrLeave(route, send, () => true))!;
		},
	};
}

/** 502 and 504 are a balancer's, whose door is gone. */
const notJustNow = [502, 503, 504];

const isPassing = ({ status, body }: Answer) =>
	notJustNow.includes(status) || (status === 409 && body.code === "IN_PROGRESS");
