// The embedded engine's thread. Calls are answered in order, so a search sees every put before it.
import { parentPort } from "node:worker_threads";
import type { SynonymRule } from "#domain/search/synonyms";
import { giveMemoryBack } from "#mixins/memory";
import { answer, answerJson } from "./answer.ts";
import type { StoredDocument } from "./engine.ts";
import { ProductIndex } from "./product-index.ts";
import { load, save } from "./snapshot.ts";
import { suggest } from "./suggest.ts";
import type { Call, Calls, CallName, Reply } from "./worker-protocol.ts";

let index = new ProductIndex();
let synonyms: readonly SynonymRule[] = [];
let working = Promise.resolve();

type Handlers = {
	[Name in CallName]: (
		given: Calls[Name]["given"],
	) => Calls[Name]["gives"] | Promise<Calls[Name]["gives"]>;
};

const handlers: Handlers = {
	put(documents) {
		for (const document of documents) index.put(document);
		tidyAfter(documents.length);
		return null;
	},

	remove(ids) {
		for (const id of ids) index.remove(id);
		return null;
	},

	clear() {
		index = new ProductIndex();
		return null;
	},

	speak(rules) {
		synonyms = rules;
		return null;
	},

	search: (query) => answer(index, { ...query, synonyms }),
	searchJson: (query) => answerJson(answer(index, { ...query, synonyms })),
	suggest: ({ q, limit }) => suggest(index, { q, synonyms }, limit),
	get: stored,
	versions,
	count: () => index.shelf.size,

	async save({ path, stamp }) {
		await save(index, path, stamp);
		giveMemoryBack();
		return null;
	},

	async load({ path, stamp }) {
		const found = await load(path, stamp);
		if (found) index = found;
		giveMemoryBack();
		return found !== undefined;
	},
};

parentPort?.on("message", (calls: Call[]) => {
	working = working.then(() => serve(calls));
});

async function serve(calls: readonly Call[]): Promise<void> {
	const replies: Reply[] = [];
	for (const call of calls) replies.push(await replyTo(call));
	parentPort?.postMessage(replies);
}

async function replyTo({ number, name, given }: Call): Promise<Reply> {
	try {
		const handler: (given: never) => unknown = handlers[name];
		// Why: a call's name and what it is given belong together by its type, which a table
		// look-up loses.
		return { number, gives: await handler(given as never) };
	} catch (error) {
		return { number, failed: error instanceof Error ? error.message : String(error) };
	}
}

/** A large import is over when nothing came for a while. */
const quietMs = 3_000;
const many = 2_000;
let putSince = 0;
let quiet: NodeJS.Timeout | undefined;

function tidyAfter(count: number) {
	putSince += count;
	clearTimeout(quiet);
	if (putSince < many) return;
	quiet = setTimeout(() => {
		putSince = 0;
		giveMemoryBack();
	}, quietMs).unref();
}

function stored(id: string): StoredDocument | null {
	const entry = index.shelf.entry(id);
	return entry ? { id, version: entry.version, card: JSON.parse(entry.card) } : null;
}

function versions(): Record<string, number> {
	const found: Record<string, number> = {};
	for (const entry of index.shelf.entries) if (entry) found[entry.id] = entry.version;
	return found;
}
