import { computed } from "vue";
import type { CartItem } from "#contracts/carts";
import { useI18n } from "../i18n.ts";
import { useFormat } from "./useFormat.ts";

/** What has changed of a line since it was put into the cart, in words. */
export function useCartNotes(item: () => CartItem) {
	const { t } = useI18n();
	const { money } = useFormat();
	const stockNote = computed(() => {
		const { isGone, available, quantity } = item();
		if (isGone) return t("cart.gone");
		if (available === 0) return t("cart.soldOut");
		return available < quantity ? t("cart.less", { left: available }) : "";
	});
	const priceNote = computed(() => {
		const { previousPrice: before, unitPrice: now } = item();
		if (before === undefined || before === now) return "";
		const key = before > now ? "cart.cheaper" : "cart.dearer";
		return t(key, { before: money(before), now: money(now) });
	});

	return { stockNote, priceNote };
}
