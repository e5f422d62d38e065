// `npm run new:service NAME`: a plug-in that works at once, out of the one in new-service/things.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, globSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ownContracts } from "#contracts/index";
import { areas } from "#domain/rights";

const root = resolve(import.meta.dirname, "..");
const pattern = join(import.meta.dirname, "new-service/things");

/** Words that stand in the pattern for more than its name, and the gateway's own. */
const reserved = ["api", "things", "entries", "plugins", "constructor"];

function refusalOf(name: string): string | undefined {
	if (!/^[a-z]{2,30}$/.test(name)) return "a name is 2 to 30 small letters, as in giftcards.";
	const taken = [...ownContracts.map(({ $ }) => $.service), ...Object.keys(areas), ...reserved];
	if (taken.includes(name)) return `${name} is a name of the mall itself.`;
	if (existsSync(join(root, "plugins", name))) return `plugins/${name} is there already.`;
	return undefined;
}

function make(name: string) {
	const folder = join(root, "plugins", name);
	const title = name.charAt(0).toUpperCase() + name.slice(1);
	cpSync(pattern, folder, { recursive: true });
	for (const file of globSync("**/*.{ts,vue}", { cwd: folder })) {
		const path = join(folder, file);
		const text = readFileSync(path, "utf8");
		const own = text
			.replaceAll("THINGS", name.toUpperCase())
			.replaceAll("Things", title)
			.replaceAll("things", name);
		writeFileSync(path, own);
		const called = basename(file).replace("Things", title).replace("things", name);
		renameSync(path, join(dirname(path), called));
	}
	const run = (...command: string[]) =>
		execFileSync(process.execPath, command, { cwd: root, stdio: "inherit" });
	run(join(root, "node_modules/oxfmt/bin/oxfmt"), folder);
	run("scripts/generate.ts");
}

const [name = ""] = process.argv.slice(2);
const refusal = refusalOf(name);
if (refusal) {
	process.stderr.write(`npm run new:service NAME: ${refusal}\n`);
	process.exitCode = 1;
} else {
	make(name);
	process.stdout.write(
		[
			`plugins/${name} is there, with a contract, a service, its test and a page.`,
			"",
			`  npm start           opens it: /admin/plugins/${name}, and GET /api/v1/admin/${name}`,
			`  npm run check       checks it with everything else`,
			`  npx vitest run plugins/${name}`,
			"",
			"Administrators may use it at once; others when a role of theirs has its rights.",
			"After a change to its contract: npm run generate. More in docs/plugins.md.",
			"",
		].join("\n"),
	);
}
