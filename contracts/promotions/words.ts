// The words of the promotions contract: entities, errors, events.
import {
	boolean,
	error,
	id,
	int,
	key,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	record,
	sku,
	string,
	text,
	timestamp,
	translatedName,
	either,
	url,
} from "../schema.ts";
import type { Infer } from "../schema.ts";

import { ShippingOption, TaxLine, TaxRate } from "../settings.ts";
import { Address } from "../users.ts";

export const couponKinds = ["claim", "code"] as const;

export const Scope = object({
	type: oneOf("all", "categories", "products"),
	ids: optional(list(id(), { max: 500, unique: true })),
});

export const couponFields = {
	name: text(120),
	translations: translatedName(120),
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

export const promotionFields = {
	name: text(120),
	translations: translatedName(120),
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
	weightGrams: nullable(int()),
	taxClass: nullable(key()),
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
	/** Its tax, within the total or on top as `totals.taxIncluded` says. Absent in old orders. */
	tax: optional(Money),
	taxRate: optional(TaxRate),
});
export type QuoteItem = Infer<typeof QuoteItem>;

export const Totals = object({
	goods: Money,
	promotion: Money,
	coupon: Money,
	points: Money,
	/** By staff: below zero it is off the lines, above zero within the shipping. */
	adjustment: optional(int({ min: -1e12, max: 1e12 })),
	shipping: Money,
	tax: Money,
	taxIncluded: boolean(),
	total: Money,
});
export type Totals = Infer<typeof Totals>;

/** The tax of goods and shipping by rate; adds up to `totals.tax`. */
export const TaxLines = list(TaxLine, { max: 22 });

export const Discount = object({ label: string({ max: 200 }), amount: Money });
export const Rejected = object({ label: string({ max: 200 }), reason: string({ max: 500 }) });

/** What an order would cost now. */
export const Quote = object({
	items: list(QuoteItem, { max: 200 }),
	totals: Totals,
	taxes: TaxLines,
	discounts: list(Discount, { max: 50 }),
	rejected: list(Rejected, { max: 50 }),
	/** How many of the points asked for it takes. */
	points: int(),
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
	"优惠券无法使用：{reason}",
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
export const CART_EMPTY = error(
	"CART_EMPTY",
	422,
	"Nothing is selected in the cart.",
	"购物车中没有选中的商品。",
);

export const WantedItems = list(Wanted, { min: 1, max: 200 });
/** A code, or the id of a claimed coupon. */
export const CouponRef = string({ min: 1, max: 64 });
/** An own address by its id, or an address. */
export const AddressRef = either(id(), Address);
