import type { PublicCoupon } from "#contracts/promotions";
import { useI18n } from "../i18n.ts";
import { useFormat } from "./useFormat.ts";

type Told = Pick<PublicCoupon, "discount" | "minimumSpend" | "scope">;

/** A coupon in words: what it is worth and what it asks for. */
export function useCouponWords() {
	const { t } = useI18n();
	const { roundMoney } = useFormat();

	const worth = ({ discount }: Pick<Told, "discount">) =>
		discount.type === "percent" ? `−${discount.value} %` : `−${roundMoney(discount.value)}`;

	function terms({ discount, minimumSpend, scope }: Told): string {
		const parts = [
			minimumSpend > 0
				? t("coupon.from", { amount: roundMoney(minimumSpend) })
				: t("coupon.noMinimum"),
			...(discount.cap ? [t("coupon.cap", { amount: roundMoney(discount.cap) })] : []),
			...(scope.type === "all" ? [] : [t("coupon.some")]),
		];
		return parts.join(" · ");
	}

	return { worth, terms };
}
