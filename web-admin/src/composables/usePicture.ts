import { useLibrary } from "./useLibrary.ts";
import { useUpload } from "./useUpload.ts";

/** A picture for a form: a new one, or one of the library. */
export function usePicture(put: (url: string) => void) {
	const library = useLibrary();
	const { upload, waiting } = useUpload();

	function choose({ url }: { url: string }) {
		library.close();
		put(url);
	}

	return { library, waiting, choose, add: (files: File[]) => upload(files, choose) };
}
