// What people call an order by: 20260501-000042-K7QX.
import { localDay } from "./schedule.ts";

/** The characters for the random part: none that are taken for another. */
export const orderNumberAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** How many random characters an order number takes. */
export const orderNumberRandoms = 4;

export type OrderNumberParts = { at: string; timeZone: string; sequence: number; random: string };

/** Date in the shop's time zone, the running number, and characters that can't be guessed. */
export function orderNumber({ at, timeZone, sequence, random }: OrderNumberParts): string {
	const day = localDay(at, timeZone).replaceAll("-", "");
	return [day, String(sequence).padStart(6, "0"), random].join("-");
}
