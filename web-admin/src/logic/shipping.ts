// Shipping methods as their form holds them: every field is there, empty where nothing is said.
import type { ShippingMethod, ShippingRegion } from "#contracts/settings";

export interface StepDraft {
	from: number | null;
	price: number | null;
}

export interface TariffDraft {
	price: number | null;
	/** What the table goes by; no table where it is empty. */
	by: "" | "weight" | "amount";
	steps: StepDraft[];
	freeOver: number | null;
	daysFrom: number | null;
	days: number | null;
}

export interface RegionDraft extends TariffDraft {
	countries: string[];
	provinces: string[];
	isServed: boolean;
}

export interface MethodDraft extends TariffDraft {
	key: string;
	name: string;
	/** Its name in Chinese. */
	chinese: string;
	countries: string[];
	regions: RegionDraft[];
	enabled: boolean;
}

const blankTariff = (): TariffDraft => ({
	price: 0,
	by: "",
	steps: [],
	freeOver: null,
	daysFrom: 3,
	days: 3,
});

export const blankMethod = (): MethodDraft => ({
	...blankTariff(),
	key: "",
	name: "",
	chinese: "",
	countries: [],
	regions: [],
	enabled: true,
});

/** A region that costs what the method costs, until it is told otherwise. */
export const blankRegion = ({ price, by, steps, freeOver, daysFrom, days }: TariffDraft) => ({
	price,
	by,
	steps: steps.map((step) => ({ ...step })),
	freeOver,
	daysFrom,
	days,
	countries: [],
	provinces: [],
	isServed: true,
});

type Tariff = Pick<ShippingMethod, "price" | "table" | "freeOver" | "days" | "daysFrom">;

const tariffDraft = ({ price, table, freeOver, days, daysFrom = days }: Tariff): TariffDraft => ({
	price,
	by: table?.by ?? "",
	steps: (table?.steps ?? []).map((step) => ({ ...step })),
	freeOver,
	daysFrom,
	days,
});

export const methodDraft = (method: ShippingMethod): MethodDraft => ({
	...tariffDraft(method),
	key: method.key,
	name: method.name,
	chinese: method.translations?.zh?.name ?? "",
	countries: method.countries,
	regions: (method.regions ?? []).map((region) => ({
		...tariffDraft(region),
		countries: region.countries,
		provinces: region.provinces ?? [],
		isServed: region.isServed !== false,
	})),
	enabled: method.enabled,
});

function tariffInput({ price, by, steps, freeOver, daysFrom, days }: TariffDraft): Tariff {
	const most = days ?? 0;
	const table = steps.map((step) => ({ from: step.from ?? 0, price: step.price ?? 0 }));
	return {
		price: price ?? 0,
		...(by && table.length > 0 && { table: { by, steps: table } }),
		freeOver,
		days: most,
		...(daysFrom !== null && daysFrom !== most && { daysFrom }),
	};
}

const regionInput = (region: RegionDraft): ShippingRegion => ({
	...tariffInput(region),
	countries: region.countries,
	...(region.provinces.length > 0 && { provinces: region.provinces }),
	...(!region.isServed && { isServed: false }),
});

export const methodInput = (method: MethodDraft): ShippingMethod => ({
	...tariffInput(method),
	key: method.key,
	name: method.name,
	...(method.chinese && { translations: { zh: { name: method.chinese } } }),
	countries: method.countries,
	...(method.regions.length > 0 && { regions: method.regions.map(regionInput) }),
	enabled: method.enabled,
});
