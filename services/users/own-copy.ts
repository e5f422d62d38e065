// A copy of everything that the mall keeps about somebody, as a ZIP of readable JSON: a folder for
// each service that gives some, a file for each part. It is made while it is sent and lies nowhere.
import type { Readable } from "node:stream";
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Whom } from "#contracts/about-people";
import { Lane } from "#mixins/bulkheads";
import { now } from "#mixins/clock";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { keepers, piecesOf, whomOf } from "./everybody.ts";
import { existing } from "./people.ts";
import type { People } from "./people.ts";

/** Each asks every service of the mall. */
const lane = new Lane(4);

export async function exported(ctx: Ctx, people: People): Promise<Readable> {
	const user = await existing(people, userOf(ctx).id);
	const name = `my-data-${now().slice(0, 10)}.zip`;
	ctx.meta.$responseHeaders = {
		"Content-Type": "application/zip",
		"Content-Disposition": `attachment; filename="${name}"`,
	};
	return lane.stream(zipped(textOf(ctx, whomOf(user))));
}

/** Some text of a file; the last of each file says so. */
type Text = { file: string; text: string; isLast: boolean };

async function* textOf(ctx: Ctx, whom: Whom): AsyncIterable<Text> {
	for (const keeper of keepers) {
		let open = "";
		for await (const { part, items } of piecesOf(ctx, keeper, whom)) {
			const file = `${keeper}/${part}.json`;
			if (open !== "" && open !== file) yield { file: open, text: "\n]\n", isLast: true };
			if (items.length === 0 && open !== file) {
				open = "";
				continue;
			}
			const lead = open === file ? ",\n" : "[\n";
			const text = items.map((item) => JSON.stringify(item, null, "\t")).join(",\n");
			if (items.length > 0) yield { file, text: lead + text, isLast: false };
			open = file;
		}
		if (open !== "") yield { file: open, text: "\n]\n", isLast: true };
	}
}

async function* zipped(texts: AsyncIterable<Text>): AsyncIterable<Uint8Array> {
	const made: Uint8Array[] = [];
	const zip = new Zip((error, bytes) => {
		if (error) throw error;
		made.push(bytes);
	});
	let entry: ZipDeflate | undefined;
	for await (const { file, text, isLast } of texts) {
		if (!entry) {
			entry = new ZipDeflate(file);
			zip.add(entry);
		}
		entry.push(strToU8(text), isLast);
		if (isLast) entry = undefined;
		yield* made.splice(0);
	}
	zip.end();
	yield* made.splice(0);
}
