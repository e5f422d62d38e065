// A process of its own that writes to an SQLite file, for tests of several and of killed processes.
// `count` adds one to a counter 300 times; `insert` inserts without end and says what was answered.
import { SqliteAdapter } from "#mixins/adapters/sqlite";

const [file = "", job] = process.argv.slice(2);
const db = new SqliteAdapter({ file, collection: "shared", indexes: [["n"]] });
await db.connect();

if (job === "count") await count();
else await insertForEver();

async function count() {
	for (let round = 0; round < 30; round += 1) {
		const ten = Array.from({ length: 10 }, () =>
			db.updateMany({ _id: "c" }, { $inc: { n: 1 } }),
		);
		await Promise.all(ten);
	}
	await db.disconnect();
}

async function insertForEver() {
	for (let n = 0; ; n += 3) {
		const docs = [n, n + 1, n + 2].map((at) => ({ _id: `${process.pid}-${at}`, n: at }));
		const three = await Promise.all(docs.map((doc) => db.insert(doc)));
		process.stdout.write(`${three.map(({ _id }) => _id).join("\n")}\n`);
	}
}
