import { refDebounced } from "@vueuse/core";
import { storeToRefs } from "pinia";
import { computed, watch } from "vue";
import type { Ref } from "vue";
import type { ParamsOf } from "#contracts/client";
import { useCartStore } from "../stores/cart.ts";
import { useQuery } from "./useQuery.ts";

/** There is less of the goods than when they were put into the cart. */
const goodsMissing = new Set(["OUT_OF_STOCK", "SKU_UNKNOWN"]);

/** What the order would cost, asked again whenever it or the cart changes. */
export function useCheckoutQuote(wanted: Ref<ParamsOf<"promotions.quote">>, isBuyNow: boolean) {
	const cartStore = useCartStore();
	const { cart, selected, error: cartError } = storeToRefs(cartStore);
	const asked = refDebounced(
		computed(() => JSON.stringify(wanted.value)),
		350,
	);
	const hasNothing = computed(() => !isBuyNow && cart.value && selected.value.length === 0);
	/** Why: a quote of an empty cart is refused, and one without a cart asked once more with it. */
	const isAskable = computed(
		() => isBuyNow || selected.value.length > 0 || (!cart.value && cartError.value),
	);
	const {
		data: quote,
		error: quoteError,
		pending: quoting,
		reload: requote,
	} = useQuery("promotions.quote", () => (isAskable.value ? JSON.parse(asked.value) : null), {
		isFresh: true,
	});
	const isEmpty = computed(() => hasNothing.value || quoteError.value?.code === "CART_EMPTY");

	watch(quoteError, (problem) => {
		if (problem && goodsMissing.has(problem.code)) void cartStore.load();
	});
	watch(
		() => cart.value?.version ?? 0,
		(_, before) => before > 0 && void requote(),
	);

	return { quote, quoteError, quoting, requote, isEmpty };
}
