// Whether somebody has an account can't be told by how long an answer takes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auth } from "#contracts/auth";
import { carts } from "#contracts/carts";
import { removeData, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, aName, aShopper } from "#tests/support/people";

const tries = 200;

let mall: TestMall;
beforeAll(async () => {
	const baskets = stub(carts, { merge: () => {} });
	mall = await start(["users", "auth", "acl", "audit", "settings", "notifications", baskets]);
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

/** What each of two kinds of tries costs, in turns, so that the machine's moods meet both. */
async function compare(kinds: Record<"known" | "unknown", () => Promise<unknown>>, cost: Clock) {
	const costs: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
	for (let at = 0; at < tries; at += 1) {
		const order = at % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
		for (const kind of order) {
			const began = cost();
			await kinds[kind]();
			costs[kind].push(cost() - began);
		}
	}
	return { known: median(costs.known), unknown: median(costs.unknown) };
}

type Clock = () => number;
/** Milliseconds of work: other processes of the machine do not count. */
const cpu: Clock = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};
const median = (values: number[]) =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe("a wrong login", { timeout: 120_000 }, () => {
	it("costs the same work for a name that somebody has and one that nobody has", async () => {
		const { username } = (await aShopper(mall)).login.user;
		const guess = (name: string) => aLogin(mall, name, "not the password").catch(() => {});

		const work = await compare(
			{ known: () => guess(username), unknown: () => guess(aName()) },
			cpu,
		);

		// Why so wide: without the hash it would be a hundredth; a difference of 10 % of some
		// 20 ms is far below what a network hides.
		const ratio = work.known / work.unknown;
		expect(ratio, JSON.stringify(work)).toBeGreaterThan(0.9);
		expect(ratio, JSON.stringify(work)).toBeLessThan(1.1);
	});
});

describe("a forgotten password", { timeout: 120_000 }, () => {
	it("is answered as fast for an address that somebody has as for one that nobody has", async () => {
		const known: string[] = [];
		for (let at = 0; at < 20; at += 1) known.push((await aShopper(mall)).login.user.email);
		let asked = 0;
		const forget = (email: string) => mall.call(auth.forgotPassword, { email });

		const times = await compare(
			{
				known: () => forget(known[asked++ % known.length] ?? ""),
				unknown: () => forget(`${aName()}@example.com`),
			},
			() => performance.now(),
		);

		// Why so wide: one commit of the disk is a millisecond, and takes what it takes.
		const apart = Math.abs(times.known - times.unknown);
		const slower = Math.max(times.known, times.unknown);
		expect(apart, JSON.stringify(times)).toBeLessThan(2 + slower / 2);
	});
});
