/** `12.50` is 1250 minor units; nothing, or what is no amount, is none. Reads no float. */
export function minorFrom(text: string, minorUnits: number): number | null {
	const match = /^\s*(\d{0,10})(?:[.,](\d*))?\s*$/.exec(text);
	if (!match || !/\d/.test(text)) return null;
	const fraction = (match[2] ?? "").slice(0, minorUnits).padEnd(minorUnits, "0");
	return Number(`${match[1] ?? ""}${fraction}` || "0");
}

/** How an amount is written into a field: `1250` is `12.50`. */
export function textOf(amount: number | null, minorUnits: number): string {
	if (amount === null) return "";
	const digits = String(amount).padStart(minorUnits + 1, "0");
	if (minorUnits === 0) return digits;
	return `${digits.slice(0, -minorUnits)}.${digits.slice(-minorUnits)}`;
}
