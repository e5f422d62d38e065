// The words of the settings contract: ways of shipping and classes of tax.
import {
	boolean,
	int,
	key,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	string,
	text,
	translatedName,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { countryCodes } from "../countries.ts";

export const Country = string({ min: 2, max: 2, pattern: `^(${countryCodes.join("|")})$` });

/** ISO 3166: `DE`. */

/** A way to send a parcel, as a shopper chooses it. */
export const ShippingOption = object({
	key: key(),
	name: text(80),
	price: Money,
	/** Days until delivery: from, and at most. */
	daysFrom: int({ max: 365 }),
	days: int({ max: 365 }),
});
export type ShippingOption = Infer<typeof ShippingOption>;

/** The price from this weight in grams, or this amount of goods after discounts, on. */
export const ShippingStep = object({ from: int({ min: 1, max: 1e12 }), price: Money });
export type ShippingStep = Infer<typeof ShippingStep>;

const tariff = {
	/** What is paid below the first step of the table. */
	price: Money,
	table: optional(
		object({
			by: oneOf("weight", "amount"),
			steps: list(ShippingStep, { min: 1, max: 50 }),
		}),
	),
	/** Goods of this worth after discounts ship free. */
	freeOver: nullable(Money),
	/** Days until delivery, at most. */
	days: int({ max: 365 }),
	/** At least; without it always `days`. */
	daysFrom: optional(int({ max: 365 })),
};

/** A tariff of its own for some countries, or for some of their provinces only. */
export const ShippingRegion = object({
	countries: list(Country, { min: 1, max: 250, unique: true }),
	/** As addresses name them; none means the whole country. */
	provinces: optional(list(text(80), { max: 100, unique: true })),
	/** False where nothing is sent to. */
	isServed: optional(boolean()),
	...tariff,
});
export type ShippingRegion = Infer<typeof ShippingRegion>;

/** A way to send a parcel, as staff set it up. No countries means everywhere. */
export const ShippingMethod = object({
	key: key(),
	name: text(80),
	translations: translatedName(80),
	...tariff,
	countries: list(Country, { max: 250 }),
	/** These come before `countries`, a province before its country. */
	regions: optional(list(ShippingRegion, { max: 50 })),
	enabled: boolean(),
});
export type ShippingMethod = Infer<typeof ShippingMethod>;

/** Parts of 10,000: 1900 is 19 %. */
export const TaxRate = int({ max: 10_000 });

/** A class of goods with a rate of its own; a category names it by its key. */
export const TaxClass = object({
	key: key(),
	name: text(60),
	translations: translatedName(60),
	rate: TaxRate,
});
export type TaxClass = Infer<typeof TaxClass>;

const taxFields = {
	/** The standard rate: of everything that belongs to no class. */
	rate: TaxRate,
	included: boolean(),
};

export const Tax = object({ ...taxFields, classes: list(TaxClass, { max: 20 }) });
export type Tax = Infer<typeof Tax>;

/** Without classes those that there are stay. */
export const TaxInput = object({ ...taxFields, classes: optional(Tax.properties.classes) });

/** Who sells, as invoices say it. Without a name the shop's own is meant. */
export const Seller = object({
	name: string({ max: 120 }),
	/** Line by line. */
	address: string({ max: 500 }),
	taxId: string({ max: 60 }),
	/** At the foot of each page: bank, register, thanks. */
	footer: string({ max: 500 }),
});
export type Seller = Infer<typeof Seller>;

/** What an order pays at one rate: net and tax together are what is paid. */
export const TaxLine = object({ rate: TaxRate, net: Money, tax: Money });
export type TaxLine = Infer<typeof TaxLine>;
