import { storeToRefs } from "pinia";
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useI18n } from "../i18n.ts";
import { useFavouritesStore } from "../stores/favourites.ts";
import { useSessionStore } from "../stores/session.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { problemOf } from "./useQuery.ts";

/** Whether a product is a favourite, and the way to change that. A guest is asked to log in. */
export function useFavourite(productId: () => string) {
	const { t } = useI18n();
	const route = useRoute();
	const router = useRouter();
	const favourites = useFavouritesStore();
	const { isSignedIn } = storeToRefs(useSessionStore());
	const toasts = useToastsStore();
	const isFavourite = computed(() => favourites.ids.has(productId()));

	async function toggle() {
		if (!isSignedIn.value) {
			toasts.show(t("favourites.login"));
			void router.push({ name: "login", query: { next: route.fullPath } });
			return;
		}
		try {
			await favourites.toggle(productId());
		} catch (thrown) {
			toasts.show(problemOf(thrown).message, { tone: "danger" });
		}
	}

	return { isFavourite, toggle };
}
