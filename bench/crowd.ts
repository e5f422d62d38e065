// A crowd of customers from a process of its own: each logs in, following what a full queue says, and
// then looks at a product every second; some log in again and again meanwhile.
import { setTimeout as wait } from "node:timers/promises";
import { Connection } from "./connection.ts";
import type { Ground } from "./scenarios.ts";

export interface CrowdTask {
	ground: Ground;
	/** How many log in at once and browse. */
	browsing: number;
	/** How many log in again and again. */
	entering: number;
	seconds: number;
}

export interface Figures {
	count: number;
	perSecond: number;
	p50: number;
	p99: number;
}

export interface CrowdResult {
	/** Everybody at once, waiting as the mall says. */
	storm: Figures & { seconds: number; pages: Figures };
	/** Logins on and on, while all browse. */
	steady: Figures & { pages: Figures };
	errors: number;
	/** CPU that the crowd itself took. */
	clientMs: number;
}

const pageEveryMs = 1000;
let errors = 0;

process.on("message", (task: CrowdTask) => {
	void run(task).then((result) => {
		const { user, system } = process.cpuUsage();
		const clientMs = (user + system) / 1000;
		process.send?.({ ...result, clientMs }, () => process.exit(0));
	});
});

type Run = Omit<CrowdResult, "clientMs">;

async function run({ ground, browsing, entering, seconds }: CrowdTask): Promise<Run> {
	const pages: { at: number; took: number }[] = [];
	const control = new AbortController();
	const began = performance.now();
	const people = Array.from({ length: browsing }, async (_, n) => {
		const from = performance.now();
		const connection = new Connection(ground.origin);
		const token = await logIn(connection, ground, n);
		const took = performance.now() - from;
		return { took, over: browse({ connection, token, ground, n, pages, control }) };
	});
	const inside = await Promise.all(people);
	const stormMs = performance.now() - began;
	const stormPages = pages.filter(({ at }) => at <= began + stormMs);

	const from = performance.now();
	const until = from + seconds * 1000;
	const logins: number[] = [];
	await Promise.all(
		Array.from({ length: entering }, (_, n) => enter({ ground, n, until, logins })),
	);
	const steadySeconds = (performance.now() - from) / 1000;
	control.abort();
	await Promise.all(inside.map(({ over }) => over));
	const steadyPages = pages.filter(({ at }) => at >= from && at <= until);
	const told = inside.map(({ took }) => took);
	return {
		storm: {
			...figures(told, stormMs / 1000),
			seconds: stormMs / 1000,
			pages: figures(
				stormPages.map(({ took }) => took),
				stormMs / 1000,
			),
		},
		steady: {
			...figures(logins, steadySeconds),
			pages: figures(
				steadyPages.map(({ took }) => took),
				seconds,
			),
		},
		errors,
	};
}

interface Browsing {
	connection: Connection;
	token: string;
	ground: Ground;
	n: number;
	pages: { at: number; took: number }[];
	control: AbortController;
}

async function browse({ connection, token, ground, n, pages, control }: Browsing) {
	// Why: people don't all click at the same moment.
	await pause(Math.random() * pageEveryMs, control);
	for (let at = n; !control.signal.aborted; at += 1) {
		const from = performance.now();
		const id = ground.productIds[at % ground.productIds.length];
		const headers = { Authorization: `Bearer ${token}` };
		const { status } = await connection.ask({ path: `/api/v1/products/${id}`, headers });
		if (status !== 200) errors += 1;
		const now = performance.now();
		pages.push({ at: now, took: now - from });
		await pause(Math.max(0, pageEveryMs - (now - from)), control);
	}
	connection.close();
}

async function enter({ ground, n, until, logins }: Entering) {
	const connection = new Connection(ground.origin);
	for (let at = n; performance.now() < until; at += 7) {
		const from = performance.now();
		await logIn(connection, ground, at % ground.users);
		logins.push(performance.now() - from);
	}
	connection.close();
}

type Entering = { ground: Ground; n: number; until: number; logins: number[] };

async function logIn(connection: Connection, ground: Ground, n: number): Promise<string> {
	const body = { login: `user-${n}`, password: ground.password };
	for (;;) {
		const asked = { method: "POST", path: "/api/v1/auth/login", body };
		const { status, body: text } = await connection.ask(asked);
		const answer = JSON.parse(text) as { token?: string; detail?: string };
		if (status === 200 && answer.token) return answer.token;
		if (status !== 429) {
			errors += 1;
			throw new Error(`login answers ${status}: ${text}`);
		}
		// As the pages do: the sentence says when to come again, some a little later than others.
		const seconds = Number(/(\d+) s/.exec(answer.detail ?? "")?.[1] ?? 1);
		await wait(seconds * 1000 * (1 + Math.random() / 2));
	}
}

const pause = (ms: number, { signal }: AbortController) =>
	wait(ms, undefined, { signal }).catch(() => {});

function figures(took: number[], seconds: number): Figures {
	const sorted = took.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
	return { count: took.length, perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}
