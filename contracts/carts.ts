import { whyMissing } from "#domain/cart";
import { ORDER_NOT_FOUND } from "./orders/words.ts";
import {
	boolean,
	contract,
	error,
	id,
	int,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	record,
	sku,
	string,
	url,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import type { Infer } from "./schema.ts";
import { SKU_UNKNOWN } from "./products.ts";
import { Discount, Wanted } from "./promotions.ts";

export const CartItem = object({
	sku: sku(),
	productId: id(),
	slug: string({ max: 200 }),
	name: string({ max: 300 }),
	image: nullable(url()),
	options: record(string({ max: 80 }), { max: 10 }),
	unitPrice: Money,
	/** What it cost when it was put in, if that was something else. */
	previousPrice: optional(Money),
	quantity: int({ min: 1 }),
	selected: boolean(),
	/** 0 when it is sold out or no longer on sale. */
	available: int(),
	/** True when it is no longer on sale, else absent. */
	isGone: optional(boolean()),
	subtotal: Money,
});
export type CartItem = Infer<typeof CartItem>;

export const Cart = object({
	id: id(),
	/** Of a guest's cart, in the answer that makes it: to be sent as `X-Cart-Token`. */
	token: optional(string({ max: 100 })),
	items: list(CartItem, { max: 200 }),
	totals: object({
		goods: Money,
		discount: Money,
		/** By the cheapest way, as long as the address is not known. */
		shipping: Money,
		/** Goods of what worth ship free, where some do; 0 when these do already. */
		freeShippingFrom: optional(Money),
		tax: Money,
		taxIncluded: boolean(),
		total: Money,
	}),
	promotions: list(Discount, { max: 50 }),
	version: int(),
});
export type Cart = Infer<typeof Cart>;

/** The cart, and what of an order could not be put in. */
export const Again = object({
	cart: Cart,
	missing: list(
		object({
			sku: sku(),
			name: string({ max: 300 }),
			reason: oneOf(...whyMissing),
			/** How many were put in, where it were fewer. */
			left: optional(int()),
		}),
		{ max: 200 },
	),
});
export type Again = Infer<typeof Again>;

export const CART_FULL = error(
	"CART_FULL",
	409,
	"A cart holds {max} different things.",
	"购物车最多容纳 {max} 种商品。",
);
export const NOT_IN_CART = error(
	"NOT_IN_CART",
	404,
	"{sku} is not in the cart.",
	"购物车中没有 {sku}。",
);

export const carts = contract("carts", {
	get: { summary: "The cart", rest: "GET /cart", access: "public", returns: Cart },
	clear: { summary: "Empty the cart", rest: "DELETE /cart", access: "public", returns: Cart },
	add: {
		summary: "Put something into the cart; the same SKU adds up",
		rest: "POST /cart/items",
		access: "public",
		idempotent: true,
		params: Wanted,
		returns: Cart,
		errors: [SKU_UNKNOWN, CART_FULL],
	},
	again: {
		summary: "Put what an own order held into the cart again, as far as it can be had",
		rest: "POST /cart/orders/:id",
		access: "public",
		idempotent: true,
		params: object({ id: id() }),
		returns: Again,
		errors: [ORDER_NOT_FOUND],
	},
	change: {
		summary: "Change how many, or whether it is to be bought now",
		rest: "PATCH /cart/items/:sku",
		access: "public",
		params: object({
			sku: sku(),
			quantity: optional(int({ min: 1, max: 999 })),
			selected: optional(boolean()),
		}),
		returns: Cart,
		errors: [NOT_IN_CART],
	},
	remove: {
		summary: "Take something out of the cart",
		rest: "DELETE /cart/items/:sku",
		access: "public",
		params: object({ sku: sku() }),
		returns: Cart,
		errors: [NOT_IN_CART],
	},
	merge: {
		summary: "Put a guest's cart into a user's, once",
		access: "internal",
		params: object({ token: string({ max: 100 }), userId: id() }),
	},
	selected: {
		summary: "The lines that are to be bought now, and the cart that they lie in",
		access: "internal",
		params: object({ userId: optional(id()), token: optional(string({ max: 100 })) }),
		returns: object({ cartId: nullable(id()), items: list(Wanted, { max: 200 }) }),
	},
	bought: {
		summary: "Take what an order has bought out of the cart, once per order",
		access: "internal",
		params: object({ cartId: id(), orderId: id(), items: list(Wanted, { max: 200 }) }),
	},
	...aboutPeople,
});
