// Quantities have one spelling: `2 TB`, `2tb` and `2-TB` are "2tb"; `27"` and `27 inch` are "27in".

const UNITS: Record<string, string> = {
	in: "in",
	inch: "in",
	inches: "in",
	zoll: "in",
	'"': "in",
	"″": "in",
	"”": "in",
	"''": "in",
	ft: "ft",
	foot: "ft",
	feet: "ft",
	mm: "mm",
	cm: "cm",
	m: "m",
	meter: "m",
	meters: "m",
	metre: "m",
	metres: "m",
	km: "km",
	yd: "yd",
	kb: "kb",
	mb: "mb",
	gb: "gb",
	tb: "tb",
	gbit: "gbit",
	mbit: "mbit",
	gbps: "gbps",
	mbps: "mbps",
	hz: "hz",
	khz: "khz",
	mhz: "mhz",
	ghz: "ghz",
	w: "w",
	watt: "w",
	watts: "w",
	kw: "kw",
	va: "va",
	kva: "kva",
	v: "v",
	volt: "v",
	volts: "v",
	mah: "mah",
	wh: "wh",
	g: "g",
	gr: "g",
	gram: "g",
	grams: "g",
	kg: "kg",
	lb: "lb",
	lbs: "lb",
	oz: "oz",
	ml: "ml",
	l: "l",
	liter: "l",
	liters: "l",
	litre: "l",
	litres: "l",
	dpi: "dpi",
	ppm: "ppm",
	rpm: "rpm",
	mp: "mp",
	megapixel: "mp",
	megapixels: "mp",
};
const GLUED = /^(\d+(?:\.\d+)?)([a-z]+|"|″|”|'')$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Sizes that catalogues write in two ways. */
const SCALE: Record<string, { unit: string; factors: number[] }> = {
	tb: { unit: "gb", factors: [1000, 1024] },
	gb: { unit: "mb", factors: [1024, 1000] },
	ghz: { unit: "mhz", factors: [1000] },
	kw: { unit: "w", factors: [1000] },
	kva: { unit: "va", factors: [1000] },
	kg: { unit: "g", factors: [1000] },
	l: { unit: "ml", factors: [1000] },
};
const LARGER: Record<string, { unit: string; factors: number[] }> = Object.fromEntries(
	Object.entries(SCALE).map(([unit, to]) => [to.unit, { unit, factors: to.factors }]),
);

/** The canonical quantity for a number and a unit, or nothing if the word is no unit. */
export function quantity(amount: string, unit: string): string | undefined {
	const name = UNITS[unit];
	return name && NUMBER.test(amount) ? `${plainNumber(amount)}${name}` : undefined;
}

/** `2tb` → "2tb", `24inch` → "24in"; nothing for a word that is no quantity. */
export function gluedQuantity(word: string): string | undefined {
	const found = GLUED.exec(word);
	return found?.[1] && found[2] ? quantity(found[1], found[2]) : undefined;
}

/** The same amount in the neighbouring unit: "1tb" → ["1000gb", "1024gb"]. */
export function otherSpellings(term: string): string[] {
	const found = GLUED.exec(term);
	if (!found?.[1] || !found[2]) return [];
	const amount = Number(found[1]);
	const down = SCALE[found[2]];
	const up = LARGER[found[2]];
	const smaller = down
		? down.factors.map((factor) => `${tidy(amount * factor)}${down.unit}`)
		: [];
	const larger = up ? up.factors.map((factor) => `${tidy(amount / factor)}${up.unit}`) : [];
	return [...smaller, ...larger.filter((text) => text.length <= 8)];
}

/** "2.0" → "2", so that USB 2.0 is USB 2. */
export function plainNumber(text: string): string {
	return text.replace(/(\d)\.0+$/, "$1").replace(/^(\d+\.\d*?[1-9])0+$/, "$1");
}

export function isNumber(text: string): boolean {
	return NUMBER.test(text);
}

function tidy(amount: number): string {
	return String(Math.round(amount * 10_000) / 10_000);
}
