// `npm run test:faults [-- SEED]`: 1,000 checkouts of all kinds, in parallel, at a mall that is killed
// 50 times, and what must hold afterwards, counted. Prints the table for docs/reliability.md.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { survive } from "#tests/faults/checkouts/run";

const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
const plan = { seed, kills: 50, checkouts: 1_000, buyers: 16 };
const dataDir = mkdtempSync(join(tmpdir(), "mall-faults-"));
const print = (text: string) => process.stdout.write(`${text}\n`);

print(`seed ${seed}`);
const began = Date.now();
try {
	const { kills, placed, said, rows, seconds, missed } = await survive(
		{ ...plan, dataDir },
		print,
	);
	const minutes = ((Date.now() - began) / 60_000).toFixed(1);
	print(`\nsurvived ${kills} kills during ${placed} orders and ${said.commands} commands`);
	print(`(${said.repeated} asked again, ${said.left} left to the mall) in ${minutes} minutes;`);
	print(`${missed.length} moments were waited for in vain: ${missed.join(", ") || "none"};`);
	print(`everything was counted ${seconds.toFixed(0)} s after the last restart\n`);
	print("| area | what must hold | counted | holds |\n| --- | --- | --- | --- |");
	for (const { area, what, counted, broken } of rows) {
		print(`| ${area} | ${what} | ${counted} | ${broken.length === 0 ? "yes" : "NO"} |`);
	}
	for (const { what, broken } of rows.filter((row) => row.broken.length > 0)) {
		process.stderr.write(`\n${what}: ${broken.length} times not\n`);
		for (const one of broken.slice(0, 5)) process.stderr.write(`  ${one}\n`);
		process.exitCode = 1;
	}
} finally {
	rmSync(dataDir, { recursive: true, force: true });
}
