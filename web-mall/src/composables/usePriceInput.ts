import { storeToRefs } from "pinia";
import { computed } from "vue";
import { useShopStore } from "../stores/shop.ts";

/** Amounts as people type them, in whole currency, and back. */
export function usePriceInput() {
	const { shop } = storeToRefs(useShopStore());
	const unit = computed(() => 10 ** shop.value.minorUnits);

	const toText = (amount: number | undefined) =>
		amount === undefined ? "" : String(Math.round((amount / unit.value) * 100) / 100);

	function toAmount(text: string): number | undefined {
		const value = Number(text.replace(",", "."));
		if (!text.trim() || !Number.isFinite(value) || value < 0) return undefined;
		return Math.round(value * unit.value);
	}

	return { toText, toAmount };
}
