import { ref } from "vue";
import { problemOf } from "./useQuery.ts";
import { useSay } from "./useSay.ts";

/** Fetches a file with the login, and hands it to the browser's downloads. */
export function useDownload() {
	const say = useSay();
	const pending = ref(false);

	async function save(name: string, ask: () => Promise<unknown>) {
		pending.value = true;
		try {
			const body = await ask();
			if (!(body instanceof Blob)) return;
			const link = document.createElement("a");
			link.href = URL.createObjectURL(body);
			link.download = name;
			link.click();
			setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
		} catch (thrown) {
			say.failed(problemOf(thrown));
		} finally {
			pending.value = false;
		}
	}

	return { save, pending };
}
