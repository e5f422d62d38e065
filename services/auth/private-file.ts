// A secret of this installation that is made once and read from then on, by its owner only.
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync } from "node:fs";
import { openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { newId } from "#mixins/clock";

const ownerOnly = 0o600;

/** What the file holds. Of several processes that make it at once, one wins and all read that. */
export function keptPrivately(path: string, make: () => string): string {
	const kept = read(path);
	if (kept !== null) return kept;

	mkdirSync(dirname(path), { recursive: true });
	const draft = `${path}.${newId()}`;
	try {
		writeWhole(draft, make());
		linkSync(draft, path);
	} catch (error) {
		if (!hasCode(error, "EEXIST")) throw error;
	} finally {
		rmSync(draft, { force: true });
	}
	return readFileSync(path, "utf8");
}

/** Another content in its place, at once and whole. */
export function replacePrivately(path: string, text: string) {
	const draft = `${path}.${newId()}`;
	writeWhole(draft, text);
	renameSync(draft, path);
}

function read(path: string): string | null {
	try {
		const text = readFileSync(path, "utf8");
		chmodSync(path, ownerOnly);
		return text;
	} catch (error) {
		if (hasCode(error, "ENOENT")) return null;
		throw error;
	}
}

// Why a draft and the disk's word: a file that is there is whole, also after a power cut.
function writeWhole(path: string, text: string) {
	const file = openSync(path, "wx", ownerOnly);
	try {
		writeSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

const hasCode = (error: unknown, code: string) =>
	error instanceof Error && "code" in error && error.code === code;
