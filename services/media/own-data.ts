// The pictures that somebody has sent, for their own copy and when their account ends.
import type { Whom } from "#contracts/about-people";
import type { Collection } from "#mixins/collection";
import { partOf, pieceOf } from "#mixins/own-data";
import { removeFiles } from "./files.ts";
import type { Upload } from "./uploads.ts";

const ownerOf = ({ userId }: Whom) => `user:${userId}`;

type Uploads = Collection<Upload>;

export function ownData(uploads: Uploads, { whom, after }: { whom: Whom; after?: string }) {
	const pictures = partOf(uploads, { owner: ownerOf(whom) }, (upload) => {
		const { url, name, type, width, height, bytes, use, createdAt } = upload;
		return { url, name, type, width, height, bytes, use, createdAt };
	});
	return pieceOf({ pictures }, after);
}

const batch = 100;

/** The file before what is known of it: a killed process leaves no file of which nobody knows. */
export async function forgetPerson(uploads: Uploads, whom: Whom) {
	for (;;) {
		const found = await uploads.find({ query: { owner: ownerOf(whom) }, limit: batch });
		for (const { id, url } of found) {
			await removeFiles(url.slice("/media/".length));
			await uploads.remove({ id });
		}
		if (found.length < batch) return { isDone: true };
	}
}
