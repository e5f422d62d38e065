import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SqliteAdapter } from "#mixins/adapters/sqlite";
import { windowsContract } from "#tests/support/windows-contract";
import { MemoryWindows, StoredWindows } from "./windows.ts";

windowsContract("Memory", async () => new MemoryWindows());

windowsContract("A shared file", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "windows-")), "api.sqlite");
	const adapter = new SqliteAdapter({ file, collection: "windows", indexes: [["endsAt"]] });
	await adapter.connect();
	return new StoredWindows(adapter);
});
