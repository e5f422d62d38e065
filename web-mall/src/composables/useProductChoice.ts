import { computed, ref, watch } from "vue";
import type { Ref } from "vue";
import type { Product } from "#contracts/products";
import { choose, firstChoice, variantOf } from "../logic/options.ts";
import type { Chosen } from "../logic/options.ts";

/** What a shopper has chosen of a product: its options, the variant they lead to, how many. */
export function useProductChoice(product: Ref<Product | undefined>) {
	const chosen = ref<Chosen>({});
	const quantity = ref(1);
	const variant = computed(() => {
		const { variants = [], options = [] } = product.value ?? {};
		return variantOf(variants, options, chosen.value);
	});
	const price = computed(() => variant.value?.price ?? product.value?.price ?? 0);
	const listPrice = computed(() =>
		variant.value ? variant.value.listPrice : (product.value?.listPrice ?? null),
	);

	function pick(name: string, value: string) {
		chosen.value = choose(product.value?.variants ?? [], chosen.value, [name, value]);
	}

	watch(
		() => product.value?.id,
		() => {
			chosen.value = firstChoice(product.value?.variants ?? []);
			quantity.value = 1;
		},
		{ immediate: true },
	);
	watch(
		() => variant.value?.available,
		(left = 1) => (quantity.value = Math.max(1, Math.min(quantity.value, left))),
	);

	return { chosen, quantity, variant, price, listPrice, pick };
}
