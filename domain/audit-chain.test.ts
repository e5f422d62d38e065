import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chained, firstBreak, start } from "./audit-chain.ts";
import type { Draft, Link } from "./audit-chain.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const aDraft = (id: string): Draft => ({
	id,
	at: "2026-05-01T10:00:00.000Z",
	actor: "ada",
	action: "orders.ship",
	area: "orders",
	target: { kind: "orders", id: "o1" },
	outcome: "done",
	requestId: "r",
	sessionId: "s",
	people: ["bob"],
	details: JSON.stringify({ asked: [], changes: [{ path: "status", before: 1, after: 2 }] }),
	salt: id,
});

function aChain(length: number): Link[] {
	const links: Link[] = [];
	for (let at = 1; at <= length; at += 1)
		links.push(chained(links.at(-1) ?? start, aDraft(`e${at}`), digest));
	return links;
}
const broken = (links: Link[]) => firstBreak(start, links, digest);

describe("the chain", () => {
	it("holds as it was made, and is in the order of time", () => {
		const links = aChain(5);

		expect(broken(links)).toBeNull();
		expect(links.map(({ at }) => at)).toEqual(
			[...new Set(links.map(({ at }) => at))].toSorted(),
		);
	});

	it("holds when details were removed", () => {
		const scrubbed = aChain(4).map((link) => ({ ...link, details: null, salt: null }));

		expect(broken(scrubbed)).toBeNull();
	});

	it.each<[string, Partial<Link>]>([
		["who", { actor: "eve" }],
		["by which key", { keyId: "k1" }],
		["what", { action: "orders.cancel" }],
		["which thing", { target: { kind: "orders", id: "o2" } }],
		["when", { at: "2026-05-01T10:00:01.000Z" }],
		["how it ended", { outcome: "failed" }],
		["whom it is about", { people: [] }],
		["what it says", { details: "{}" }],
		["its digest with what it says", { details: "{}", salt: "", digest: digest("{}") }],
		["its hash", { hash: digest("anything") }],
	])("breaks where %s was altered", (_, change) => {
		const links = aChain(5);
		links[2] = { ...links[2]!, ...change };

		expect(broken(links)).toEqual({ seq: 3, id: "e3", reason: "altered" });
	});

	it("breaks behind an entry that was made anew with everything that it needs", () => {
		const links = aChain(5);
		links[2] = chained(links[1]!, { ...aDraft("e3"), actor: "eve" }, digest);

		expect(broken(links)).toEqual({ seq: 4, id: "e4", reason: "altered" });
	});

	it("breaks where one was taken out, wherever", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 7 }), (gone) => {
				const links = aChain(9).toSpliced(gone, 1);

				expect(broken(links)).toEqual({ seq: gone + 1, id: null, reason: "missing" });
			}),
		);
	});

	it("breaks where two have changed places", () => {
		const links = aChain(5);
		const [second, third] = [links[1]!, links[2]!];
		links.splice(1, 2, { ...third, seq: 2 }, { ...second, seq: 3 });

		expect(broken(links)).toMatchObject({ seq: 2, reason: "altered" });
	});
});
