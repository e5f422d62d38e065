// The settings as their form holds them: minutes and percent as people say them.
import type { Seller, Settings } from "#contracts/settings";
import { methodDraft, methodInput } from "./shipping.ts";
import type { MethodDraft } from "./shipping.ts";

export interface TaxDraft {
	percent: number;
	isIncluded: boolean;
	classes: { key: string; name: string; chinese: string; percent: number }[];
}

export interface SettingsDraft {
	name: string;
	locale: "en" | "zh";
	timeZone: string;
	paymentMinutes: number;
	autoConfirmDays: number;
	returnDays: number;
	cashOnDelivery: boolean;
	staffSecondFactor: boolean;
	shippingMethods: MethodDraft[];
	tax: TaxDraft;
	seller: Seller;
}

export const blankSettings = (): SettingsDraft => ({
	name: "",
	locale: "en",
	timeZone: "UTC",
	paymentMinutes: 30,
	autoConfirmDays: 15,
	returnDays: 14,
	cashOnDelivery: true,
	staffSecondFactor: false,
	shippingMethods: [],
	tax: { percent: 0, isIncluded: true, classes: [] },
	seller: { name: "", address: "", taxId: "", footer: "" },
});

export const settingsDraft = (settings: Settings): SettingsDraft => ({
	name: settings.shop.name,
	locale: settings.shop.locale === "zh" ? "zh" : "en",
	timeZone: settings.shop.timeZone,
	paymentMinutes: Math.round(settings.paymentTimeoutSeconds / 60),
	autoConfirmDays: settings.autoConfirmDays,
	returnDays: settings.returnDays,
	cashOnDelivery: settings.cashOnDelivery,
	staffSecondFactor: settings.staffSecondFactor,
	shippingMethods: settings.shippingMethods.map(methodDraft),
	tax: {
		percent: settings.tax.rate / 100,
		isIncluded: settings.tax.included,
		classes: settings.tax.classes.map(({ key, name, translations, rate }) => ({
			key,
			name,
			chinese: translations?.zh?.name ?? "",
			percent: rate / 100,
		})),
	},
	seller: settings.seller,
});

export const settingsInput = (draft: SettingsDraft) => ({
	shop: { name: draft.name, locale: draft.locale, timeZone: draft.timeZone },
	paymentTimeoutSeconds: draft.paymentMinutes * 60,
	autoConfirmDays: draft.autoConfirmDays,
	returnDays: draft.returnDays,
	cashOnDelivery: draft.cashOnDelivery,
	staffSecondFactor: draft.staffSecondFactor,
	shippingMethods: draft.shippingMethods.map(methodInput),
	tax: {
		rate: partsOf(draft.tax.percent),
		included: draft.tax.isIncluded,
		classes: draft.tax.classes.map(({ key, name, chinese, percent }) => ({
			key,
			name,
			...(chinese && { translations: { zh: { name: chinese } } }),
			rate: partsOf(percent),
		})),
	},
	seller: draft.seller,
});

const partsOf = (percent: number) => Math.round(percent * 100);
