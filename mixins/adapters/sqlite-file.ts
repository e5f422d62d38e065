// One open database file a process, however many collections live in it, and its write queue.
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { StatementSync } from "node:sqlite";
import { DatabaseSync } from "node:sqlite";
import { LRUCache } from "lru-cache";
import { StoreDown } from "./adapter.ts";
import { Disk } from "./disk.ts";
import { ReadDocs } from "./read-docs.ts";

type Write = {
	run: () => void;
	durable: boolean;
	settle: () => void;
	reject: (error: unknown) => void;
};

const patienceMs = 10_000;
const batchSize = 500;
const open = new Map<string, SqliteFile>();

/** Gives the open file; each opening is balanced by one `close`. */
export function openSqlite(path: string): SqliteFile {
	const full = resolve(path);
	const file = open.get(full) ?? new SqliteFile(full);
	open.set(full, file);
	file.users += 1;
	return file;
}

/**
 * Writes that are asked for in the same tick share one transaction, and are
 * answered after the commit; durable ones when the disk has it too, which is not waited for by
 * anybody else. Nothing is awaited inside a transaction, so reads never see half of one.
 */
export class SqliteFile {
	users = 0;
	commits = 0;
	#path: string;
	#db: DatabaseSync;
	#statements = new LRUCache<string, StatementSync>({ max: 500 });
	#queue: Write[] = [];
	#isScheduled = false;
	#disk: Disk;
	#version: number | undefined;
	#readDocs = new Map<string, ReadDocs>();
	#busySince = 0;
	#idle: (() => void)[] = [];

	constructor(path: string) {
		this.#path = path;
		mkdirSync(dirname(path), { recursive: true });
		this.#db = new DatabaseSync(path, {
			enableForeignKeyConstraints: false,
			timeout: patienceMs,
		});
		try {
			this.#db.exec(
				"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;" +
					"PRAGMA cache_size = -4000;" +
					"PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000",
			);
		} catch (error) {
			throw new Error(`${path} can't be opened as a store`, { cause: error });
		}
		this.#disk = new Disk(`${path}-wal`);
	}

	/** A prepared statement, kept; its rows are lists. */
	statement(sql: string): StatementSync {
		const kept = this.#statements.get(sql);
		if (kept) return kept;
		const statement = this.#db.prepare(sql);
		statement.setReturnArrays(true);
		this.#statements.set(sql, statement);
		return statement;
	}

	/** Another number after another process has written; asked once a turn, and in each transaction. */
	get version(): number {
		if (this.#version === undefined) {
			this.#version = Number(this.statement("PRAGMA data_version").get()?.[0]);
			setImmediate(() => (this.#version = undefined));
		}
		return this.#version;
	}

	/** What was read of a collection; whoever opens it here shares it. */
	readDocs(collection: string): ReadDocs {
		const docs = this.#readDocs.get(collection) ?? new ReadDocs();
		this.#readDocs.set(collection, docs);
		return docs;
	}

	exec(sql: string) {
		this.#db.exec(sql);
	}

	/** Runs inside the next transaction; the answer comes when it is committed. */
	write<T>(work: () => T, durable: boolean): Promise<T> {
		return new Promise((done, reject) => {
			let answer: { value: T } | undefined;
			this.#queue.push({
				run: () => {
					answer = { value: work() };
				},
				durable,
				settle: () => answer && done(answer.value),
				reject,
			});
			this.#schedule();
		});
	}

	/** Waits for the queue; the last user closes the file. */
	async close() {
		while (this.#queue.length > 0) await new Promise<void>((done) => this.#idle.push(done));
		this.users -= 1;
		if (this.users > 0) return;
		await this.#disk.close();
		open.delete(this.#path);
		this.#statements.clear();
		this.#db.close();
	}

	/** What is asked for during a sync would wait for the next one: it is committed together then. */
	#schedule() {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		const { syncing } = this.#disk;
		if (syncing) void syncing.then(() => setImmediate(() => this.#flush()));
		else setImmediate(() => this.#flush());
	}

	#flush() {
		this.#isScheduled = false;
		const batch = this.#queue.slice(0, batchSize);
		try {
			if (!this.#begin()) return this.#waitForOther();
			this.#queue.splice(0, batch.length);
			const settled = this.#run(batch);
			this.statement("COMMIT").run();
			this.commits += 1;
			this.#answer(batch, settled);
		} catch (error) {
			this.#queue = this.#queue.filter((write) => !batch.includes(write));
			this.#undo("ROLLBACK");
			for (const { reject } of batch) reject(understood(error));
		}
		if (this.#queue.length > 0) return this.#schedule();
		for (const done of this.#idle.splice(0)) done();
	}

	#answer(batch: Write[], settled: (() => void)[]) {
		const waiting: number[] = [];
		for (const [at, settle] of settled.entries()) {
			if (batch[at]?.durable) waiting.push(at);
			else settle();
		}
		if (waiting.length === 0) return;
		this.#disk.reached(
			() => waiting.forEach((at) => settled[at]?.()),
			(error) => waiting.forEach((at) => batch[at]?.reject(error)),
		);
	}

	/** False while another process writes: its turn is waited for without blocking this one. */
	#begin(): boolean {
		this.#db.exec("PRAGMA busy_timeout = 0");
		try {
			this.statement("BEGIN IMMEDIATE").run();
			this.#version = undefined;
			this.#busySince = 0;
			return true;
		} catch (error) {
			this.#busySince ||= performance.now();
			const isLate = performance.now() - this.#busySince > patienceMs;
			if (isBusy(error) && !isLate) return false;
			this.#busySince = 0;
			throw error;
		} finally {
			this.#db.exec(`PRAGMA busy_timeout = ${patienceMs}`);
		}
	}

	#waitForOther() {
		this.#isScheduled = true;
		setTimeout(() => this.#flush(), 1 + Math.random() * 3);
	}

	/** Writes rarely fail: only a batch of which one does is run again, each with a savepoint. */
	#run(batch: Write[]): (() => void)[] {
		if (batch.length === 1) return batch.map(ran);
		try {
			return batch.map(ran);
		} catch {
			this.#undo("ROLLBACK");
			this.statement("BEGIN IMMEDIATE").run();
			return batch.map((write) => this.#apart(write));
		}
	}

	/** SQLite ends a transaction by itself when the disk is full; what was read in it is as untrue then. */
	#undo(sql: string) {
		if (this.#db.isTransaction) this.#db.exec(sql);
		for (const docs of this.#readDocs.values()) docs.clear();
	}

	#apart(write: Write): () => void {
		this.statement("SAVEPOINT own").run();
		try {
			write.run();
			this.statement("RELEASE own").run();
			return write.settle;
		} catch (error) {
			const isOver = !this.#db.isTransaction;
			this.#undo("ROLLBACK TO own; RELEASE own");
			if (isOver) throw error;
			return () => write.reject(understood(error));
		}
	}
}

function ran(write: Write): () => void {
	write.run();
	return write.settle;
}

/** SQLite's primary result codes: sqlite.org/rescode.html. */
const busy = 5;
const down = new Set([busy, 8, 10, 11, 13, 14]);

function codeOf(error: unknown): number | undefined {
	if (!(error instanceof Error) || !("errcode" in error)) return undefined;
	return Number(error.errcode) & 0xff;
}

const isBusy = (error: unknown) => codeOf(error) === busy;

function understood(error: unknown): unknown {
	const code = codeOf(error);
	return error instanceof Error && code !== undefined && down.has(code)
		? new StoreDown(error)
		: error;
}
