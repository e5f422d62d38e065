// `npm run audit:verify`: follows the chain of the audit log from its beginning and names the first
// entry that does not hold; in the mall that runs, or in its data folder when none does.
import { parseArgs } from "node:util";
import type { AuditCheck } from "#contracts/audit";
import type { Mall } from "./audit/mall.ts";
import { anchorOf, brokenAnchor, report } from "./audit/report.ts";

try {
	const { values } = parseArgs({
		options: {
			anchor: { type: "string" },
			url: { type: "string" },
			user: { type: "string", default: "admin" },
		},
	});
	const anchor = anchorOf(values.anchor);
	const mall = await mallFor(values.url, values.user);
	try {
		const { broken, ...found } = await follow(mall);
		const first = broken ?? (anchor && brokenAnchor(anchor, await mall.hashAt(anchor.seq)));
		process.stdout.write(`${report({ ...found, broken: first })}\n`);
		process.exitCode = first ? 1 : 0;
	} finally {
		await mall.close();
	}
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`The audit log could not be verified: ${reason}\n`);
	process.exitCode = 2;
}

/** The mall at the address, the one that runs here, or none: then its log, in this process. */
async function mallFor(url: string | undefined, user: string): Promise<Mall> {
	// Why: a malformed variable throws on import, and belongs into the one clear line.
	const { addressOf } = await import("./mall/over-http.ts");
	const { mallAt, mallHere } = await import("./audit/mall.ts");
	const address = await addressOf(url);
	return address === null ? mallHere() : mallAt(address, user);
}

async function follow(mall: Mall): Promise<AuditCheck> {
	let last = await mall.check(0);
	let [checked, scrubbed] = [last.checked, last.scrubbed];
	while (last.next !== null) {
		last = await mall.check(last.next);
		checked += last.checked;
		scrubbed += last.scrubbed;
	}
	return { ...last, checked, scrubbed };
}
