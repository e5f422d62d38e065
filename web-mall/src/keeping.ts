// What the browser keeps between visits; every open tab sees a change at once.
import type { Login } from "#contracts/auth";
import type { Wanted } from "#contracts/promotions";
import { kept } from "./logic/kept.ts";

const plain = { read: (text: string) => text, write: (text: string) => text };
const json = {
	read: (text: string) => JSON.parse(text),
	write: (value: unknown) => JSON.stringify(value),
};

const languages = ["en", "zh"] as const;
const appearances = ["auto", "light", "dark"] as const;
export type Language = (typeof languages)[number];
export type Appearance = (typeof appearances)[number];

const oneOf = <V extends string>(values: readonly V[], otherwise: V) => ({
	read: (text: string) => values.find((value) => value === text) ?? otherwise,
	write: (value: V) => value,
});

/** The login, token included. */
export const keptLogin = kept<Login | null>("mall.login", null, json);
/** A guest's cart. */
export const keptCartToken = kept("mall.cart-token", "", plain);
/** What lets a guest look at an own order, by the order's id. */
export const keptOrderTokens = kept<Record<string, string>>("mall.order-tokens", {}, json);
/** What a link to pay by has brought into this tab, by the order's id. */
export const keptPayTokens = kept<Record<string, string>>(
	"mall.pay-tokens",
	{},
	{
		...json,
		storage: () => sessionStorage,
	},
);
export const keptAppearance = kept("mall.appearance", "auto", oneOf(appearances, "auto"));
export const keptLanguage = kept<Language | "">("mall.language", "", oneOf(["", ...languages], ""));
export const keptSearches = kept<string[]>("mall.searches", [], json);
/** Products looked at, newest first. */
export const keptSeen = kept<string[]>("mall.seen", [], json);
/** What "buy now" takes to the checkout in this tab. */
export const keptBuyNow = kept<Wanted[] | null>("mall.buy-now", null, {
	...json,
	storage: () => sessionStorage,
});
