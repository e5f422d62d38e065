// What the browser keeps between visits; every open tab sees a change at once.
import { useLocalStorage } from "@vueuse/core";
import type { Login } from "#contracts/auth";
import type { View } from "./logic/views.ts";

const json = {
	read: (text: string) => (text ? JSON.parse(text) : null),
	write: (value: unknown) => JSON.stringify(value),
};

export type Appearance = "auto" | "light" | "dark";
export type Language = "en" | "zh";

/** The login, token included. Why this name: one login serves the mall and the console. */
export const keptLogin = useLocalStorage<Login | null>("mall.login", null, { serializer: json });
export const keptAppearance = useLocalStorage<Appearance>("console.appearance", "auto");
export const keptLanguage = useLocalStorage<Language | "">("console.language", "");
/** Whether the rail shows icons only. */
export const keptRail = useLocalStorage("console.rail-small", false);
/** Whether tables have low rows. */
export const keptDense = useLocalStorage("console.dense", false);
/** Columns that a person does not want to see, by table or by `table/view`. */
export const keptHidden = useLocalStorage<Record<string, string[]>>("console.hidden-columns", {});
/** Views that were saved, by `person/table`. */
export const keptViews = useLocalStorage<Record<string, View[]>>("console.views", {});
/** What was opened last from the command palette. */
export const keptRecent = useLocalStorage<string[]>("console.recent", []);
