// Which ways of shipping an order has, and what each costs: one tariff for everywhere, others for
// some regions, each with a table by weight or by amount.
import { fieldWords, said } from "./field-words.ts";
import type { FieldProblem } from "./field-words.ts";
import { fold, isPlace } from "./places.ts";

/** What is paid from this weight (grams) or this amount of goods (minor units) on. */
export type ShippingStep = { from: number; price: number };

/** What a way costs somewhere and how long it takes; amounts in minor units. */
export type Tariff = {
	/** What is paid below the first step. */
	price: number;
	table?: { by: "weight" | "amount"; steps: readonly ShippingStep[] };
	/** Goods of this worth after discounts ship free. */
	freeOver?: number | null;
	/** Days until delivery, at most. */
	days: number;
	/** At least; absent where it always takes `days`. */
	daysFrom?: number;
};

/** A tariff of its own for some countries, or for some of their provinces only. */
export type ShippingRegion = Tariff & {
	countries: readonly string[];
	provinces?: readonly string[];
	/** False where nothing is sent to. */
	isServed?: boolean;
};

/** A way of shipping; `countries` are ISO codes, none means everywhere. */
export type ShippingMethod = Tariff & {
	key: string;
	name: string;
	countries?: readonly string[];
	regions?: readonly ShippingRegion[];
	enabled?: boolean;
};

/** What is sent and where to, as far as it is known. `goods` is their worth after discounts. */
export type Consignment = { goods: number; grams?: number; country?: string; province?: string };

/** What the shopper chooses from. */
export type ShippingChoice = {
	key: string;
	name: string;
	price: number;
	daysFrom: number;
	days: number;
};

/** The ways that go there (all as long as the country is not known), as listed. */
export function shippingChoices(
	methods: readonly ShippingMethod[],
	consignment: Consignment,
): ShippingChoice[] {
	return methods.flatMap((method) => {
		const tariff = method.enabled === false ? undefined : tariffFor(method, consignment);
		if (!tariff) {
			return [];
		}
		const { key, name } = method;
		const { days, daysFrom = days } = tariff;
		return { key, name, price: priceOf(tariff, consignment), daysFrom, days };
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

/** The least worth of goods from which something ships free, if there is one. */
export function freeFrom(
	methods: readonly ShippingMethod[],
	place: Pick<Consignment, "country" | "province">,
): number | null {
	const amounts = methods
		.filter(({ enabled }) => enabled !== false)
		.flatMap((method) => tariffFor(method, { goods: 0, ...place })?.freeOver ?? []);
	return amounts.length > 0 ? Math.min(...amounts) : null;
}

function priceOf({ price, table, freeOver }: Tariff, { goods, grams = 0 }: Consignment): number {
	if (freeOver != null && goods >= freeOver) {
		return 0;
	}
	const measure = table?.by === "weight" ? grams : goods;
	return table?.steps.findLast(({ from }) => from <= measure)?.price ?? price;
}

/** A province's tariff before its country's, a country's before the one for everywhere. */
function tariffFor(method: ShippingMethod, { country, province }: Consignment): Tariff | undefined {
	const { countries = [], regions = [] } = method;
	if (country === undefined) {
		return method;
	}
	const there = regions.filter((region) => region.countries.includes(country));
	const region =
		there.find(({ provinces = [] }) => provinces.some((one) => isPlace(one, province))) ??
		there.find(({ provinces = [] }) => provinces.length === 0);
	if (region) {
		return region.isServed === false ? undefined : region;
	}
	return countries.length === 0 || countries.includes(country) ? method : undefined;
}

/** What is wrong with the methods that staff wrote, by the path of the field. */
export function shippingFaults(methods: readonly ShippingMethod[]): FieldProblem[] {
	const keys = methods.map(({ key }) => key);
	return methods.flatMap((method, index) => [
		...(keys.indexOf(method.key) < index
			? [{ path: `${index}.key`, ...fieldWords.repeated }]
			: []),
		...tariffFaults(method, `${index}`),
		...(method.regions ?? []).flatMap((region, at, regions) => [
			...tariffFaults(region, `${index}.regions.${at}`),
			...(isRepeated(regions, at)
				? [{ path: `${index}.regions.${at}.countries`, ...faults.repeated }]
				: []),
		]),
	]);
}

const faults = {
	days: said("is more than the days at most", "不能大于最长天数"),
	step: said("must be more than the step before", "必须大于上一档"),
	lighter: said("is less than for a lighter parcel", "不能低于较轻包裹的运费"),
	repeated: said("is in a region above already", "已包含在上面的地区中"),
};

function tariffFaults({ price, table, days, daysFrom = days }: Tariff, path: string) {
	const steps = table?.steps ?? [];
	const before = (at: number) => steps[at - 1] ?? { from: 0, price };
	return [
		...(daysFrom > days ? [{ path: `${path}.daysFrom`, ...faults.days }] : []),
		...steps.flatMap((step, at) => [
			...(step.from <= before(at).from
				? [{ path: `${path}.table.steps.${at}.from`, ...faults.step }]
				: []),
			...(table?.by === "weight" && step.price < before(at).price
				? [{ path: `${path}.table.steps.${at}.price`, ...faults.lighter }]
				: []),
		]),
	];
}

/** Whether a region above is for the same place, so that this one would never be asked. */
function isRepeated(regions: readonly ShippingRegion[], at: number): boolean {
	const above = new Set(regions.slice(0, at).flatMap((region) => placesOf(region)));
	return placesOf(regions[at]).some((place) => above.has(place));
}

function placesOf(region?: ShippingRegion): string[] {
	const { countries = [], provinces = [] } = region ?? {};
	const names = provinces.length > 0 ? provinces.map(fold) : [""];
	return countries.flatMap((country) => names.map((name) => `${country} ${name}`));
}
