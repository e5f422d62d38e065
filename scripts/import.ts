// `npm run import -- FILE --stock 25`: reads a catalogue into the mall that runs, or into its data
// folder when none does. Shows how far it is, and at the end which rows were bad.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Mall } from "./import/mall.ts";
import { follow } from "./import/report.ts";

const usage =
	"npm run import -- FILE [--stock 25] [--dry-run] [--url http://127.0.0.1:3000] [--user admin]";

try {
	const { file, params, url, user } = wishes();
	const mall = await mallFor(url, user);
	try {
		const job = await mall.begin(file, params);
		process.exitCode = await follow(job, mall);
	} finally {
		await mall.close();
	}
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`The import failed: ${reason}\n`);
	process.exitCode = 1;
}

function wishes() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			stock: { type: "string", default: "0" },
			"dry-run": { type: "boolean", default: false },
			url: { type: "string" },
			user: { type: "string", default: "admin" },
		},
	});
	const [file, ...others] = positionals;
	const stock = Number(values.stock);
	if (!file || others.length > 0) throw new Error(`name one file.\n${usage}`);
	if (!existsSync(file)) throw new Error(`there is no file ${file}.`);
	if (!Number.isInteger(stock) || stock < 0)
		throw new Error(`--stock is a whole number, not "${values.stock}".`);
	const params = { stock, dryRun: values["dry-run"] };
	return { file, params, url: values.url, user: values.user };
}

/** The mall at the address, the one that runs here, or none: then its services, in this process. */
async function mallFor(url: string | undefined, user: string): Promise<Mall> {
	const { addressOf } = await import("./mall/over-http.ts");
	const { mallAt, mallHere } = await import("./import/mall.ts");
	const address = await addressOf(url);
	return address === null ? mallHere() : mallAt(address, user);
}
