// The rows of an uploaded file, one after the other: CSV or JSON Lines, gzip or not, told by its
// content. Whatever its size, only a piece of it is in memory.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";

/** A row as it stands in the file, or what is wrong with it. */
export type FileRow = { row: number; value: unknown } | { row: number; broken: FieldWords };

/** The file as a whole can't be read; said to whoever sent it. */
export class UnreadableFile extends Error {
	words: FieldWords;

	constructor(message: string, zh: string) {
		super(message);
		this.words = { message, zh };
	}
}

const endless = new Set(["CSV_MAX_RECORD_SIZE", "CSV_QUOTE_NOT_CLOSED"]);
const longestRow = 1_000_000;
const largestText = 2_000_000_000;
const tooLong = said(`is longer than ${longestRow} letters`, `超过 ${longestRow} 个字符`);

export async function* rowsOf(file: string): AsyncGenerator<FileRow> {
	const { isGzip } = await beginning(file);
	try {
		const first = await firstSign(lines(textOf(file, isGzip)));
		if (first === undefined) return;
		if (first.startsWith("["))
			throw new UnreadableFile(
				"Send one JSON object a line, no list.",
				"请每行写一个 JSON 对象，不要写成列表。",
			);
		yield* first.startsWith("{") ? jsonRows(file, isGzip) : csvRows(file, { isGzip, first });
	} catch (thrown) {
		throw asUnreadable(thrown);
	}
}

async function beginning(file: string) {
	const handle = await open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return { isGzip: bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b };
	} finally {
		await handle.close();
	}
}

async function firstSign(all: AsyncIterable<string | null>) {
	for await (const line of all) {
		const written = line?.trim();
		if (written) return written;
	}
	return undefined;
}

async function* jsonRows(file: string, isGzip: boolean): AsyncGenerator<FileRow> {
	let row = 0;
	for await (const line of lines(textOf(file, isGzip))) {
		row += 1;
		if (line === null) yield { row, broken: tooLong };
		else if (line.trim() !== "") yield parsed(row, line);
	}
}

function parsed(row: number, line: string): FileRow {
	try {
		return { row, value: JSON.parse(line) };
	} catch {
		return { row, broken: said("is not valid JSON", "不是有效的 JSON") };
	}
}

/** The first record names the columns; rows are counted as a spreadsheet does. */
async function* csvRows(
	file: string,
	{ isGzip, first }: { isGzip: boolean; first: string },
): AsyncGenerator<FileRow> {
	const broken: FileRow[] = [];
	let row = 0;
	const parser = parse({
		delimiter: delimiterOf(first),
		max_record_size: longestRow,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		skip_records_with_error: true,
		on_skip: (error) => {
			// Why: from a quote that is never closed on, all that follows is misread.
			if (error && endless.has(error.code)) parser.destroy(error);
			row += 1;
			broken.push({ row, broken: said("is not valid CSV", "不是有效的 CSV") });
			return undefined;
		},
	});
	const source = textOf(file, isGzip);
	pipeline(source, parser, () => {});
	let columns: string[] | undefined;
	for await (const cells of parser as AsyncIterable<string[]>) {
		yield* broken.splice(0);
		row += 1;
		if (columns) yield { row, value: record(columns, cells) };
		else columns = cells.map((name) => name.trim());
	}
	yield* broken;
}

/** A leading apostrophe is how spreadsheets, and our own export, keep text from being a formula. */
function record(columns: string[], cells: string[]) {
	return Object.fromEntries(
		columns.map((name, index) => [name, (cells[index] ?? "").replace(/^'(?=[=+\-@\t\r])/, "")]),
	);
}

function delimiterOf(header: string) {
	const count = (sign: string) => header.split(sign).length;
	return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** Null stands for a line that is too long. */
async function* lines(source: Readable): AsyncGenerator<string | null> {
	let rest = "";
	let isTooLong = false;
	for await (const chunk of source as AsyncIterable<string>) {
		const parts = (rest + chunk).split("\n");
		rest = parts.pop() ?? "";
		for (const line of parts) {
			yield isTooLong || line.length > longestRow ? null : line;
			isTooLong = false;
		}
		if (rest.length > longestRow) {
			isTooLong = true;
			rest = "";
		}
	}
	if (isTooLong || rest !== "") yield isTooLong ? null : rest;
}

/** The text of the file without its byte order mark. */
function textOf(file: string, isGzip: boolean): Readable {
	const bytes = createReadStream(file);
	const source = isGzip ? pipeline(bytes, createGunzip(), () => {}) : bytes;
	return Readable.from(limited(source));
}

async function* limited(source: AsyncIterable<Buffer>) {
	const decoder = new TextDecoder();
	let size = 0;
	for await (const chunk of source) {
		size += chunk.length;
		if (size > largestText)
			throw new UnreadableFile("The unpacked file is too large.", "解压后的文件过大。");
		yield decoder.decode(chunk, { stream: true });
	}
	yield decoder.decode();
}

function asUnreadable(thrown: unknown) {
	if (thrown instanceof UnreadableFile || !(thrown instanceof Error)) return thrown;
	const { code } = thrown as NodeJS.ErrnoException;
	if (code?.startsWith("Z_"))
		return new UnreadableFile(
			"The gzip file is damaged or incomplete.",
			"gzip 文件已损坏或不完整。",
		);
	if (code?.startsWith("CSV_"))
		return new UnreadableFile(
			`The CSV is broken: ${thrown.message}`,
			`CSV 有误：${thrown.message}`,
		);
	return thrown;
}
