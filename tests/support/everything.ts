// What a mall keeps, whole: to look for what should be there, and for what should not.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { MongoClient } from "mongodb";

/** Every row of every store and every mail, as text in small letters, by the service that has it. */
export async function everythingIn(folder: string): Promise<Map<string, string>> {
	const { MONGO_URL } = process.env;
	const kept = MONGO_URL ? await inMongo(MONGO_URL) : inFiles(folder);
	const mails = join(folder, "mails");
	const names = existsSync(mails) ? readdirSync(mails) : [];
	const texts = names.map((name) => readFileSync(join(mails, name), "utf8"));
	return kept.set("mails", texts.join("\n").toLowerCase());
}

function inFiles(folder: string) {
	const kept = new Map<string, string>();
	for (const file of readdirSync(folder).filter((name) => name.endsWith(".sqlite"))) {
		const store = new DatabaseSync(join(folder, file), { readOnly: true });
		const tables = store.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
		const rows = tables.flatMap(({ name }) =>
			store.prepare(`SELECT * FROM "${String(name)}"`).all(),
		);
		kept.set(file.replace(".sqlite", ""), JSON.stringify(rows).toLowerCase());
		store.close();
	}
	return kept;
}

async function inMongo(url: string) {
	const kept = new Map<string, string>();
	const client = new MongoClient(url);
	for (const collection of await client.db().collections()) {
		const service = collection.collectionName.split(".")[0] ?? "";
		const rows = JSON.stringify(await collection.find().toArray()).toLowerCase();
		kept.set(service, (kept.get(service) ?? "") + rows);
	}
	await client.close();
	return kept;
}
