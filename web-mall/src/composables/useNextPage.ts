import { useRoute, useRouter } from "vue-router";
import { isOwnLink } from "../logic/links.ts";

/** Where a login leads back to: a page of the mall, never elsewhere. */
export function useNextPage() {
	const route = useRoute();
	const router = useRouter();
	const next = () => String(route.query.next ?? "");

	const goOn = () => router.replace(isOwnLink(next()) ? next() : { name: "home" });

	return { goOn, next, query: route.query };
}
