// Loaded into the mall's process in front of all else: it dies at the moment that a file names, and
// its play money takes as long as a true provider does, so that buyers can change their minds.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isMainThread } from "node:worker_threads";
import type { Doc } from "#mixins/adapters/adapter";
import { isMoment, moments } from "./moments.ts";

const slowestMs = 120;

// Why: workers are given the same options, and have no part in it.
if (isMainThread) await prepare();

async function prepare() {
	const { SqliteAdapter } = await import("#mixins/adapters/sqlite");
	const { providers } = await import("../../../services/payments/providers/table.ts");
	const store = SqliteAdapter.prototype;
	const { insert, replaceOne } = store;
	store.insert = async function dying(doc) {
		const stored = await insert.call(this, doc);
		dieAfter("insert", doc);
		return stored;
	};
	store.replaceOne = async function dying(query, doc, push) {
		const count = await replaceOne.call(this, query, doc, push);
		if (count > 0) dieAfter("replace", doc);
		return count;
	};
	const card = providers.sandbox;
	if (!("authorise" in card)) throw new Error("The play money is asked in another way now.");
	const { authorise } = card;
	card.authorise = async (charge) => {
		await wait(Math.random() * slowestMs);
		return authorise(charge);
	};
}

function dieAfter(verb: "insert" | "replace", doc: Doc) {
	const met = Object.entries(moments).some(
		([name, moment]) => moment.isAfter(verb, doc) && name === asked(),
	);
	if (met) process.kill(process.pid, "SIGKILL");
}

function asked(): string {
	try {
		const name = readFileSync(process.env["MOMENT_FILE"] ?? "", "utf8");
		return isMoment(name) ? name : "";
	} catch {
		return "";
	}
}
