import { toValue, watchEffect } from "vue";
import type { MaybeRefOrGetter } from "vue";
import { useRoute } from "vue-router";
import { useI18n } from "../i18n.ts";
import { useShopStore } from "../stores/shop.ts";

/** The page's name in the browser's tab: what the page knows, else what its route says. */
export function usePageTitle(title?: MaybeRefOrGetter<string | undefined>) {
	const { t } = useI18n();
	const { meta } = useRoute();
	const shopStore = useShopStore();

	watchEffect(() => {
		const own = toValue(title) ?? (meta.title ? t(`titles.${meta.title}`) : "");
		document.title = own ? `${own} · ${shopStore.shop.name}` : shopStore.shop.name;
	});
}
