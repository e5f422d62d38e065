// One product as a picture: a soft tile and the kind's drawing in one of four views.
import { tint, toLch, hex } from "./colour.ts";
import { group, linear, move, oval, paintBox, stops, svg, type Kind, type Paint } from "./kit.ts";
import { kinds } from "./kinds.ts";
import { scenes } from "./scenes.ts";

export const views = ["front", "angle", "detail", "scene"] as const;
export type View = (typeof views)[number];
export type ProductPicture = {
	kind: string;
	colour: string;
	accent: string;
	view: View;
	seed: number;
};

/** The picture of a product as an SVG of 1000 × 1000, complete in itself. */
export function drawProduct({ kind: name, view, ...colours }: ProductPicture): string {
	const kind = kinds[name];
	if (!kind) throw new Error(`There is no drawing for ${name}.`);
	const paint = paintBox({ main: colours.colour, accent: colours.accent, seed: colours.seed });
	return tile(paint, composed[view](kind, paint));
}

const composed: Record<View, (kind: Kind, paint: Paint) => string> = {
	front: (kind, paint) => ground(paint, 0) + placed(kind, paint, fitted(kind)),
	angle(kind, paint) {
		const drawn = placed(kind, { ...paint, back: true }, fitted(kind));
		const [x, y] = kind.focus;
		return (
			ground(paint, 1) +
			(kind.stands ? drawn : group(`transform="rotate(-14 ${x} ${y})"`, drawn))
		);
	},
	detail(kind, paint) {
		const [x, y] = kind.focus;
		const move = `translate(${500 - x * 1.75} ${500 - y * 1.75}) scale(1.75)`;
		return ground(paint, 2) + placed(kind, paint, move);
	},
	scene: (kind, paint) => scenes[kind.place](kind, paint, placed),
};

/** Narrow things are shown larger, so that all fill their tile alike. */
function fitted(kind: Kind): string {
	const scale = kind.size ?? ((kind.stands?.[2] ?? 0) > 290 ? 1.02 : 1.14);
	const lift = kind.stands ? 520 : 500;
	return move([500, lift], [500, 500], scale);
}

/** The drawing with its shadow, moved to where a composition wants it. */
export function placed(kind: Kind, paint: Paint, move: string): string {
	const drawn = kind.draw(paint);
	const shadow = kind.stands ? standing(kind.stands, paint) : "";
	const soft = kind.stands ? drawn : group(`filter="url(#${floating(paint)})"`, drawn);
	return group(move ? `transform="${move}"` : "", shadow, soft);
}

export function tile(paint: Paint, content: string): string {
	return svg([1000, 1000], paint.defs(), content);
}

/** The tile's ground: near white in the hue of the accent, or the product's own colour, calm. */
function ground(paint: Paint, step: 0 | 1 | 2): string {
	const fill = [
		[tint(paint.accent.base, 0.968, 0.014), tint(paint.accent.base, 0.915, 0.026)],
		[tint(paint.main.base, 0.9, 0.045), tint(paint.main.base, 0.82, 0.06)],
		[tint(paint.main.base, 0.955, 0.02), tint(paint.main.base, 0.9, 0.035)],
	][step] ?? ["#fff", "#eee"];
	const id = paint.define(`ground${step}`, (name) =>
		linear(
			[name, 'x2="0" y2="1"'],
			[
				[0, fill[0] ?? ""],
				[1, fill[1] ?? ""],
			],
		),
	);
	return `<rect width="1000" height="1000" fill="url(#${id})"/>`;
}

export function standing([x, floor, half]: [number, number, number], paint: Paint): string {
	const dark = hex({ l: 0.25, c: 0.03, h: toLch(paint.main.base).h });
	const id = paint.define("shadow", (name) => {
		const fade = stops([
			[0, dark],
			[1, dark],
		]).replace("/>", ' stop-opacity=".42"/>');
		const faded = fade.replace(/"\/>$/, '" stop-opacity="0"/>');
		return `<radialGradient id="${name}">${faded}</radialGradient>`;
	});
	const middle = x + half * 0.22;
	// Why: a shadow that runs over the tile's edge is cut off there, and looks like a mistake.
	const reach = Math.round(Math.min(half * 1.42, 970 - middle));
	const wide = oval([middle, floor + 4, reach, 52], `url(#${id})`);
	return wide + oval([x, floor, half, 15], `url(#${id})`);
}

function floating(paint: Paint): string {
	const shadow = '<feDropShadow dx="12" dy="24" stdDeviation="18" flood-color="#2a2033"';
	const room = 'x="-.2" y="-.2" width="1.4" height="1.4"';
	return paint.define(
		"float",
		(id) => `<filter id="${id}" ${room}>${shadow} flood-opacity=".24"/></filter>`,
	);
}
