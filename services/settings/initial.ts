// The settings a new shop begins with; what was changed in the console is stored over them.
import type { Settings } from "#contracts/settings";
import type { Collection } from "#mixins/collection";
import { env } from "#mixins/env";

export type StoredSettings = Settings & { id: string };

const inChinese = (name: string) => ({ translations: { zh: { name } } });

export const initial: StoredSettings = {
	id: "shop",
	shop: {
		name: "Micro-mall",
		currency: "USD",
		minorUnits: 2,
		locale: "en",
		locales: ["en", "zh"],
		timeZone: "UTC",
	},
	paymentTimeoutSeconds: env.PAYMENT_TIMEOUT_SECONDS,
	autoConfirmDays: 15,
	returnDays: 14,
	cashOnDelivery: true,
	staffSecondFactor: false,
	shippingMethods: [
		{
			key: "standard",
			name: "Standard",
			...inChinese("标准配送"),
			price: 490,
			freeOver: 6000,
			days: 4,
			countries: [],
			enabled: true,
		},
		{
			key: "express",
			name: "Express",
			...inChinese("特快配送"),
			price: 1490,
			freeOver: null,
			days: 1,
			countries: [],
			enabled: true,
		},
	],
	tax: {
		rate: 0,
		included: true,
		classes: [
			{ key: "reduced", name: "Reduced", ...inChinese("低税率"), rate: 0 },
			{ key: "zero", name: "Zero", ...inChinese("零税率"), rate: 0 },
		],
	},
	seller: { name: "", address: "", taxId: "", footer: "" },
	version: 1,
};

/** The stored settings; the first call of a new shop stores the initial ones. */
export async function stored(settings: Collection<StoredSettings>): Promise<StoredSettings> {
	const found = await settings.findById("shop");
	if (found) return completed(found);
	await settings.insert(initial).catch(() => settings.findById("shop"));
	return completed((await settings.findById("shop")) ?? initial);
}

/** What documents of an earlier version lack, which this one reads as well. */
const lacking = {
	returnDays: initial.returnDays,
	staffSecondFactor: false,
	tax: { classes: [] },
	seller: initial.seller,
};

const completed = (settings: StoredSettings): StoredSettings => ({
	...lacking,
	...settings,
	tax: { ...lacking.tax, ...settings.tax },
});
