import {
	boolean,
	contract,
	email,
	error,
	id,
	int,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	record,
	sku,
	string,
	text,
	timestamp,
	either,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { OUT_OF_STOCK } from "./inventory.ts";
import { SKU_UNKNOWN } from "./products.ts";
import { ShippingOption } from "./settings.ts";
import { Address, ADDRESS_NOT_FOUND } from "./users.ts";

export const couponKinds = ["claim", "code"] as const;

export const Scope = object({
	type: oneOf("all", "categories", "products"),
	ids: optional(list(id(), { max: 500, unique: true })),
});

const couponFields = {
	name: text(120),
	kind: oneOf(...couponKinds),
	code: optional(string({ min: 3, max: 40, pattern: "^[A-Z0-9-]+$" })),
	discount: object({
		type: oneOf("amount", "percent"),
		/** Minor units for an amount, whole percent for a percentage. */
		value: int({ min: 1, max: 1e9 }),
		cap: optional(Money),
	}),
	scope: Scope,
	minimumSpend: Money,
	total: int({ min: 1, max: 1e9 }),
	perPerson: int({ min: 1, max: 1000 }),
	startsAt: timestamp(),
	endsAt: timestamp(),
	enabled: boolean(),
};

export const Coupon = object({
	id: id(),
	...couponFields,
	claimed: int(),
	redeemed: int(),
	createdAt: timestamp(),
	version: int(),
});
export type Coupon = Infer<typeof Coupon>;

/** A coupon as shoppers see it. */
export const PublicCoupon = object({
	id: id(),
	name: text(120),
	discount: couponFields.discount,
	scope: Scope,
	minimumSpend: Money,
	endsAt: timestamp(),
	/** Whether the person who asks has it already. */
	isClaimed: boolean(),
});
export type PublicCoupon = Infer<typeof PublicCoupon>;

/** A coupon in somebody's hands. */
export const ClaimedCoupon = object({
	id: id(),
	couponId: id(),
	name: text(120),
	discount: couponFields.discount,
	scope: Scope,
	minimumSpend: Money,
	startsAt: timestamp(),
	endsAt: timestamp(),
	status: oneOf("usable", "used", "expired"),
});
export type ClaimedCoupon = Infer<typeof ClaimedCoupon>;

const OrderRules = object({
	conditions: object({
		minAmount: optional(Money),
		categoryIds: optional(list(id(), { max: 100 })),
		brandIds: optional(list(id(), { max: 100 })),
		tags: optional(list(string({ max: 60 }), { max: 50 })),
		firstOrder: optional(boolean()),
	}),
	action: object({
		type: oneOf("percent", "amount", "free-shipping"),
		value: int({ max: 1e9 }),
	}),
});

const promotionFields = {
	name: text(120),
	kind: oneOf("order"),
	scope: Scope,
	rules: OrderRules,
	startsAt: timestamp(),
	endsAt: timestamp(),
	priority: int({ max: 1000 }),
	enabled: boolean(),
};

export const Promotion = object({
	id: id(),
	...promotionFields,
	createdAt: timestamp(),
	version: int(),
});
export type Promotion = Infer<typeof Promotion>;

export const Wanted = object({ sku: sku(), quantity: int({ min: 1, max: 999 }) });
export type Wanted = Infer<typeof Wanted>;

/** A line as the catalogue prices it, handed on by a service that has just resolved it. */
export const GoodsLine = object({
	sku: sku(),
	productId: id(),
	categoryIds: list(id(), { max: 20 }),
	brandId: nullable(id()),
	tags: list(string({ max: 60 }), { max: 50 }),
	unitPrice: Money,
	quantity: int({ min: 1 }),
});
export type GoodsLine = Infer<typeof GoodsLine>;

export const QuoteItem = object({
	sku: sku(),
	productId: id(),
	name: string({ max: 300 }),
	image: nullable(url()),
	options: record(string({ max: 80 }), { max: 10 }),
	unitPrice: Money,
	quantity: int({ min: 1 }),
	/** This line's share of every discount. */
	discount: Money,
	total: Money,
});
export type QuoteItem = Infer<typeof QuoteItem>;

export const Totals = object({
	goods: Money,
	promotion: Money,
	coupon: Money,
	points: Money,
	shipping: Money,
	tax: Money,
	taxIncluded: boolean(),
	total: Money,
});
export type Totals = Infer<typeof Totals>;

export const Discount = object({ label: string({ max: 200 }), amount: Money });
export const Rejected = object({ label: string({ max: 200 }), reason: string({ max: 500 }) });

/** What an order would cost now. */
export const Quote = object({
	items: list(QuoteItem, { max: 200 }),
	totals: Totals,
	discounts: list(Discount, { max: 50 }),
	rejected: list(Rejected, { max: 50 }),
	shippingMethods: list(ShippingOption, { max: 50 }),
	shippingMethod: nullable(string({ max: 60 })),
});
export type Quote = Infer<typeof Quote>;

/** A finished price for an order: the quote and what redeeming it needs. */
export const Price = object({
	quote: Quote,
	claimId: nullable(id()),
	couponId: nullable(id()),
	points: int(),
	address: nullable(Address),
});
export type Price = Infer<typeof Price>;

export const COUPON_NOT_FOUND = error(
	"COUPON_NOT_FOUND",
	404,
	"There is no coupon {id}.",
	"没有优惠券 {id}。",
);
export const COUPON_NOT_USABLE = error(
	"COUPON_NOT_USABLE",
	409,
	"The coupon can't be used: {reason}",
	"优惠券无法使用:{reason}",
);
export const COUPON_GONE = error(
	"COUPON_GONE",
	409,
	"No more of these coupons are left.",
	"该优惠券已领完。",
);
export const COUPON_CLAIMED = error(
	"COUPON_CLAIMED",
	409,
	"You have claimed this coupon as often as one person may.",
	"您已达到该优惠券的领取上限。",
);
export const CODE_TAKEN = error(
	"CODE_TAKEN",
	409,
	"Another coupon has the code {code}.",
	"优惠码 {code} 已被其他优惠券使用。",
);
export const PROMOTION_NOT_FOUND = error(
	"PROMOTION_NOT_FOUND",
	404,
	"There is no promotion {id}.",
	"没有促销活动 {id}。",
);
export const SHIPPING_METHOD_UNKNOWN = error(
	"SHIPPING_METHOD_UNKNOWN",
	422,
	"{key} does not ship to this address.",
	"{key} 不支持配送到该地址。",
);
export const POINTS_SHORT = error(
	"POINTS_SHORT",
	409,
	"You have {left} points.",
	"您有 {left} 积分。",
);
export const CART_EMPTY = error(
	"CART_EMPTY",
	422,
	"Nothing is selected in the cart.",
	"购物车中没有选中的商品。",
);

const WantedItems = list(Wanted, { min: 1, max: 200 });
/** A code, or the id of a claimed coupon. */
const CouponRef = string({ min: 1, max: 64 });
/** An own address by its id, or an address. */
export const AddressRef = either(id(), Address);

export const promotions = contract("promotions", {
	quote: {
		summary: "What an order would cost now, each discount, and why others do not apply",
		rest: "POST /checkout/quote",
		access: "public",
		params: object({
			items: optional(WantedItems),
			address: optional(AddressRef),
			coupon: optional(CouponRef),
			points: optional(int({ max: 1e9 })),
			shippingMethod: optional(string({ max: 60 })),
		}),
		returns: Quote,
		errors: [CART_EMPTY, SKU_UNKNOWN, OUT_OF_STOCK, ADDRESS_NOT_FOUND, SHIPPING_METHOD_UNKNOWN],
	},
	coupons: {
		summary: "Coupons that can be claimed now",
		rest: "GET /coupons",
		access: "public",
		params: object({ ...paging() }),
		returns: pageOf(PublicCoupon),
	},
	claim: {
		summary: "Claim a coupon",
		rest: "POST /coupons/:id/claim",
		access: "signed-in",
		status: 201,
		params: object({ id: id() }),
		returns: ClaimedCoupon,
		errors: [COUPON_NOT_FOUND, COUPON_GONE, COUPON_CLAIMED, COUPON_NOT_USABLE],
	},
	mine: {
		summary: "Own coupons",
		rest: "GET /me/coupons",
		access: "signed-in",
		params: object({ ...paging() }),
		returns: pageOf(ClaimedCoupon),
	},
	adminCoupons: {
		summary: "Coupons",
		rest: "GET /admin/coupons",
		access: "marketing:read",
		params: object({ ...paging() }),
		returns: pageOf(Coupon),
	},
	createCoupon: {
		summary: "Make a coupon",
		rest: "POST /admin/coupons",
		access: "marketing:write",
		status: 201,
		params: object(couponFields),
		returns: Coupon,
		errors: [CODE_TAKEN],
	},
	updateCoupon: {
		summary: "Change a coupon, or switch it on and off",
		rest: "PATCH /admin/coupons/:id",
		access: "marketing:write",
		params: object({
			id: id(),
			version: int(),
			name: optional(couponFields.name),
			discount: optional(couponFields.discount),
			scope: optional(couponFields.scope),
			minimumSpend: optional(couponFields.minimumSpend),
			total: optional(couponFields.total),
			perPerson: optional(couponFields.perPerson),
			startsAt: optional(couponFields.startsAt),
			endsAt: optional(couponFields.endsAt),
			enabled: optional(couponFields.enabled),
		}),
		returns: Coupon,
		errors: [COUPON_NOT_FOUND],
	},
	adminPromotions: {
		summary: "Promotions",
		rest: "GET /admin/promotions",
		access: "marketing:read",
		params: object({ ...paging() }),
		returns: pageOf(Promotion),
	},
	createPromotion: {
		summary: "Make a promotion",
		rest: "POST /admin/promotions",
		access: "marketing:write",
		status: 201,
		params: object(promotionFields),
		returns: Promotion,
	},
	updatePromotion: {
		summary: "Change a promotion, or switch it on and off",
		rest: "PATCH /admin/promotions/:id",
		access: "marketing:write",
		params: object({
			id: id(),
			version: int(),
			name: optional(promotionFields.name),
			scope: optional(promotionFields.scope),
			rules: optional(promotionFields.rules),
			startsAt: optional(promotionFields.startsAt),
			endsAt: optional(promotionFields.endsAt),
			priority: optional(promotionFields.priority),
			enabled: optional(promotionFields.enabled),
		}),
		returns: Promotion,
		errors: [PROMOTION_NOT_FOUND],
	},
	removePromotion: {
		summary: "Delete a promotion",
		rest: "DELETE /admin/promotions/:id",
		access: "marketing:write",
		status: 204,
		params: object({ id: id() }),
		errors: [PROMOTION_NOT_FOUND],
	},
	price: {
		summary: "The price of an order, everything checked; refuses what a quote only mentions",
		access: "internal",
		params: object({
			userId: nullable(id()),
			/** Of a guest: it stands for the person where a coupon is limited per person. */
			email: optional(email()),
			items: WantedItems,
			address: Address,
			coupon: optional(CouponRef),
			points: optional(int({ max: 1e9 })),
			shippingMethod: string({ max: 60 }),
		}),
		returns: Price,
		errors: [SKU_UNKNOWN, SHIPPING_METHOD_UNKNOWN, COUPON_NOT_USABLE, POINTS_SHORT],
	},
	goods: {
		summary: "What lines cost with the running promotions, for a cart",
		access: "internal",
		params: object({ lines: list(GoodsLine, { max: 200 }), userId: nullable(id()) }),
		returns: object({
			goods: Money,
			discount: Money,
			/** By the cheapest method, as long as the address is not known. */
			shipping: Money,
			promotions: list(Discount, { max: 50 }),
		}),
	},
	offers: {
		summary: "Promotions and coupons that are running for a product",
		access: "internal",
		params: object({
			productId: id(),
			categoryIds: list(id(), { max: 20 }),
			brandId: nullable(id()),
			tags: list(string({ max: 60 }), { max: 50 }),
		}),
		returns: object({
			promotions: list(object({ label: string({ max: 200 }) }), { max: 20 }),
			coupons: list(object({ id: id(), name: string({ max: 200 }) }), { max: 20 }),
		}),
	},
	redeem: {
		summary: "Use a coupon for an order, once; repeatable by the order's id",
		access: "internal",
		params: object({
			orderId: id(),
			userId: nullable(id()),
			email: optional(email()),
			couponId: id(),
			claimId: nullable(id()),
		}),
		errors: [COUPON_GONE, COUPON_NOT_USABLE],
	},
	restore: {
		summary: "Give an order's coupon back; repeatable",
		access: "internal",
		params: object({ orderId: id() }),
	},
});
