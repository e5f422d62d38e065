import { storeToRefs } from "pinia";
import { computed, shallowRef } from "vue";
import type { CartItem } from "#contracts/carts";
import { useCartStore } from "../stores/cart.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { problemOf } from "./useQuery.ts";

/** The cart with what a person does to it; each refusal is said, a removal can be undone. */
export function useCart() {
	const store = useCartStore();
	const { cart, error, pending, count, missing, selected } = storeToRefs(store);
	const toasts = useToastsStore();
	/** What was taken out last, so that it can be put back. */
	const removed = shallowRef<CartItem>();
	const isAllSelected = computed(
		() => cart.value?.items.every(({ selected, isGone }) => selected || isGone) ?? false,
	);

	async function said(work: Promise<unknown>) {
		try {
			await work;
			return true;
		} catch (thrown) {
			toasts.show(problemOf(thrown).message, { tone: "danger" });
			return false;
		}
	}

	const setQuantity = (item: CartItem, quantity: number) =>
		said(store.change(item.sku, { quantity }));
	const setSelected = (item: CartItem, isSelected: boolean) =>
		said(store.change(item.sku, { selected: isSelected }));

	function selectAll(isSelected: boolean) {
		const others =
			cart.value?.items.filter((item) => !item.isGone && item.selected !== isSelected) ?? [];
		return Promise.all(others.map((item) => setSelected(item, isSelected)));
	}

	async function remove(item: CartItem) {
		if (await said(store.remove(item))) removed.value = item;
	}

	async function undo() {
		const item = removed.value;
		removed.value = undefined;
		if (item) await said(store.putBack(item));
	}

	return {
		cart,
		error,
		pending,
		count,
		selected,
		isAllSelected,
		setQuantity,
		setSelected,
		selectAll,
		remove,
		removed,
		undo,
		missing,
		reload: store.load,
	};
}
