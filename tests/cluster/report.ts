// What shoppers saw of each accident, as rows of a table, and where that was worse than it may be.
import { readFileSync, writeFileSync } from "node:fs";
import type { Accident } from "./accidents.ts";
import type { Seen } from "./diary.ts";

export interface Entry {
	accident: Accident;
	seen: Seen[];
}

interface Share {
	count: number;
	failed: Seen[];
	longestMs: number;
}

const shareOf = (seen: Seen[]): Share => ({
	count: seen.length,
	failed: seen.filter(({ failures }) => failures.length > 0),
	longestMs: Math.max(0, ...seen.map(({ ms }) => ms)),
});

const readsOf = ({ seen }: Entry) => shareOf(seen.filter(({ isRead }) => isRead));
const restOf = ({ seen }: Entry) => shareOf(seen.filter(({ isRead }) => !isRead));

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export const heading = [
	"| what happens | reads | failed | longest | commands | asked again | longest |",
	"| --- | --- | --- | --- | --- | --- | --- |",
];

export function rowOf(entry: Entry): string {
	const cells = [readsOf(entry), restOf(entry)].flatMap(({ count, failed, longestMs }) => [
		count,
		failed.length,
		seconds(longestMs),
	]);
	return `| ${[entry.accident.name, ...cells].join(" | ")} |`;
}

/** In words, with some of those that it happened to. */
export function complaintsOf(entry: Entry): string[] {
	const { failures, failedReads, waitMs } = entry.accident.bounds;
	const reads = readsOf(entry);
	const all = shareOf(entry.seen);
	const slow = entry.seen.filter(({ ms }) => ms > (waitMs ?? Infinity));
	return [
		...(all.failed.length > (failures ?? Infinity) ? told("failed", all.failed) : []),
		...(failures === undefined && reads.failed.length > (failedReads ?? Infinity)
			? told("reads failed", reads.failed)
			: []),
		...(slow.length > 0 ? told(`waited more than ${seconds(waitMs ?? 0)}`, slow) : []),
	].map((line) => `${entry.accident.name}: ${line}`);
}

const shown = 5;

const told = (what: string, seen: Seen[]) => [
	`${seen.length} ${what}`,
	...seen.slice(0, shown).map(({ route, ms, failures, at }) => {
		const why = [...new Set(failures)].join(", ");
		return `  ${new Date(at).toISOString().slice(11, 23)} ${route} ${seconds(ms)} ${why}`;
	}),
];

/** Puts the lines between the two marks of a document, which stay. */
export function writeInto(file: string, mark: string, lines: string[]) {
	const text = readFileSync(file, "utf8");
	const [begin, end] = [`<!-- ${mark}: begin -->`, `<!-- ${mark}: end -->`];
	const [from, to] = [text.indexOf(begin), text.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`${file} has no marks ${begin} … ${end}.`);
	const head = text.slice(0, from + begin.length);
	writeFileSync(file, `${head}\n\n${lines.join("\n")}\n\n${text.slice(to)}`);
}
