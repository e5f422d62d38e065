// Where the mall's words lie, by language and area. An area is fetched with the first page that
// needs it; `finding` holds what every page says.
import type { Language } from "../keeping.ts";
import { finding } from "./en/finding.ts";

export type Area = "finding" | "choosing" | "buying" | "being" | "securing";
export interface Texts {
	[key: string]: string | Texts;
}

export const sources: Record<Language, Record<Area, () => Promise<Texts>>> = {
	en: {
		finding: async () => finding,
		choosing: async () => (await import("./en/choosing.ts")).choosing,
		buying: async () => (await import("./en/buying.ts")).buying,
		being: async () => (await import("./en/being.ts")).being,
		securing: async () => (await import("./en/securing.ts")).securing,
	},
	zh: {
		finding: async () => (await import("./zh/finding.ts")).finding,
		choosing: async () => (await import("./zh/choosing.ts")).choosing,
		buying: async () => (await import("./zh/buying.ts")).buying,
		being: async () => (await import("./zh/being.ts")).being,
		securing: async () => (await import("./zh/securing.ts")).securing,
	},
};
