// Builds the two SPAs into dist/ when their sources have changed since, and packs every text file
// with Brotli and gzip, so that the gateway only hands finished files out.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = resolve(import.meta.dirname, "..");
const apps = ["web-mall", "web-admin"];
const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

type Say = (line: string) => void;

const staleApps = () => apps.filter((app) => existsSync(join(root, app)) && isStale(app));

/** The same in a process of its own, so that a mall does not keep the memory of a build. */
export async function buildApart() {
	if (staleApps().length === 0) return;
	const child = spawn(process.execPath, [import.meta.filename], { stdio: "inherit" });
	const code = await new Promise((done) => child.once("exit", done));
	if (code !== 0) throw new Error("the pages could not be built, see above.");
}

/** Builds what is out of date; takes some 20 s the first time and nothing after that. */
export async function buildPages(say: Say) {
	const stale = staleApps();
	if (stale.length === 0) return;
	say(`Building the pages (${stale.join(", ")}), this takes a moment …`);
	const { build } = await import("vite");
	// Why: one after the other needs half the memory, and two cores serve one build well.
	for (const app of stale) {
		await build({ root: join(root, app), logLevel: "warn" });
		await pack(app);
		writeFileSync(markOf(app), sourceHash(app));
		say(`  ${app} is built`);
	}
}

const markOf = (app: string) => join(root, "dist", `${app}.source`);

function isStale(app: string): boolean {
	if (!existsSync(join(root, "dist", app, "index.html"))) return true;
	return !existsSync(markOf(app)) || readFileSync(markOf(app), "utf8") !== sourceHash(app);
}

/** What the built pages depend on: the app, the contracts it imports, the libraries. */
function sourceHash(app: string): string {
	const files = [
		...globSync(`${app}/**/*.{ts,vue,css,html,svg,json}`, { cwd: root }),
		...globSync("contracts/**/*.ts", { cwd: root }),
		...globSync("plugins/**/*.{ts,vue,css,svg}", { cwd: root }),
		"package-lock.json",
	];
	const hash = createHash("sha256");
	for (const file of files.toSorted()) {
		if (!file.endsWith(".test.ts")) hash.update(file).update(readFileSync(join(root, file)));
	}
	return hash.digest("hex");
}

async function pack(app: string) {
	const folder = join(root, "dist", app);
	for (const file of globSync("**/*.{js,css,html,svg,json}", { cwd: folder })) {
		const text = readFileSync(join(folder, file));
		if (text.length < 1000) continue;
		const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
		writeFileSync(join(folder, `${file}.br`), await packBrotli(text, quality));
		writeFileSync(join(folder, `${file}.gz`), await packGzip(text, { level: 9 }));
	}
}

if (import.meta.main) {
	if (process.argv.includes("--fresh"))
		rmSync(join(root, "dist"), { recursive: true, force: true });
	mkdirSync(join(root, "dist"), { recursive: true });
	await buildPages((line) => process.stdout.write(`${line}\n`));
}
