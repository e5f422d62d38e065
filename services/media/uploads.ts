// Pictures that buyers send: each belongs to its owner and goes after a day, unless it is held for
// a return or a review, and kept once that is written down.
import { randomUUID } from "node:crypto";
import type { Media } from "#contracts/media";
import { NOT_SIGNED_IN } from "#contracts/errors";
import { orders } from "#contracts/orders";
import { later } from "#domain/schedule";
import { newId, now } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { pictures, removeFiles } from "./files.ts";
import type { Picture } from "./pictures.ts";

export interface Upload extends Media, Stored {
	owner: string;
	/** What it is held or kept for. */
	use: string | null;
	/** When it goes; null once it is kept. */
	dueAt: string | null;
}

type Uploads = Collection<Upload>;

const daySeconds = 86_400;

/** A signed-in person, or the guest's order that the token opens. */
export async function ownerOf(ctx: Ctx<{ order?: string }>): Promise<string> {
	const { user } = ctx.meta;
	if (user) return `user:${user.id}`;
	const id = ctx.params.order ?? fail(NOT_SIGNED_IN);
	const { order } = await call(ctx, orders.payable, { id, by: "buyer" });
	return `order:${order.id}`;
}

type Sent = { owner: string; picture: Picture; name: string };

/** Written down before the file is, so that no file is left of which nobody knows. */
export async function store(uploads: Uploads, { owner, picture, name }: Sent): Promise<Media> {
	const { type, width, height, bytes } = picture;
	// Why: the address of what a person has sent must not be guessed from its content.
	const file = `${randomUUID()}.${picture.name.split(".").at(-1)}`;
	const about = { type, width, height, bytes: bytes.length, name, createdAt: now() };
	const stored = { ...about, id: newId(), url: `/media/${file}`, version: 1 };
	const dueAt = later(stored.createdAt, daySeconds);
	await uploads.insert({ ...stored, owner, use: null, dueAt });
	await pictures.write(file, bytes);
	const { version: _, ...shown } = stored;
	return shown;
}

type Claim = { owners: string[]; use: string; images: string[] };

/** The addresses of these uploads, held for the use; null for what these owners can't use. */
export async function claim(uploads: Uploads, { owners, use, images }: Claim) {
	const found = await Promise.all(images.map((image) => find(uploads, image)));
	const isTheirs = (upload: Upload | null): upload is Upload =>
		upload !== null && owners.includes(upload.owner) && (upload.use ?? use) === use;
	if (!found.every(isTheirs)) return found.map((one) => (isTheirs(one) ? one.url : null));

	const held = await Promise.all(found.map(({ id }) => hold(uploads, id, use)));
	return held.map((one) => one?.url ?? null);
}

/** One that is kept already stays as it is. */
async function hold(uploads: Uploads, id: string, use: string): Promise<Upload | null> {
	const at = now();
	const query = { id, use: { $in: [null, use] }, dueAt: { $gt: at } };
	const held = await uploads.change(query, { $set: { use, dueAt: later(at, daySeconds) } });
	return held ?? uploads.findOne({ id, use, dueAt: null });
}

export async function keep(uploads: Uploads, use: string) {
	await uploads.update({ use }, { $set: { dueAt: null } });
}

/** Kept before the others go: there is always one to show. */
export async function keepOnly(
	uploads: Uploads,
	{ use, image }: { use: string; image: string | null },
) {
	if (image !== null) await uploads.update({ use, url: image }, { $set: { dueAt: null } });
	await uploads.update({ use, url: { $ne: image } }, { $set: { dueAt: now() } });
}

const find = async (uploads: Uploads, image: string) =>
	(await uploads.findById(image)) ?? uploads.findOne({ url: image });

const batch = 100;
const gone = "gone";

/** Drops what nobody has used; first it is marked, so that nobody uses it meanwhile. */
export async function drop(uploads: Uploads) {
	const query = { dueAt: { $lte: now() } };
	const due = await uploads.find({ query, sort: ["dueAt"], limit: batch });
	for (const { id, url } of due) {
		const marked = await uploads.change({ id, ...query }, { $set: { use: gone } });
		if (!marked) continue;
		await removeFiles(url.slice("/media/".length));
		await uploads.remove({ id });
	}
}
