// A change of many prices at once, as it is written: `-10%`, `+2.5%`, `-150`, `+150` minor units.
import { percentOf } from "./money.ts";

export interface PriceChange {
	sign: 1 | -1;
	kind: "percent" | "amount";
	value: number;
}

/** Every amount of the contracts ends there. */
const highest = 1e12;

const shape = /^([+-])(?:(\d{1,3}(?:\.\d{1,2})?)%|(\d{1,12}))$/;

/** Nothing when it is no change of a price, or one that would give everything away. */
export function priceChange(written: string): PriceChange | undefined {
	const [, sign, percent, amount] = shape.exec(written.trim()) ?? [];
	const value = Number(percent ?? amount ?? 0);
	if (value === 0 || (sign === "-" && percent !== undefined && value >= 100)) return undefined;
	return {
		sign: sign === "-" ? -1 : 1,
		kind: percent === undefined ? "amount" : "percent",
		value,
	};
}

/** The price afterwards; nothing when it would be none any more, or more than any may be. */
export function changedPrice(price: number, { sign, kind, value }: PriceChange) {
	const by = kind === "percent" ? percentOf(price, value) : value;
	const after = price + sign * by;
	return after > 0 && after <= highest ? after : undefined;
}
