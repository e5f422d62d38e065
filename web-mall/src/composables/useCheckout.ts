import { storeToRefs } from "pinia";
import { computed, watch } from "vue";
import { useRoute } from "vue-router";
import type { ParamsOf } from "#contracts/client";
import { keptBuyNow } from "../keeping.ts";
import { changedLines } from "../logic/cart-changes.ts";
import { missingIn } from "../logic/countries.ts";
import { bestFirst } from "../logic/coupon-worth.ts";
import { useCartStore } from "../stores/cart.ts";
import { useCheckoutStore } from "../stores/checkout.ts";
import { useSessionStore } from "../stores/session.ts";
import { useCheckoutQuote } from "./useCheckoutQuote.ts";
import { useQuery } from "./useQuery.ts";

/** What the checkout page shows: what was typed, what can be chosen, what it would cost. */
export function useCheckout() {
	const route = useRoute();
	const { draft, card } = storeToRefs(useCheckoutStore());
	const { isSignedIn } = storeToRefs(useSessionStore());
	const { cart } = storeToRefs(useCartStore());
	const isBuyNow = route.query.now === "1" && keptBuyNow.value !== null;
	const items = computed(() => (isBuyNow ? (keptBuyNow.value ?? undefined) : undefined));
	const changes = computed(() => (isBuyNow ? [] : changedLines(cart.value?.items ?? [])));
	const { data: book, pending: isLooking } = useQuery("users.addresses", () =>
		isSignedIn.value ? { pageSize: 100 } : null,
	);
	const addresses = computed(() => (isSignedIn.value ? (book.value?.items ?? []) : []));
	/** Why: a form that makes way for known addresses would make the page jump. */
	const isWaiting = computed(() => isLooking.value && !book.value);
	const { data: mine } = useQuery("promotions.mine", () =>
		isSignedIn.value ? { pageSize: 100 } : null,
	);
	const { data: ownPoints } = useQuery("users.points", () =>
		isSignedIn.value ? { pageSize: 1 } : null,
	);
	const points = computed(() => (isSignedIn.value ? (ownPoints.value?.available ?? 0) : 0));
	const { data: methods } = useQuery("payments.methods", {});
	const isTyped = computed(() => !addresses.value.some(({ id }) => id === draft.value.addressId));
	const address = computed(() => {
		if (!isTyped.value) return draft.value.addressId;
		return missingIn(draft.value.address).length ? undefined : draft.value.address;
	});
	const wanted = computed<ParamsOf<"promotions.quote">>(() => ({
		...(items.value && { items: items.value }),
		...(address.value && { address: address.value }),
		...(draft.value.coupon && { coupon: draft.value.coupon }),
		...(isSignedIn.value && draft.value.points > 0 && { points: draft.value.points }),
		...(draft.value.shippingMethod && { shippingMethod: draft.value.shippingMethod }),
	}));
	const { quote, quoteError, quoting, requote, isEmpty } = useCheckoutQuote(wanted, isBuyNow);
	const coupons = computed(() => {
		const own = isSignedIn.value ? (mine.value?.items ?? []) : [];
		const usable = own.filter(({ status }) => status === "usable");
		return quote.value ? bestFirst(usable, quote.value) : [];
	});

	watch(
		addresses,
		(known) => {
			if (!known.length || draft.value.addressId === "new") return;
			if (known.some(({ id }) => id === draft.value.addressId)) return;
			const first = known.find(({ isDefault }) => isDefault) ?? known[0];
			draft.value.addressId = first?.id ?? "new";
		},
		{ immediate: true },
	);
	watch(quote, (answer) => {
		const offered = answer?.shippingMethods ?? [];
		if (offered.some(({ key }) => key === draft.value.shippingMethod)) return;
		draft.value.shippingMethod = answer?.shippingMethod ?? offered[0]?.key ?? "";
	});
	watch(quoteError, (problem) => {
		if (problem?.code === "SHIPPING_METHOD_UNKNOWN") draft.value.shippingMethod = "";
	});
	watch(methods, (offered) => {
		if (!offered?.length || offered.some(({ key }) => key === draft.value.method)) return;
		draft.value.method = offered[0]?.key ?? "sandbox";
	});

	return {
		draft,
		card,
		isSignedIn,
		isBuyNow,
		isEmpty,
		isWaiting,
		items,
		changes,
		addresses,
		coupons,
		points,
		methods,
		isTyped,
		quote,
		quoteError,
		quoting,
		requote,
	};
}
