// Which ways of shipping an order has, and what each costs.

/** A way of shipping; `countries` are ISO codes, none means everywhere; amounts in minor units. */
export type ShippingMethod = {
	key: string;
	name: string;
	price: number;
	/** Goods of this worth after discounts ship free. */
	freeOver?: number | null;
	/** Days until delivery. */
	days: number;
	countries?: readonly string[];
	/** Other prices for some countries. */
	rates?: readonly ShippingRate[];
	enabled?: boolean;
};
export type ShippingRate = {
	countries: readonly string[];
	price: number;
	days?: number;
	freeOver?: number | null;
};

/** What the shopper chooses from. */
export type ShippingChoice = { key: string; name: string; price: number; days: number };

/** The ways to a country (all when it is not yet known) for goods of this worth, as listed. */
export function shippingChoices(
	methods: readonly ShippingMethod[],
	goods: number,
	country?: string,
): ShippingChoice[] {
	return methods
		.filter((method) => method.enabled !== false && serves(method, country))
		.map((method) => {
			const rate = { ...method, ...rateFor(method, country) };
			const isFree = rate.freeOver != null && goods >= rate.freeOver;
			const { key, name, days } = rate;
			return { key, name, price: isFree ? 0 : rate.price, days };
		});
}

/** The chosen way; without a choice the cheapest, and the fastest of these. */
export function pickShipping(
	choices: readonly ShippingChoice[],
	key?: string,
): ShippingChoice | undefined {
	if (key !== undefined) {
		return choices.find((choice) => choice.key === key);
	}
	return choices.toSorted((a, b) => a.price - b.price || a.days - b.days)[0];
}

function serves({ countries = [], rates = [] }: ShippingMethod, country?: string): boolean {
	if (country === undefined || countries.length === 0) {
		return true;
	}
	return [countries, ...rates.map((rate) => rate.countries)].some((all) => all.includes(country));
}

function rateFor({ rates = [] }: ShippingMethod, country?: string): Partial<ShippingRate> {
	const found = rates.find(
		({ countries }) => country !== undefined && countries.includes(country),
	);
	if (!found) {
		return {};
	}
	const { price, days, freeOver } = found;
	return {
		price,
		...(days !== undefined && { days }),
		...(freeOver !== undefined && { freeOver }),
	};
}
