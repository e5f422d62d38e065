import { useRouter } from "vue-router";
import { isOwnLink } from "../logic/links.ts";

/** For texts that the shop has written: their links to its own pages need no new document. */
export function useInnerLinks() {
	const router = useRouter();

	return function follow(event: MouseEvent) {
		const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
		const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
		const address = link?.getAttribute("href") ?? "";
		const isOurs = isOwnLink(address) && !/^\/(admin|api|media)(\/|$)/.test(address);
		if (!isPlain || !isOurs || link?.getAttribute("target")) return;
		event.preventDefault();
		void router.push(address);
	};
}
