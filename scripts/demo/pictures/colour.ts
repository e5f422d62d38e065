// Colour in OKLCH, written as hex: every tone of a picture is derived from one base colour,
// so that all pictures share the same light.
export type Tones = { base: string; hi: string; lo: string; deep: string; pale: string };
export type Lch = { l: number; c: number; h: number };

export function toLch(hex: string): Lch {
	const [r, g, b] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
	const [red, green, blue] = [r ?? 0, g ?? 0, b ?? 0];
	const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
	const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
	const light = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
	return { l: light, c: Math.hypot(x, y), h: (Math.atan2(y, x) * 180) / Math.PI };
}

/** The nearest colour that a screen can show: chroma gives way, lightness and hue stay. */
export function hex({ l, c, h }: Lch): string {
	const light = Math.min(0.995, Math.max(0.05, l));
	for (let chroma = c; chroma > 0.001; chroma -= 0.004) {
		const rgb = toRgb({ l: light, c: chroma, h });
		if (rgb.every((part) => part >= -0.0005 && part <= 1.0005)) return write(rgb);
	}
	return write(toRgb({ l: light, c: 0, h }));
}

export function tones(base: string): Tones {
	const { l, c, h } = toLch(base);
	return {
		base,
		hi: hex({ l: l + (1 - l) * 0.34, c: c * 0.92, h: h + 3 }),
		lo: hex({ l: l - 0.055 - l * 0.06, c: c * 1.02, h: h - 4 }),
		deep: hex({ l: l * 0.66, c: c * 0.95 + 0.004, h: h - 8 }),
		pale: hex({ l: 0.94, c: Math.min(c, 0.05), h }),
	};
}

/** A tone of the same hue with the given lightness and at most the given chroma. */
export function tint(base: string, l: number, c: number): string {
	const from = toLch(base);
	return hex({ l, c: Math.min(from.c, c), h: from.h });
}

function toRgb({ l, c, h }: Lch): number[] {
	const x = c * Math.cos((h * Math.PI) / 180);
	const y = c * Math.sin((h * Math.PI) / 180);
	const long = (l + 0.3963377774 * x + 0.2158037573 * y) ** 3;
	const mid = (l - 0.1055613458 * x - 0.0638541728 * y) ** 3;
	const short = (l - 0.0894841775 * x - 1.291485548 * y) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * mid + 1.707614701 * short,
	].map(gamma);
}

function write(rgb: number[]): string {
	const parts = rgb.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255));
	return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function linear(part: number): number {
	return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function gamma(part: number): number {
	if (part <= 0.0031308) return 12.92 * part;
	return 1.055 * part ** (1 / 2.4) - 0.055;
}
