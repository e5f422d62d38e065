import { ref } from "vue";
import type { Media } from "#contracts/media";
import { client } from "../api.ts";
import { problemOf } from "./useQuery.ts";
import { useSay } from "./useSay.ts";

/** Sends pictures to the media library, one after the other; says which did not work. */
export function useUpload() {
	const say = useSay();
	const waiting = ref(0);

	async function upload(files: Iterable<File>, done: (picture: Media) => unknown) {
		const all = [...files];
		waiting.value += all.length;
		for (const file of all) {
			try {
				done(await client.send("media.upload", {}, { file }));
			} catch (thrown) {
				say.failed(problemOf(thrown));
			} finally {
				waiting.value -= 1;
			}
		}
	}

	return { upload, waiting };
}
