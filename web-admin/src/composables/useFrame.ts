import { useIntervalFn } from "@vueuse/core";
import { storeToRefs } from "pinia";
import { computed, watchEffect } from "vue";
import { useI18n } from "vue-i18n";
import { useRoute, useRouter } from "vue-router";
import { client } from "../api.ts";
import { navigation } from "../navigation.ts";
import { useCrumbStore } from "../stores/crumb.ts";
import { useSessionStore } from "../stores/session.ts";
import { useAppearance } from "./useAppearance.ts";
import { useQuery } from "./useQuery.ts";

const MINUTE = 60_000;

/** What stands around every page: where one may go, where one is, what is new. */
export function useFrame() {
	const { t, te } = useI18n();
	const route = useRoute();
	const router = useRouter();
	const session = useSessionStore();
	const { isStaff } = storeToRefs(session);
	const { name: ownName } = storeToRefs(useCrumbStore());
	const { isDark, toggle } = useAppearance();
	const notices = useQuery("notifications.list", () => (isStaff.value ? { pageSize: 10 } : null));

	const groups = computed(() =>
		navigation
			.map(({ key, items }) => ({ key, items: items.filter((item) => mayOpen(item.name)) }))
			.filter(({ items }) => items.length > 0),
	);
	const crumbs = computed(() => {
		const { above } = route.meta;
		const own = ownName.value || titleOf(String(route.name));
		return [...(above ? [{ label: titleOf(above), to: { name: above } }] : []), { label: own }];
	});
	const bell = computed(() => ({
		unread: notices.data.value?.unread ?? 0,
		items: notices.data.value?.items ?? [],
	}));

	const mayOpen = (name: string) => session.can(router.resolve({ name }).meta.right);
	const titleOf = (name: string) => (te(`nav.${name}`) ? t(`nav.${name}`) : "");

	async function readAll() {
		await client.send("notifications.readAll").catch(() => undefined);
		await notices.reload();
	}

	watchEffect(() => {
		const label = crumbs.value.at(-1)?.label;
		document.title = label ? `${label} · ${t("frame.console")}` : t("frame.console");
	});
	useIntervalFn(() => {
		if (document.visibilityState === "visible") void notices.reload();
	}, MINUTE);

	return { groups, crumbs, bell, isDark, toggleAppearance: toggle, readAll };
}
