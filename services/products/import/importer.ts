// An import: the upload is stored whole before it is answered, then worked through in the
// background while a job reports. It may be repeated at any time: what is there already is not
// made again.
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ServiceBroker } from "moleculer";
import { BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE } from "#contracts/errors";
import { jobs } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";
import { Turns } from "#mixins/bulkheads";
import { newId } from "#mixins/clock";
import { dataDir } from "#mixins/env";
import { fail } from "#mixins/errors";
import { hint } from "#mixins/hints";
import { giveMemoryBack } from "#mixins/memory";
import { call, callAsSystem } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { actorOf } from "../edit.ts";
import { importBatch } from "./batch.ts";
import type { NumberedRow, Options, RowError, Workshop } from "./batch.ts";
import { rowsOf, UnreadableFile } from "./file.ts";
import type { FileRow } from "./file.ts";
import { readRow } from "./row.ts";

type Params = { dryRun?: boolean; stock?: number };

const folder = join(dataDir, "imports");
const batchSize = 200;
const kept = 1000;
const largest = 256 * 1024 * 1024;
const oldMs = 3_600_000;
/** One works, the others wait with their files. */
const mostAtOnce = 10;
/** Jobs that nobody hears of for long count as abandoned. */
const tellMs = 15_000;

export class Importer {
	#broker: ServiceBroker;
	#shop: Workshop;
	#turns = new Turns(mostAtOnce);
	#isStopped = false;

	constructor(broker: ServiceBroker, shop: Workshop) {
		this.#broker = broker;
		this.#shop = shop;
	}

	async begin(ctx: Ctx<Params>): Promise<Job> {
		const { dryRun: isDry = false, stock = 0 } = ctx.params;
		const by = actorOf(ctx);
		const { job } = await this.#turns.take({
			prepare: async () => {
				const file = await spool(ctx.stream);
				const job = await call(ctx, jobs.start, { kind: "import", startedBy: by.id });
				return { file, job, waiting: this.#telling(job) };
			},
			work: async ({ file, job: { id }, waiting }) => {
				clearInterval(waiting);
				await this.#run(id, file, { isDry, stock, by });
			},
		});
		return job;
	}

	#telling({ id }: Job) {
		const told = { id, status: "running", ...new Tally(false).progress() } as const;
		const tell = () => void callAsSystem(this, jobs.report, told).catch(() => {});
		return setInterval(tell, tellMs).unref();
	}

	async stop() {
		this.#isStopped = true;
		await this.#turns.over();
	}

	async #run(id: string, file: string, options: Options) {
		const count = new Tally(options.isDry);
		const report = (status: Job["status"]) =>
			callAsSystem(this, jobs.report, { id, status, ...count.progress() });
		try {
			// Why: a file that is broken as a whole is refused before anything is written.
			for await (const _ of rowsOf(file)) count.total += 1;
			if (count.total === 0)
				throw new UnreadableFile("The file has no rows.", "文件中没有数据行。");
			for await (const part of batches(rowsOf(file), batchSize)) {
				if (this.#isStopped)
					throw new UnreadableFile(
						"It was interrupted. Run it again.",
						"导入被中断，请重新运行。",
					);
				await this.#take(part, count, options);
				await report("running");
			}
			await report("done");
		} catch (thrown) {
			count.fail(thrown);
			if (!(thrown instanceof UnreadableFile)) this.#broker.logger.error("Import", thrown);
			await report("failed").catch(() => {});
		}
		await rm(file, { force: true });
		if (count.total > manyRows) giveMemoryBack();
	}

	get broker() {
		return this.#broker;
	}

	async #take(part: FileRow[], count: Tally, options: Options) {
		const rows = part.flatMap((one) => count.read(one));
		const outcome = await importBatch(this.#shop, rows, options);
		count.add(part.length, outcome);
		if (options.isDry) return;
		this.#shop.keeper.dropCounts();
		hint(this, "catalogue");
	}
}

/** An import of so many rows leaves much to be collected. */
const manyRows = 2_000;

/** How far it is, and what was wrong. */
class Tally {
	total = 0;
	#isDry: boolean;
	#done = 0;
	#created = 0;
	#updated = 0;
	#errors: RowError[] = [];
	#errorCount = 0;
	#notes: RowError[] = [];
	#rows = new Map<string, number>();

	constructor(isDry: boolean) {
		this.#isDry = isDry;
	}

	/** What the row says, if it can be used. Of two rows with one SKU the first counts. */
	read(one: FileRow): NumberedRow[] {
		const { row } = one;
		const read = "broken" in one ? { refused: one.broken } : readRow(one.value);
		if ("refused" in read) return this.#refuse(row, read.refused);
		const { sku } = read.row;
		const first = this.#rows.get(sku);
		if (first !== undefined)
			return this.#refuse(
				row,
				said(`has the SKU ${sku} of row ${first}`, `与第 ${first} 行的 SKU ${sku} 重复`),
			);
		this.#rows.set(sku, row);
		for (const words of read.notes.slice(0, kept - this.#notes.length))
			this.#notes.push({ row, ...cut(words) });
		return [{ row, said: read.row }];
	}

	add(rows: number, outcome: { created: number; updated: number; errors: RowError[] }) {
		this.#done += rows;
		this.#created += outcome.created;
		this.#updated += outcome.updated;
		for (const { row, ...words } of outcome.errors) this.#refuse(row, words);
	}

	fail(thrown: unknown) {
		const isTheirs = thrown instanceof UnreadableFile;
		this.#refuse(0, isTheirs ? thrown.words : ours);
	}

	progress() {
		return {
			done: this.#done,
			total: this.total,
			created: this.#created,
			updated: this.#updated,
			errors: this.#errors,
			errorCount: this.#errorCount,
			notes: this.#notes,
			result: { dryRun: this.#isDry },
		};
	}

	#refuse(row: number, words: FieldWords) {
		this.#errorCount += 1;
		if (this.#errors.length < kept) this.#errors.push({ row, ...cut(words) });
		return [];
	}
}

const ours = said("Something went wrong on our side.", "服务器出现问题。");

const cut = ({ message, zh }: FieldWords) => ({
	message: message.slice(0, 500),
	zh: zh.slice(0, 500),
});

/** Stores the upload; it is whole, or refused and gone. */
async function spool(stream: unknown): Promise<string> {
	const expected = "text/csv, application/x-ndjson or multipart/form-data";
	if (!isReadable(stream)) return fail(UNSUPPORTED_MEDIA_TYPE, { expected });
	await mkdir(folder, { recursive: true });
	const file = join(folder, newId());
	let size = 0;
	const limit = new Transform({
		transform(chunk: Buffer, _encoding, next) {
			size += chunk.length;
			next(size > largest ? new TooLarge() : null, chunk);
		},
	});
	try {
		await pipeline(stream, limit, createWriteStream(file));
		return file;
	} catch (thrown) {
		await rm(file, { force: true });
		if (thrown instanceof TooLarge) return fail(BODY_TOO_LARGE, { limit: largest });
		throw thrown;
	}
}

class TooLarge extends Error {}

const isReadable = (stream: unknown): stream is Readable =>
	typeof stream === "object" && stream !== null && "pipe" in stream;

/** Uploads that a killed process has left. */
export async function clearOld() {
	const names = await readdir(folder).catch(() => []);
	const before = Date.now() - oldMs;
	for (const name of names) {
		const file = join(folder, name);
		const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
		if (mtimeMs < before) await rm(file, { force: true });
	}
}

async function* batches<T>(all: AsyncIterable<T>, size: number) {
	let part: T[] = [];
	for await (const one of all) {
		part.push(one);
		if (part.length < size) continue;
		yield part;
		part = [];
	}
	if (part.length > 0) yield part;
}
