import {
	boolean,
	contract,
	int,
	languages,
	list,
	object,
	oneOf,
	optional,
	string,
	text,
	event,
	nullable,
	timestamp,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import {
	Country,
	Seller,
	ShippingMethod,
	ShippingOption,
	Tax,
	TaxInput,
} from "./settings/words.ts";

export * from "./settings/words.ts";

/** What every page needs to know of the shop. */
export const Shop = object({
	name: text(80),
	currency: string({ min: 3, max: 3, pattern: "^[A-Z]{3}$" }),
	minorUnits: int({ max: 4 }),
	locale: string({ max: 20 }),
	locales: list(string({ max: 20 }), { max: 20 }),
	timeZone: string({ max: 60 }),
});
export type Shop = Infer<typeof Shop>;

/** When the shop rests, and what is said about it, in the shop's language and in Chinese. */
export const Maintenance = object({
	from: timestamp(),
	/** When it is likely to be over; staff end it. */
	until: nullable(timestamp()),
	message: string({ max: 300 }),
	zh: string({ max: 300 }),
});
export type Maintenance = Infer<typeof Maintenance>;

/** The shop as everybody sees it, with what it promises. */
export const PublicShop = object({
	...Shop.properties,
	returnDays: int({ max: 365 }),
	/** Announced or begun; left out of what is said: nobody's language but the reader's. */
	maintenance: nullable(
		object({ from: timestamp(), until: nullable(timestamp()), message: string({ max: 300 }) }),
	),
});
export type PublicShop = Infer<typeof PublicShop>;

export const Settings = object({
	shop: Shop,
	/** Staff set a minute or more; the environment may begin with less. */
	paymentTimeoutSeconds: int({ min: 1, max: 86_400 }),
	autoConfirmDays: int({ min: 1, max: 365 }),
	/** How long after its arrival goods of an order can be returned; orders keep what they had. */
	returnDays: int({ max: 365 }),
	cashOnDelivery: boolean(),
	/** Staff can do nothing before they have set up a second factor. */
	staffSecondFactor: boolean(),
	shippingMethods: list(ShippingMethod, { max: 50 }),
	tax: Tax,
	seller: Seller,
	version: int(),
});
export type Settings = Infer<typeof Settings>;

export const settingsChanged = event("settings.changed", object({ version: int() }));

export const settings = contract("settings", {
	shop: {
		summary: "The shop's name, currency, languages and days for returns",
		rest: "GET /shop",
		access: "public",
		cached: { until: ["settings"] },
		returns: PublicShop,
		rememberedMs: 1_000,
	},
	shippingMethods: {
		summary: "Ways to send a parcel to a country",
		rest: "GET /shipping-methods",
		access: "public",
		cached: { until: ["settings"] },
		params: object({ country: optional(Country), province: optional(string({ max: 80 })) }),
		returns: list(ShippingOption, { max: 50 }),
	},
	get: {
		summary: "All settings of the shop",
		rest: "GET /admin/settings",
		access: "settings:read",
		returns: Settings,
	},
	tax: {
		summary: "Tax rates and classes, for whoever sorts products into them",
		rest: "GET /admin/tax",
		access: "products:read",
		returns: Tax,
	},
	maintain: {
		summary: "Announce a time in which the shop rests, or begin it at once",
		rest: "PUT /admin/system/maintenance",
		access: "system:write",
		params: object({
			from: optional(timestamp()),
			until: optional(nullable(timestamp())),
			message: optional(string({ max: 300 })),
			zh: optional(string({ max: 300 })),
		}),
		returns: Maintenance,
	},
	maintenance: {
		summary: "The time in which the shop rests; null when none is announced",
		rest: "GET /admin/system/maintenance",
		access: "system:read",
		returns: nullable(Maintenance),
	},
	reopen: {
		summary: "End the shop's rest, or take its announcement back",
		rest: "DELETE /admin/system/maintenance",
		access: "system:write",
		status: 204,
	},
	resting: {
		summary: "The same for the gateways, which ask all the time",
		access: "internal",
		returns: nullable(Maintenance),
	},
	update: {
		summary: "Change settings",
		rest: "PATCH /admin/settings",
		access: "settings:write",
		params: object({
			version: int(),
			shop: optional(
				object({
					name: optional(text(80)),
					locale: optional(oneOf(...languages)),
					timeZone: optional(string({ max: 60 })),
				}),
			),
			paymentTimeoutSeconds: optional(int({ min: 60, max: 86_400 })),
			autoConfirmDays: optional(int({ min: 1, max: 365 })),
			returnDays: optional(int({ max: 365 })),
			cashOnDelivery: optional(boolean()),
			staffSecondFactor: optional(boolean()),
			shippingMethods: optional(list(ShippingMethod, { min: 1, max: 50 })),
			tax: optional(TaxInput),
			seller: optional(Seller),
		}),
		returns: Settings,
		emits: [settingsChanged],
	},
	current: {
		summary: "All settings, for services",
		access: "internal",
		returns: Settings,
		rememberedMs: 1_000,
	},
});
