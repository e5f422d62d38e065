import { refDebounced } from "@vueuse/core";
import { computed, ref } from "vue";
import { useI18n } from "vue-i18n";
import { useRouter } from "vue-router";
import { navigation } from "../navigation.ts";
import { useSessionStore } from "../stores/session.ts";
import { useQuery } from "./useQuery.ts";
import { useWords } from "./useWords.ts";

export interface PaletteEntry {
	id: string;
	group: string;
	label: string;
	note?: string;
	image?: string | null;
	open: () => unknown;
}

const SHOWN = 5;

/** The command palette: pages and commands by name, orders, products and people by the mall. */
export function usePalette() {
	const { t } = useI18n();
	const { nameOf } = useWords();
	const router = useRouter();
	const session = useSessionStore();
	const words = ref("");
	const settled = refDebounced(words, 180);
	const wanted = computed(() => settled.value.trim());

	const ask = (right: string) =>
		wanted.value.length > 1 && session.can(right) ? { q: wanted.value, pageSize: SHOWN } : null;
	const orders = useQuery("orders.adminList", () => ask("orders:read"));
	const products = useQuery("products.adminList", () => ask("products:read"));
	const people = useQuery("users.list", () => ask("users:read"));

	const places = computed(() => {
		const names = navigation.flatMap(({ items }) => items.map(({ name }) => name));
		return [...names, "product-new", "profile"]
			.filter((name) => session.can(router.resolve({ name }).meta.right))
			.map((name): PaletteEntry => ({
				id: `page-${name}`,
				group: t("palette.pages"),
				label: t(`nav.${name}`),
				open: () => router.push({ name }),
			}));
	});
	const found = computed(() => {
		const typed = words.value.trim().toLowerCase();
		return places.value.filter(({ label }) => label.toLowerCase().includes(typed));
	});
	const entries = computed(() =>
		wanted.value.length < 2
			? found.value
			: [...found.value, ...fromOrders.value, ...fromProducts.value, ...fromPeople.value],
	);
	const pending = computed(() => orders.pending.value || products.pending.value);

	const fromOrders = computed(() =>
		(orders.data.value?.items ?? []).map((order): PaletteEntry => ({
			id: `order-${order.id}`,
			group: t("nav.orders"),
			label: order.number,
			note: order.buyer.name || order.buyer.email,
			open: () => router.push({ name: "order", params: { id: order.id } }),
		})),
	);
	const fromProducts = computed(() =>
		(products.data.value?.items ?? []).map((product): PaletteEntry => ({
			id: `product-${product.id}`,
			group: t("nav.products"),
			label: nameOf(product),
			note: product.variants[0]?.sku,
			image: product.images[0]?.url ?? null,
			open: () => router.push({ name: "product", params: { id: product.id } }),
		})),
	);
	const fromPeople = computed(() =>
		(people.data.value?.items ?? []).map((person): PaletteEntry => ({
			id: `person-${person.id}`,
			group: t("palette.people"),
			label: person.displayName || person.username,
			note: person.email,
			open: () =>
				router.push({
					name: person.kind === "staff" ? "colleague" : "customer",
					params: { id: person.id },
				}),
		})),
	);

	return { words, entries, pending };
}
