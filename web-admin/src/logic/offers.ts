// Promotions and coupons as their forms hold them, and the way from and to what the mall knows.
import type { Coupon, Promotion } from "#contracts/promotions";

type Scope = Promotion["scope"];

export interface PromotionDraft {
	name: string;
	/** Its name in Chinese. */
	chinese: string;
	scope: { type: Scope["type"]; ids: string[] };
	minAmount: number | null;
	categoryIds: string[];
	brandIds: string[];
	tags: string[];
	firstOrder: boolean;
	action: Promotion["rules"]["action"]["type"];
	percent: number;
	amount: number | null;
	startsAt: string;
	endsAt: string;
	priority: number;
	enabled: boolean;
}

export interface CouponDraft {
	name: string;
	chinese: string;
	kind: Coupon["kind"];
	code: string;
	type: Coupon["discount"]["type"];
	percent: number;
	amount: number | null;
	cap: number | null;
	scope: { type: Scope["type"]; ids: string[] };
	minimumSpend: number | null;
	total: number;
	perPerson: number;
	startsAt: string;
	endsAt: string;
	enabled: boolean;
}

const nameInChinese = ({ chinese }: { chinese: string }): Promotion["translations"] =>
	chinese.trim() ? { zh: { name: chinese } } : {};

const MONTH = 30 * 86_400_000;
const period = (now: number) => ({
	startsAt: new Date(now).toISOString(),
	endsAt: new Date(now + MONTH).toISOString(),
});
const scopeDraft = ({ type, ids = [] }: Scope) => ({ type, ids });
const scopeInput = ({ type, ids }: { type: Scope["type"]; ids: string[] }): Scope =>
	type === "all" ? { type } : { type, ids };

export const blankPromotion = (now = Date.now()): PromotionDraft => ({
	name: "",
	chinese: "",
	scope: { type: "all", ids: [] },
	minAmount: null,
	categoryIds: [],
	brandIds: [],
	tags: [],
	firstOrder: false,
	action: "percent",
	percent: 10,
	amount: null,
	...period(now),
	priority: 10,
	enabled: true,
});

export function promotionDraft(promotion: Promotion): PromotionDraft {
	const { name, startsAt, endsAt, priority, enabled, rules, scope } = promotion;
	const { minAmount = null, categoryIds = [], brandIds = [], tags = [] } = rules.conditions;
	const { type, value } = rules.action;
	return {
		name,
		chinese: promotion.translations?.zh?.name ?? "",
		startsAt,
		endsAt,
		priority,
		enabled,
		minAmount,
		categoryIds,
		brandIds,
		tags,
		scope: scopeDraft(scope),
		firstOrder: rules.conditions.firstOrder ?? false,
		action: type,
		percent: type === "percent" ? value : 10,
		amount: type === "amount" ? value : null,
	};
}

export function promotionInput(draft: PromotionDraft) {
	const { name, startsAt, endsAt, priority, enabled, action, percent, amount } = draft;
	const { minAmount, categoryIds, brandIds, tags, firstOrder } = draft;
	const values = { percent, amount: amount ?? 0, "free-shipping": 0 };
	return {
		name,
		translations: nameInChinese(draft),
		startsAt,
		endsAt,
		priority,
		enabled,
		scope: scopeInput(draft.scope),
		rules: {
			conditions: {
				...(minAmount !== null && { minAmount }),
				...(categoryIds.length > 0 && { categoryIds }),
				...(brandIds.length > 0 && { brandIds }),
				...(tags.length > 0 && { tags }),
				...(firstOrder && { firstOrder }),
			},
			action: { type: action, value: values[action] },
		},
	};
}

export const blankCoupon = (now = Date.now()): CouponDraft => ({
	name: "",
	chinese: "",
	kind: "claim",
	code: "",
	type: "percent",
	percent: 10,
	amount: null,
	cap: null,
	scope: { type: "all", ids: [] },
	minimumSpend: 0,
	total: 100,
	perPerson: 1,
	...period(now),
	enabled: true,
});

export function couponDraft(coupon: Coupon): CouponDraft {
	const { name, kind, code = "", discount, minimumSpend, total, perPerson } = coupon;
	const { startsAt, endsAt, enabled, scope } = coupon;
	const { type, value, cap = null } = discount;
	return {
		name,
		chinese: coupon.translations?.zh?.name ?? "",
		kind,
		code,
		type,
		cap,
		minimumSpend,
		total,
		perPerson,
		startsAt,
		endsAt,
		enabled,
		scope: scopeDraft(scope),
		percent: type === "percent" ? value : 10,
		amount: type === "amount" ? value : null,
	};
}

/** Its kind and its code stay as they were made. */
export const newCouponInput = (draft: CouponDraft) => ({
	...couponInput(draft),
	kind: draft.kind,
	...(draft.kind === "code" && { code: draft.code.trim() }),
});

export function couponInput(draft: CouponDraft) {
	const { name, type, percent, amount, cap, minimumSpend, total, perPerson } = draft;
	const { startsAt, endsAt, enabled } = draft;
	return {
		name,
		translations: nameInChinese(draft),
		total,
		perPerson,
		startsAt,
		endsAt,
		enabled,
		discount: {
			type,
			value: type === "percent" ? percent : (amount ?? 0),
			...(type === "percent" && cap !== null && { cap }),
		},
		scope: scopeInput(draft.scope),
		minimumSpend: minimumSpend ?? 0,
	};
}
