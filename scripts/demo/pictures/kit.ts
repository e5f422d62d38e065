// The shared hand of all drawings: shapes as strings, and a paint box that keeps the gradients.
// Light comes from the upper left, corners are round, shadows are soft and fall to the right.
import { tones, type Tones } from "./colour.ts";

export type Surface = "round" | "plane" | "ball" | "down";
export type Motif = "plain" | "dip" | "stripes" | "dots" | "band" | "check" | "arc";
export type Paint = {
	main: Tones;
	accent: Tones;
	/** Which of a kind's shapes is drawn; a kind takes it modulo the number it has. */
	form: number;
	motif: Motif;
	back: boolean;
	fill(of: Tones, surface: Surface): string;
	define(key: string, write: (id: string) => string): string;
	defs(): string;
};
export type Drawer = (paint: Paint) => string;
/** A kind of picture: how it is drawn, where it stands, what a close-up shows, where it lives. */
export type Kind = {
	draw: Drawer;
	/** Shadow on the floor: centre, floor line, half width. Absent for what lies or hangs. */
	stands?: [number, number, number];
	/** The middle of what lies or hangs, to turn and to scale it. */
	focus: [number, number];
	place: Place;
	/** How large it is on its tile, where the rule of thumb does not fit. */
	size?: number;
};
export type Place = "counter" | "room" | "desk" | "studio" | "outdoors" | "rail";

export const wood = tones("#c99a6b");
export const walnut = tones("#8a5f43");
export const steel = tones("#b9bec4");
export const brass = tones("#cfa75a");
export const graphite = tones("#3a3d44");
export const cream = tones("#f3ece0");
export const white = tones("#f7f5f1");
export const leaf = tones("#5f8f5e");
export const glow = tones("#ffe2a3");

const motifs: Motif[] = ["plain", "dip", "band", "plain", "stripes", "dots", "arc", "check"];

export function paintBox(colours: { main: string; accent: string; seed: number }): Paint {
	const kept = new Map<string, { id: string; text: string }>();
	const define: Paint["define"] = (key, write) => {
		const known = kept.get(key);
		if (known) return known.id;
		const id = `d${kept.size}`;
		kept.set(key, { id, text: write(id) });
		return id;
	};
	return {
		main: tones(colours.main),
		accent: tones(colours.accent),
		form: colours.seed,
		motif: motifs[colours.seed % motifs.length] ?? "plain",
		back: false,
		define,
		fill: (of, surface) =>
			`url(#${define(of.base + surface, (id) => gradients[surface](id, of))})`,
		defs: () => [...kept.values()].map((one) => one.text).join(""),
	};
}

const gradients: Record<Surface, (id: string, of: Tones) => string> = {
	round: (id, of) =>
		linear(
			[id, 'x2="1"'],
			[
				[0, of.base],
				[0.2, of.hi],
				[0.55, of.base],
				[1, of.lo],
			],
		),
	plane: (id, of) =>
		linear(
			[id, 'x2="1" y2="1"'],
			[
				[0, of.hi],
				[0.45, of.base],
				[1, of.lo],
			],
		),
	down: (id, of) =>
		linear(
			[id, 'x2="0" y2="1"'],
			[
				[0, of.hi],
				[0.35, of.base],
				[1, of.lo],
			],
		),
	ball: (id, of) =>
		`<radialGradient id="${id}" cx=".34" cy=".28" r=".85">${stops([
			[0, of.hi],
			[0.5, of.base],
			[1, of.lo],
		])}</radialGradient>`,
};

export function linear([id, line]: [string, string], list: [number, string][]): string {
	return `<linearGradient id="${id}" ${line}>${stops(list)}</linearGradient>`;
}

export function stops(list: [number, string][]): string {
	return list.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join("");
}

export function box([x, y, w, h, r]: number[], fill: string, more = ""): string {
	const size = `x="${x}" y="${y}" width="${w}" height="${h}"`;
	return `<rect ${size}${r ? ` rx="${r}"` : ""} fill="${fill}"${gap(more)}/>`;
}

export function oval([cx, cy, rx, ry = rx]: number[], fill: string, more = ""): string {
	return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${gap(more)}/>`;
}

export function path(d: string, fill: string, more = ""): string {
	return `<path d="${d}" fill="${fill}"${gap(more)}/>`;
}

export function stroke(d: string, colour: string, width: number): string {
	const ends = 'stroke-linecap="round" stroke-linejoin="round"';
	return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" ${ends}/>`;
}

export function ring([cx, cy, r, width]: number[], colour: string, more = ""): string {
	const line = `stroke="${colour}" stroke-width="${width}"`;
	return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" ${line}${gap(more)}/>`;
}

/** Moves and scales a drawing so that its point lands on the given one. */
export function move([x, y]: [number, number], [toX, toY]: [number, number], scale: number) {
	const [left, top] = [Math.round(toX - x * scale), Math.round(toY - y * scale)];
	return `translate(${left} ${top}) scale(${scale})`;
}

/** A whole picture of the given size. */
export function svg([width, height]: [number, number], defs: string, content: string): string {
	const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${defs}</defs>${content}</svg>`;
}

export function group(attributes: string, ...parts: string[]): string {
	return `<g ${attributes}>${parts.join("")}</g>`;
}

/** A soft reflection on the lit side. */
export function shine(d: string, strength = 0.28): string {
	return path(d, "#fff", `opacity="${strength}"`);
}

/** A soft shade in the colour of all shadows. */
export function shade(d: string, strength = 0.12): string {
	return path(d, "#231a2e", `opacity="${strength}"`);
}

/** A body in the main colour with the product's pattern in its accent, lit as one surface. */
export function body(paint: Paint, d: string, bounds: number[]): string {
	const base = path(d, paint.fill(paint.main, "round"));
	if (paint.motif === "plain") return base;
	const clip = paint.define(
		`clip${d}`,
		(id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`,
	);
	const light = paint.define("light", (id) => light2(id));
	const drawn = group(`fill="${paint.accent.base}"`, pattern(paint.motif, bounds));
	return base + group(`clip-path="url(#${clip})"`, drawn, path(d, `url(#${light})`));
}

function light2(id: string): string {
	return `<linearGradient id="${id}"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop
 offset=".2" stop-color="#fff" stop-opacity=".28"/><stop offset=".5" stop-color="#fff"
 stop-opacity="0"/><stop offset="1" stop-color="#231a2e" stop-opacity=".2"/></linearGradient>`;
}

function pattern(motif: Motif, [x = 0, y = 0, w = 0, h = 0]: number[]): string {
	const cells = (n: number) => Array.from({ length: n }, (_, at) => at);
	const bar = (top: number, high: number) => rect([x - 20, y + h * top, w + 40, h * high]);
	switch (motif) {
		case "dip":
			return bar(0.62, 0.5);
		case "band":
			return bar(0.42, 0.14) + bar(0.6, 0.03);
		case "stripes":
			return cells(5)
				.map((at) => bar(0.1 + at * 0.19, 0.07))
				.join("");
		case "check":
			return (
				cells(4)
					.map((at) => bar(0.08 + at * 0.24, 0.1))
					.join("") + columns([x, y, w, h])
			);
		case "arc":
			return disc([x + w * 0.62, y + h * 0.68, w * 0.34]);
		case "dots":
			return cells(20)
				.map((at) => dot([x, y, w, h], at))
				.join("");
		default:
			return "";
	}
}

function columns([x = 0, y = 0, w = 0, h = 0]: number[]): string {
	const one = (at: number) => rect([x + w * (0.1 + at * 0.24), y, w * 0.09, h]);
	return group('opacity=".45"', ...[0, 1, 2, 3].map(one));
}

function dot([x = 0, y = 0, w = 0, h = 0]: number[], at: number): string {
	const row = Math.floor(at / 4);
	const left = x + w * (0.14 + (at % 4) * 0.25 + (row % 2) * 0.1);
	return disc([left, y + h * (0.12 + row * 0.19), 17]);
}

function disc(parts: number[]): string {
	const [cx, cy, r] = parts.map((part) => Math.round(part));
	return `<circle cx="${cx}" cy="${cy}" r="${r}"/>`;
}

function rect([x = 0, y = 0, w = 0, h = 0]: number[]): string {
	const [left, top, wide, high] = [x, y, w, h].map((part) => Math.round(part));
	return `<rect x="${left}" y="${top}" width="${wide}" height="${high}"/>`;
}

function gap(more: string): string {
	return more ? ` ${more}` : "";
}
