// Pictures: uploads by staff and by buyers, and the drawings of the demo shop.
import { Readable } from "node:stream";
import { media, MEDIA_NOT_FOUND } from "#contracts/media";
import type { Media } from "#contracts/media";
import { fieldWords } from "#domain/field-words";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { collection, db } from "#mixins/db";
import { fail, invalid } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { storeDrawings } from "./drawings.ts";
import type { StoredMedia } from "./drawings.ts";
import { makeFolders, pictures, removeFiles } from "./files.ts";
import * as own from "./own-data.ts";
import { pictureOf, readAll } from "./pictures.ts";
import { offeredWidth, original, resized } from "./sizes.ts";
import { claim, drop, keep, keepOnly, ownerOf, store } from "./uploads.ts";
import type { Upload } from "./uploads.ts";

const dropSeconds = 60;

export default service(media, {
	mixins: [
		loops(),
		db({
			media: collection<StoredMedia>({
				indexes: [["-createdAt"], { fields: ["url"], unique: true }],
			}),
			uploads: collection<Upload>({
				indexes: [["dueAt"], ["use"], ["owner"], { fields: ["url"], unique: true }],
			}),
		}),
	],

	actions: {
		async upload(ctx) {
			const picture = await pictureOf(await readAll(streamOf(ctx)));
			const url = `/media/${picture.name}`;

			const known = await this.db.media.findOne({ url });
			if (known) return shown(known);

			await pictures.write(picture.name, picture.bytes);
			const { type, width, height, bytes } = picture;
			const name = (ctx.meta.filename ?? "").slice(0, 200);
			const file = { url, name, type, width, height, bytes: bytes.length };
			const stored = { id: newId(), ...file, createdAt: now(), version: 1 };
			return shown(await insertOnce(this.db.media, stored));
		},

		async list(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const found = await this.db.media.list({ sort: ["-createdAt"], page, pageSize });
			return { ...found, items: found.items.map(shown) };
		},

		async remove(ctx) {
			const { id } = ctx.params;
			const file = (await this.db.media.findById(id)) ?? fail(MEDIA_NOT_FOUND, { name: id });

			await this.db.media.remove({ id });
			await removeFiles(nameOf(file));
		},

		async uploadOwn(ctx) {
			const owner = await ownerOf(ctx);
			const picture = await pictureOf(await readAll(streamOf(ctx)));
			const name = (ctx.meta.filename ?? "").slice(0, 200);
			return store(this.db.uploads, { owner, picture, name });
		},

		claim(ctx) {
			return claim(this.db.uploads, ctx.params);
		},

		async keep(ctx) {
			await keep(this.db.uploads, ctx.params.use);
		},

		async keepOnly(ctx) {
			await keepOnly(this.db.uploads, ctx.params);
		},

		async file(ctx) {
			const { name, w } = ctx.params;
			const isDrawing = name.endsWith(".svg");
			ctx.meta.$responseHeaders = headersOf(name, w === undefined && isDrawing);

			if (w === undefined) return original(name);
			ctx.meta.$responseHeaders["Content-Type"] = "image/webp";
			return resized(name, offeredWidth(w));
		},

		putDrawings(ctx) {
			return storeDrawings(this.db.media, ctx.params.drawings);
		},

		ownData(ctx) {
			return own.ownData(this.db.uploads, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson(this.db.uploads, ctx.params.whom);
		},
	},

	started() {
		makeFolders();
		this.every(dropSeconds, () => drop(this.db.uploads));
	},
});

/** Of two who upload the same picture at once, the second is shown the first one's. */
async function insertOnce(media: Collection<StoredMedia>, stored: StoredMedia) {
	try {
		return await media.insert(stored);
	} catch (thrown) {
		const known = thrown instanceof DuplicateKey && (await media.findOne({ url: stored.url }));
		if (!known) throw thrown;
		return known;
	}
}

function streamOf({ stream }: Pick<Ctx, "stream">): Readable {
	if (stream instanceof Readable) return stream;
	return invalid([{ path: "file", ...fieldWords.required }]);
}

const shown = ({ version: _version, ...file }: StoredMedia): Media => file;
const nameOf = ({ url }: Media) => url.slice("/media/".length);

const types: Record<string, string> = { jpg: "image/jpeg", svg: "image/svg+xml" };

/** A name stands for its content for ever. A drawing may run nothing, wherever it is opened. */
function headersOf(name: string, isBareDrawing: boolean): Record<string, string> {
	const ending = name.split(".").at(-1) ?? "";
	return {
		"Content-Type": types[ending] ?? `image/${ending}`,
		"Cache-Control": "public, max-age=31536000, immutable",
		...(isBareDrawing && {
			"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
		}),
	};
}
