import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import openFolder from "./folder.ts";

it("takes every temporary folder away with the run, whoever forgot it", () => {
	const before = tmpdir();
	const close = openFolder();
	const forgotten = mkdtempSync(join(tmpdir(), "forgotten-"));

	close();

	expect(existsSync(forgotten)).toBe(false);
	expect(tmpdir()).toBe(before);
	expect(existsSync(before)).toBe(true);
});
