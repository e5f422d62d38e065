// What the browser keeps between visits; every open tab sees a change at once.
import { useLocalStorage, useSessionStorage } from "@vueuse/core";
import type { Login } from "#contracts/auth";
import type { Wanted } from "#contracts/promotions";

const json = {
	read: (text: string) => (text ? JSON.parse(text) : null),
	write: (value: unknown) => JSON.stringify(value),
};

export type Appearance = "auto" | "light" | "dark";
export type Language = "en" | "zh";
export type Seen = { id: string; at: number };

/** The login, token included. */
export const keptLogin = useLocalStorage<Login | null>("mall.login", null, { serializer: json });
/** A guest's cart. */
export const keptCartToken = useLocalStorage("mall.cart-token", "");
/** What lets a guest look at an own order, by the order's id. */
export const keptOrderTokens = useLocalStorage<Record<string, string>>("mall.order-tokens", {});
export const keptAppearance = useLocalStorage<Appearance>("mall.appearance", "auto");
export const keptLanguage = useLocalStorage<Language | "">("mall.language", "");
export const keptSearches = useLocalStorage<string[]>("mall.searches", []);
/** Products looked at, newest first. */
export const keptSeen = useLocalStorage<string[]>("mall.seen", []);
/** What "buy now" takes to the checkout in this tab. */
export const keptBuyNow = useSessionStorage<Wanted[] | null>("mall.buy-now", null, {
	serializer: json,
});
