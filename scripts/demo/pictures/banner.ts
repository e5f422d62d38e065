// Wide scenes for the home page, 1600 × 600, calm on the left where the page sets its words,
// and the small marks: a category's tile and a brand's sign.
import { hex, tint, toLch, tones } from "./colour.ts";
import {
	box,
	cream,
	glow,
	group,
	leaf,
	move,
	oval,
	paintBox,
	path,
	ring,
	stroke,
	svg,
	walnut,
	wood,
	type Paint,
} from "./kit.ts";
import { kinds } from "./kinds.ts";
import { placed, tile } from "./product.ts";
import { wash } from "./scenes.ts";

export const bannerScenes = ["arch", "window", "hills", "shelf", "steps", "night"] as const;
export type BannerScene = (typeof bannerScenes)[number];
export type BannerPicture = { scene: BannerScene; kinds: string[]; colour: string; seed: number };

/** A scene of the given kinds; the first stands in the middle of the group. */
export function drawBanner({ scene, kinds: names, colour, seed }: BannerPicture): string {
	const paint = paintBox({
		main: colour,
		accent: friends[seed % friends.length] ?? colour,
		seed,
	});
	const things = names.slice(0, places.length).map((name, at) => thing([name, colour], at, seed));
	const content = backdrops[scene](paint) + things.map((one) => one.drawn).join("");
	const defs = paint.defs() + things.map((one) => one.defs).join("");
	return svg([1600, 600], defs, content);
}

/** Colours that go with each other and with every banner. */
const friends = ["#e0b25c", "#ece5d8", "#5f8f86", "#d9826a", "#41566e", "#b98a9b", "#8fae8b"];

const places: [number, number, number][] = [
	[1140, 548, 0.5],
	[872, 548, 0.38],
	[1424, 548, 0.4],
	[1292, 572, 0.24],
];

function thing([name, colour]: [string, string], at: number, seed: number) {
	const kind = kinds[name];
	const [x, floor, scale] = places[at] ?? [1140, 545, 0.4];
	if (!kind) throw new Error(`There is no drawing for ${name}.`);
	const friend = (step: number) => friends[(seed + step) % friends.length] ?? colour;
	const paint = paintBox({
		main: at ? friend(at * 2) : colour,
		accent: friend(at * 2 + 3),
		seed: seed + at * 3,
	});
	const [cx, foot] = kind.stands ?? [kind.focus[0], kind.focus[1] + 270];
	const drawn = placed(kind, paint, move([cx, foot], [x, floor], scale));
	const own = (text: string) =>
		text.replace(/(id="|url\(#)/g, (start) => `${start}${"abcd"[at]}`);
	return { drawn: own(drawn), defs: own(paint.defs()) };
}

/** A colour that goes with the given one: same weight, another hue. */
export function companion(colour: string, turn: number): string {
	const { l, c, h } = toLch(colour);
	return hex({
		l: turn % 100 > 50 ? Math.min(0.84, l + 0.1) : l,
		c: Math.max(0.07, c),
		h: h + turn,
	});
}

const quiet = (paint: Paint, l: number, c: number) => tint(paint.main.base, l, c);
const floor = (fill: string, y = 520) => box([0, y, 1600, 600 - y, 0], fill);

const backdrops: Record<BannerScene, (paint: Paint) => string> = {
	arch: (p) =>
		[
			wash(p, [quiet(p, 0.93, 0.03), quiet(p, 0.87, 0.05)], [0, 0, 1600, 600]),
			path("M820 600 V330 Q820 60 1140 60 Q1460 60 1460 330 V600 Z", quiet(p, 0.83, 0.07)),
			path("M930 600 V350 Q930 160 1140 160 Q1350 160 1350 350 V600 Z", quiet(p, 0.9, 0.05)),
			oval([1500, 140, 56], p.fill(p.accent, "ball")),
			floor(quiet(p, 0.78, 0.065)),
		].join(""),
	window: (p) =>
		[
			wash(p, [quiet(p, 0.94, 0.025), quiet(p, 0.9, 0.04)], [0, 0, 1600, 600]),
			box([960, 50, 480, 400, 24], cream.hi),
			wash(p, ["#cfe3ec", "#f6ead6"], [984, 74, 432, 352]),
			path("M984 370 Q1090 290 1210 350 T1416 320 V426 H984 Z", leaf.hi),
			oval([1310, 160, 44], glow.hi),
			stroke("M1200 74 V426 M984 250 H1416", cream.hi, 16),
			box([930, 446, 540, 24, 10], cream.base),
			path("M700 520 L1000 520 L1416 600 H860 Z", "#fff", 'opacity=".16"'),
			floor(p.fill(wood, "down"), 516),
		].join(""),
	hills: (p) =>
		[
			wash(p, [tint("#7fb2c9", 0.9, 0.05), "#f7ecd8"], [0, 0, 1600, 600]),
			oval([1440, 130, 66], glow.hi),
			path(
				"M640 470 L830 300 L960 410 L1130 230 L1340 420 L1470 320 L1600 430 V600 H640 Z",
				"#b3c6ca",
			),
			path("M0 520 Q420 410 820 470 T1600 430 V600 H0 Z", "#a3bf9d"),
			path("M0 560 Q500 480 980 520 T1600 490 V600 H0 Z", p.fill(leaf, "down")),
			...[760, 820, 1540].map((x, at) => tree(x, 510, 0.5 + (at % 2) * 0.2)),
		].join(""),
	shelf: (p) =>
		[
			wash(p, [quiet(p, 0.9, 0.04), quiet(p, 0.85, 0.055)], [0, 0, 1600, 600]),
			path("M0 0 H520 L800 600 H0 Z", "#fff", 'opacity=".14"'),
			box([820, 200, 200, 16, 6], p.fill(walnut, "down")),
			...[840, 872, 904].map((x, at) =>
				box(
					[x, 110 + at * 12, 26, 90 - at * 12, 5],
					[p.accent.base, cream.base, p.main.base][at] ?? "",
				),
			),
			box([1300, 160, 220, 16, 6], p.fill(walnut, "down")),
			path("M1370 90 H1450 L1438 160 H1382 Z", p.fill(p.accent, "round")),
			oval([1392, 72, 32, 28], leaf.base) + oval([1430, 64, 36, 32], leaf.lo),
			floor(p.fill(walnut, "down"), 518),
		].join(""),
	steps: (p) =>
		[
			wash(p, [quiet(p, 0.9, 0.05), quiet(p, 0.82, 0.07)], [0, 0, 1600, 600]),
			oval([1140, 300, 270], quiet(p, 0.94, 0.035)),
			oval([760, 470, 44], p.fill(p.accent, "ball")),
			oval([1530, 460, 64], p.fill(p.accent, "ball")),
			box([780, 520, 760, 90, 20], quiet(p, 0.95, 0.02)),
			floor(quiet(p, 0.76, 0.08), 556),
		].join(""),
	night: (p) =>
		[
			wash(
				p,
				[tint(p.main.base, 0.36, 0.06), tint(p.main.base, 0.48, 0.075)],
				[0, 0, 1600, 600],
			),
			oval([1140, 320, 380, 300], tint(p.main.base, 0.58, 0.08), 'opacity=".55"'),
			oval([1140, 330, 250, 200], glow.base, 'opacity=".22"'),
			...[
				[720, 90],
				[860, 150],
				[980, 70],
				[1420, 90],
				[1530, 190],
				[1340, 50],
			].map(([x = 0, y = 0], at) => oval([x, y, 4 + (at % 3) * 2], glow.hi, 'opacity=".8"')),
			floor(tint(p.main.base, 0.32, 0.06), 520),
		].join(""),
};
const tree = (x: number, y: number, s: number) =>
	group(
		`transform="translate(${x} ${y}) scale(${s})"`,
		box([-10, -10, 20, 60, 4], walnut.base),
		path("M0 -230 L70 -90 H40 L90 10 H-90 L-40 -90 H-70 Z", leaf.deep),
	);

/** A square tile for a category: its kind on a disc of its colour. */
export function drawCategory(name: string, colour: string): string {
	const kind = kinds[name];
	if (!kind) throw new Error(`There is no drawing for ${name}.`);
	const paint = paintBox({ main: colour, accent: companion(colour, 165), seed: 3 });
	const [cx, foot] = kind.stands ?? [kind.focus[0], kind.focus[1] + 400];
	const scale = 0.8 * (kind.size ?? 1);
	return tile(
		paint,
		[
			wash(paint, [tint(colour, 0.95, 0.025), tint(colour, 0.92, 0.035)]),
			oval([500, 500, 370], tint(colour, 0.85, 0.07)),
			placed(kind, paint, move([cx, foot], [500, 830], scale)),
		].join(""),
	);
}

/** A brand's sign: one of eight geometric figures in the brand's colour. */
export function drawBrandMark(name: string, colour: string): string {
	const sum = [...name].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
	const { hi, base, deep } = tones(colour);
	const figure = marks[sum % marks.length] ?? marks[0];
	const turn = `transform="rotate(${(Math.floor(sum / 8) % 4) * 90} 200 200)"`;
	const ground = box([0, 0, 400, 400, 96], tint(colour, 0.95, 0.03));
	return svg([400, 400], "", ground + group(turn, figure?.([hi, base, deep]) ?? ""));
}

type Mark = (fills: [string, string, string]) => string;
const marks: Mark[] = [
	([a, b, c]) =>
		path("M100 300 V200 A100 100 0 0 1 200 100 V300 Z", b) +
		path("M200 300 V200 A100 100 0 0 1 300 100 V300 Z", a) +
		oval([250, 250, 28], c),
	([a, b, c]) =>
		oval([160, 200, 80], b) +
		oval([240, 200, 80], a, 'opacity=".85"') +
		oval([200, 200, 22], c),
	([a, b, c]) =>
		path("M200 90 L310 200 L200 310 L90 200 Z", b) +
		path("M200 90 L310 200 H200 Z", a) +
		path("M200 310 L90 200 H200 Z", c),
	([a, b, c]) =>
		box([96, 96, 96, 208, 48], b) +
		box([208, 96, 96, 96, 48], a) +
		box([208, 208, 96, 96, 20], c),
	([a, b, c]) => [a, b, c].map((fill, at) => ring([200, 200, 104 - at * 36, 22], fill)).join(""),
	([a, b, c]) =>
		path("M100 300 L200 100 L300 300 Z", b) +
		path("M200 100 L300 300 H200 Z", a) +
		oval([200, 246, 24], c),
	([a, b, c]) =>
		[a, b, c]
			.map((fill, at) =>
				path(
					"M90 160 Q145 110 200 160 T310 160 V196 Q255 246 200 196 T90 196 Z",
					fill,
					`transform="translate(0 ${at * 60})"`,
				),
			)
			.join(""),
	([a, b, c]) =>
		[0, 90, 180, 270]
			.map((turn, at) =>
				path(
					"M200 200 Q130 150 200 84 Q270 150 200 200 Z",
					at % 2 ? a : b,
					`transform="rotate(${turn + 45} 200 200)"`,
				),
			)
			.join("") + oval([200, 200, 20], c),
];
