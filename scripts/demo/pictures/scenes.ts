// Where products live: a counter, a room, a desk, a studio, outdoors, a clothes rail.
import { hex, tint, toLch } from "./colour.ts";
import { furniture } from "./furniture.ts";
import { home } from "./home.ts";
import {
	box,
	brass,
	cream,
	glow,
	graphite,
	group,
	leaf,
	linear,
	move,
	oval,
	path,
	stroke,
	walnut,
	wood,
	type Kind,
	type Paint,
	type Place,
} from "./kit.ts";

type Put = (kind: Kind, paint: Paint, move: string) => string;
type Scene = (kind: Kind, paint: Paint, put: Put) => string;

/** Fills the picture with a colour that falls off towards the floor. */
export function wash(
	paint: Paint,
	[top, bottom]: [string, string],
	area = [0, 0, 1000, 1000],
): string {
	const id = paint.define(`wash${top}${bottom}`, (name) =>
		linear(
			[name, 'x2="0" y2="1"'],
			[
				[0, top],
				[1, bottom],
			],
		),
	);
	return box([...area, 0], `url(#${id})`);
}

/** Stands the product on a line of the scene, scaled about its own foot. */
function stand(
	[kind, paint, put]: [Kind, Paint, Put],
	[x, floor, scale]: [number, number, number],
): string {
	const [cx, foot] = kind.stands ?? [kind.focus[0], kind.focus[1] + 250];
	return put(kind, paint, move([cx, foot], [x, floor], scale));
}

/** A wall's colour: the accent's hue, quiet enough that the product leads. */
function wall(paint: Paint, l = 0.89): [string, string] {
	return [tint(paint.accent.base, l, 0.035), tint(paint.accent.base, l - 0.05, 0.045)];
}

const sunlight = group(
	'fill="#fff" opacity=".2"',
	path("M90 60 L360 60 L520 420 L250 420 Z", "#fff"),
	path("M400 60 L560 60 L720 420 L560 420 Z", "#fff"),
);

const counter: Scene = (kind, paint, put) => {
	const tiles = [0, 1, 2, 3, 4]
		.flatMap((row) =>
			[0, 1, 2, 3, 4, 5].map(
				(col) => `M${col * 200 - (row % 2) * 100} ${120 * row + 60}h200v120`,
			),
		)
		.join("");
	const lies = !kind.stands;
	return [
		wash(paint, wall(paint, 0.91)),
		group('opacity=".35"', stroke(tiles, "#ffffff", 5)),
		sunlight,
		box([0, 700, 1000, 300, 0], paint.fill(wood, "down")),
		box([0, 700, 1000, 18, 0], wood.hi),
		stroke("M60 800 H380 M520 860 H900 M120 930 H520", wood.lo, 5),
		lies ? "" : herb(paint),
		lies
			? stand([kind, paint, put], [500, 800, 0.78])
			: stand([kind, paint, put], [440, 850, 0.86]),
	].join("");
};
const herb = (paint: Paint) =>
	[
		...[
			[770, 470],
			[820, 430],
			[870, 480],
			[800, 520],
			[850, 530],
		].map(([x = 0, y = 0], at) => oval([x, y + 60, 44, 34], at % 2 ? leaf.base : leaf.lo)),
		path(
			"M752 610 H888 L870 740 Q868 752 856 752 H784 Q772 752 770 740 Z",
			paint.fill(cream, "round"),
		),
	].join("");

const room: Scene = (kind, paint, put) => {
	const onWall = kind.place === "room" && !kind.stands;
	return [
		wash(paint, wall(paint)),
		sunlight,
		onWall ? "" : frame([650, 130, 210, 270], paint),
		box([0, 760, 1000, 240, 0], paint.fill(wood, "down")),
		box([0, 742, 1000, 22, 0], cream.hi),
		stroke("M0 850 H1000 M0 930 H1000 M280 764 V850 M640 850 V930 M160 930 V1000", wood.lo, 4),
		oval([500, 900, 420, 60], paint.accent.pale, 'opacity=".75"'),
		onWall ? hung(kind, paint, put) : stand([kind, paint, put], [480, 890, 0.84]),
	].join("");
};
/** A rug lies on the floor, a pillow leans on the bench, a clock hangs above it. */
const hung: Scene = (kind, paint, put) => {
	if (kind === home.rug && furniture.sofa) {
		const seat = { ...paint, main: paint.accent, accent: paint.main };
		const behind = stand([furniture.sofa, seat, put], [500, 800, 0.78]);
		return behind + put(kind, paint, "translate(-125 735) scale(1.25 .3)");
	}
	if (kind === home.pillow)
		return bench(paint) + put(kind, paint, "translate(170 330) scale(.6)");
	return put(kind, paint, "translate(150 50) scale(.7)") + bench(paint);
};
const bench = (paint: Paint) =>
	stroke("M240 800 V900 M760 800 V900", walnut.base, 22) +
	box([190, 770, 620, 44, 16], paint.fill(walnut, "down")) +
	path(
		"M640 690 H720 L708 764 Q706 772 698 772 H662 Q654 772 652 764 Z",
		paint.fill(cream, "round"),
	) +
	oval([660, 672, 34, 28], leaf.lo) +
	oval([704, 664, 36, 32], leaf.base);
const frame = ([x = 0, y = 0, w = 0, h = 0]: number[], paint: Paint) =>
	box([x + 10, y + 16, w, h, 10], "#231a2e", 'opacity=".12"') +
	box([x, y, w, h, 10], paint.fill(wood, "plane")) +
	box([x + 16, y + 16, w - 32, h - 32, 4], cream.hi) +
	oval([x + w * 0.45, y + h * 0.42, w * 0.2], paint.accent.base) +
	path(
		`M${x + 34} ${y + h - 60} q${w * 0.4 - 34} ${60 - h * 0.5} ${w - 68} -20 v46 H${x + 34} Z`,
		paint.main.base,
	);

const desk: Scene = (kind, paint, put) =>
	[
		wash(paint, wall(paint, 0.87)),
		oval([500, 420, 360, 330], glow.hi, 'opacity=".35"'),
		box([0, 720, 1000, 280, 0], paint.fill(walnut, "down")),
		box([0, 720, 1000, 16, 0], walnut.hi),
		stroke("M80 900 H420 M560 950 H930", walnut.lo, 5),
		stack(paint),
		kind.stands
			? stand([kind, paint, put], [430, 860, 0.84])
			: put(kind, paint, "translate(90 330) scale(.8)"),
	].join("");
const stack = (paint: Paint) =>
	[
		[700, 684, 230, paint.accent.lo],
		[716, 644, 206, cream.base],
		[706, 604, 214, paint.main.lo],
	]
		.map(([x, y, w, fill]) => box([Number(x), Number(y) + 70, Number(w), 38, 8], String(fill)))
		.join("") +
	path(
		"M770 590 H860 V660 Q860 676 844 676 H786 Q770 676 770 660 Z",
		paint.fill(brass, "round"),
	) +
	stroke("M790 590 L780 500 M815 590 L822 480 M838 590 L850 520", graphite.base, 9);

const studio: Scene = (kind, paint, put) => {
	const back = toLch(paint.main.base);
	const quiet = (l: number, c: number) => hex({ l, c: Math.min(back.c, c), h: back.h });
	return [
		wash(paint, [quiet(0.86, 0.06), quiet(0.78, 0.075)]),
		path("M250 1000 V470 Q250 190 500 190 Q750 190 750 470 V1000 Z", quiet(0.93, 0.035)),
		oval([850, 800, 120], paint.fill(paint.accent, "ball")),
		box([0, 850, 1000, 150, 0], quiet(0.74, 0.07)),
		box([200, 780, 600, 140, 24], quiet(0.96, 0.02)),
		path("M200 850 H800 V896 Q800 920 776 920 H224 Q200 920 200 896 Z", quiet(0.87, 0.045)),
		oval([160, 800, 70], paint.fill(paint.accent, "ball")),
		kind.stands
			? stand([kind, paint, put], [490, 808, 0.74])
			: put(kind, paint, "translate(125 60) scale(.75)"),
	].join("");
};

const outdoors: Scene = (kind, paint, put) =>
	[
		wash(paint, ["#cfe3ec", "#f6ead6"]),
		oval([740, 240, 84], glow.hi),
		path("M0 560 L190 360 L330 500 L520 290 L760 540 L870 450 L1000 570 V1000 H0 Z", "#a9bfc4"),
		path("M0 640 Q240 500 480 620 T1000 580 V1000 H0 Z", "#8fb08d"),
		path("M0 740 Q300 640 600 720 T1000 700 V1000 H0 Z", paint.fill(leaf, "down")),
		pine(110, 700, 1),
		pine(200, 720, 0.7),
		pine(900, 700, 1.1),
		path("M120 1000 Q300 820 560 850 T1000 900 V1000 Z", "#d9c7a2"),
		stand([kind, paint, put], [480, 905, 0.76]),
	].join("");
const pine = (x: number, y: number, s: number) =>
	group(
		`transform="translate(${x} ${y}) scale(${s})"`,
		box([-10, -10, 20, 60, 4], walnut.base),
		path("M0 -230 L70 -90 H40 L90 10 H-90 L-40 -90 H-70 Z", leaf.deep),
	);

const rail: Scene = (kind, paint, put) =>
	[
		wash(paint, wall(paint, 0.9)),
		sunlight,
		stroke("M90 190 H910", brass.lo, 18) + stroke("M90 186 H910", brass.hi, 6),
		stroke(
			"M500 190 Q530 150 500 140 M500 190 V236 M412 270 Q500 208 588 270",
			graphite.base,
			11,
		),
		box([0, 880, 1000, 120, 0], paint.fill(wood, "down")),
		box([0, 866, 1000, 18, 0], cream.hi),
		put(kind, paint, "translate(90 60) scale(.82)"),
		hanging(790, paint.accent.base, paint.accent.lo) +
			hanging(866, paint.accent.pale, paint.accent.hi),
	].join("");
const hanging = (x: number, fill: string, edge: string) =>
	stroke(`M${x} 190 V232`, graphite.base, 9) +
	path(`M${x - 30} 260 Q${x} 220 ${x + 30} 260 L${x + 38} 690 Q${x} 704 ${x - 38} 690 Z`, fill) +
	stroke(`M${x + 8} 280 L${x + 12} 680`, edge, 8);

export const scenes: Record<Place, Scene> = { counter, room, desk, studio, outdoors, rail };
