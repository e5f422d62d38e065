// A product's picture grows from its card into its page, and shrinks back, where the browser can.
import { nextTick, shallowRef } from "vue";
import type { Router } from "vue-router";

/** The product whose card and page share a picture during the change of pages. */
const flying = shallowRef<string>();

export const flight = { viewTransitionName: "product-picture" };

/** The style of a card's picture: it has the name only while it is the one that flies. */
export const flightOf = (slug: string) => (flying.value === slug ? flight : undefined);

export function flyPictures(router: Router) {
	let arrive = () => {};
	let last: ViewTransition | undefined;
	const isStill = matchMedia("(prefers-reduced-motion: reduce)");

	router.beforeResolve(async (to, from) => {
		const isBetween = (to.name === "product") !== (from.name === "product");
		const { slug } = to.name === "product" ? to.params : from.params;
		if (!("startViewTransition" in document) || !isBetween || isStill.matches) return;
		arrive();
		if (!from.name || typeof slug !== "string") return;
		flying.value = slug;
		await nextTick();
		await new Promise<void>((leave) => {
			const change = (last = document.startViewTransition(() => {
				leave();
				return new Promise<void>((arrived) => (arrive = arrived));
			}));
			// Why: they reject when the browser leaves the animation out, which is its right.
			change.ready.catch(() => {});
			change.finished
				.catch(() => {})
				.finally(() => {
					if (change === last) flying.value = undefined;
				});
		});
	});
	// Why not the next tick: the router puts the page to its old place after that.
	router.afterEach(() => void setTimeout(() => arrive()));
	router.onError(() => arrive());
}
