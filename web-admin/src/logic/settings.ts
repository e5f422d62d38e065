// The settings as their form holds them: minutes and percent as people say them.
import type { Settings } from "#contracts/settings";

export interface SettingsDraft {
	name: string;
	locale: "en" | "zh";
	timeZone: string;
	paymentMinutes: number;
	autoConfirmDays: number;
	returnDays: number;
	cashOnDelivery: boolean;
	shippingMethods: Settings["shippingMethods"];
	taxPercent: number;
	taxIncluded: boolean;
}

export const blankSettings = (): SettingsDraft => ({
	name: "",
	locale: "en",
	timeZone: "UTC",
	paymentMinutes: 30,
	autoConfirmDays: 15,
	returnDays: 14,
	cashOnDelivery: true,
	shippingMethods: [],
	taxPercent: 0,
	taxIncluded: true,
});

export const settingsDraft = (settings: Settings): SettingsDraft => ({
	name: settings.shop.name,
	locale: settings.shop.locale === "zh" ? "zh" : "en",
	timeZone: settings.shop.timeZone,
	paymentMinutes: Math.round(settings.paymentTimeoutSeconds / 60),
	autoConfirmDays: settings.autoConfirmDays,
	returnDays: settings.returnDays,
	cashOnDelivery: settings.cashOnDelivery,
	shippingMethods: settings.shippingMethods,
	taxPercent: settings.tax.rate / 100,
	taxIncluded: settings.tax.included,
});

export const settingsInput = (draft: SettingsDraft) => ({
	shop: { name: draft.name, locale: draft.locale, timeZone: draft.timeZone },
	paymentTimeoutSeconds: draft.paymentMinutes * 60,
	autoConfirmDays: draft.autoConfirmDays,
	returnDays: draft.returnDays,
	cashOnDelivery: draft.cashOnDelivery,
	shippingMethods: draft.shippingMethods,
	tax: { rate: Math.round(draft.taxPercent * 100), included: draft.taxIncluded },
});
