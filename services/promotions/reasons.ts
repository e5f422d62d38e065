// Why something does not apply to an order, as people read it.
import type { Language } from "#contracts/schema";
import type { ClaimReason } from "#domain/coupons";
import type { QuoteReason } from "#domain/pricing";

export type Reason = QuoteReason | ClaimReason | "COUPON_UNKNOWN";

const sentences: Record<Reason, Record<Language, string>> = {
	NOT_FIRST_ORDER: { en: "It is for a first order.", zh: "仅限首单使用。" },
	NO_MATCHING_PRODUCT: {
		en: "None of these products takes part.",
		zh: "所选商品均不参与该活动。",
	},
	MINIMUM_NOT_REACHED: {
		en: "The products that take part don't reach the minimum amount.",
		zh: "参与活动的商品未达到最低金额。",
	},
	OTHER_PROMOTION_APPLIES: {
		en: "Another promotion applies in its place.",
		zh: "已享受其他促销活动。",
	},
	COUPON_UNKNOWN: { en: "There is no such coupon.", zh: "没有这张优惠券。" },
	COUPON_DISABLED: { en: "It is switched off.", zh: "该优惠券已停用。" },
	COUPON_NOT_STARTED: { en: "It can't be used yet.", zh: "该优惠券尚未生效。" },
	COUPON_EXPIRED: { en: "It has expired.", zh: "该优惠券已过期。" },
	COUPON_NOT_CLAIMED: { en: "Claim it first.", zh: "请先领取该优惠券。" },
	COUPON_NOT_CLAIMABLE: { en: "It is used by its code.", zh: "该优惠券通过优惠码使用。" },
	COUPON_ALREADY_CLAIMED: { en: "You have claimed it already.", zh: "您已领取过该优惠券。" },
	COUPON_ALREADY_USED: { en: "You have used it already.", zh: "您已使用过该优惠券。" },
	COUPON_USED_UP: { en: "No more of them are left.", zh: "该优惠券已用完。" },
	COUPON_OTHER_GOODS: { en: "It is for other products.", zh: "该优惠券不适用于所选商品。" },
	COUPON_MINIMUM_SPEND: {
		en: "The products it is for don't reach its minimum amount.",
		zh: "适用商品未达到最低消费金额。",
	},
	POINTS_BALANCE: { en: "You have fewer than that.", zh: "可用数量不足。" },
	POINTS_LIMIT: {
		en: "They pay at most half of an order.",
		zh: "最多抵扣订单金额的一半。",
	},
	SHIPPING_METHOD_UNAVAILABLE: {
		en: "It does not ship to this address.",
		zh: "不支持配送到该地址。",
	},
};

export const sentence = (reason: Reason, language: Language = "en") => sentences[reason][language];

export const pointsLabel: Record<Language, string> = { en: "Points", zh: "积分" };
