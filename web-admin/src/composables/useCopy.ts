import { useClipboard } from "@vueuse/core";
import { useSay } from "./useSay.ts";

/** Puts text onto the clipboard, and says so. */
export function useCopy() {
	const say = useSay();
	const { copy } = useClipboard({ legacy: true });

	return async function take(text: string) {
		await copy(text);
		say.done("order.copied");
	};
}
