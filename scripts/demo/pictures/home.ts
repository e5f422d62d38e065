// Home and decoration: lamp, vase, candle, pillow, rug, clock, plant.
import {
	body,
	box,
	brass,
	cream,
	glow,
	graphite,
	group,
	leaf,
	oval,
	path,
	shade,
	shine,
	stroke,
	white,
	wood,
	type Drawer,
	type Kind,
} from "./kit.ts";
import { plant } from "./plant.ts";

const halo = oval([500, 470, 330, 260], glow.hi, 'opacity=".28"');
const lampTable: Drawer = (p) =>
	[
		halo,
		box([486, 470, 28, 270, 10], p.fill(brass, "round")),
		path("M340 800 Q340 716 500 716 Q660 716 660 800 Z", p.fill(p.accent, "round")),
		path(
			"M372 214 Q376 200 392 200 H608 Q624 200 628 214 L736 474 Q742 496 718 496 H282 " +
				"Q258 496 264 474 Z",
			p.fill(p.main, "round"),
		),
		oval([500, 488, 222, 20], glow.base),
		shine("M392 230 L310 460 H350 L420 230 Z", 0.3),
		stroke("M640 498 V590", brass.lo, 6) + oval([640, 600, 12], brass.base),
	].join("");
const lampDome: Drawer = (p) =>
	[
		halo,
		box([486, 420, 28, 350, 10], p.fill(p.accent, "round")),
		oval([500, 784, 150, 18], p.accent.deep),
		path("M350 784 Q350 756 500 756 Q650 756 650 784 Z", p.fill(p.accent, "round")),
		path(
			"M262 440 Q268 210 500 210 Q732 210 738 440 Q738 454 722 454 H278 Q262 454 262 440 Z",
			p.fill(p.main, "round"),
		),
		oval([500, 452, 222, 18], glow.base),
		oval([500, 204, 20, 14], brass.base),
		shine("M312 420 Q320 300 410 252 Q360 320 352 420 Z", 0.35),
	].join("");
const lampArm: Drawer = (p) =>
	[
		path("M330 800 Q330 760 460 760 Q590 760 590 800 Z", p.fill(p.accent, "round")),
		stroke("M460 764 L360 500 L600 290", p.accent.base, 26),
		stroke("M452 750 L352 498", p.accent.hi, 7),
		oval([360, 500, 28], p.fill(brass, "ball")),
		oval([676, 440, 190, 130], glow.hi, 'opacity=".4"'),
		path("M548 262 Q590 210 646 244 L800 372 Q720 476 604 436 Z", p.fill(p.main, "plane")),
		path("M800 372 Q720 476 604 436 Q660 380 800 372 Z", glow.base),
		shine("M572 280 Q596 244 632 262 L600 330 Z", 0.3),
	].join("");
const lamps = [lampTable, lampDome, lampArm];

const vases = [
	"M420 330 H580 Q574 420 640 500 Q720 600 660 730 Q630 800 560 800 H440 Q370 800 " +
		"340 730 Q280 600 360 500 Q426 420 420 330 Z",
	"M380 330 H620 Q600 560 640 760 Q642 800 600 800 H400 Q358 800 360 760 Q400 560 380 330 Z",
	"M440 330 H560 V470 Q700 520 700 660 Q700 800 560 800 H440 Q300 800 300 660 Q300 520 440 470 Z",
];
const stems = [
	stroke(
		"M490 350 Q470 220 380 150 M500 350 Q505 230 520 110 M512 350 Q540 240 640 180",
		leaf.lo,
		10,
	),
	...[
		[380, 150],
		[430, 220],
		[520, 110],
		[508, 210],
		[640, 180],
		[580, 240],
	].map(([x = 0, y = 0]) =>
		oval([x, y, 34, 20], leaf.base, `transform="rotate(${(x - 500) / 3} ${x} ${y})"`),
	),
].join("");
const vase: Drawer = (p) => {
	const wide = p.form % 3 === 1 ? 118 : p.form % 3 ? 60 : 80;
	return [
		p.back ? "" : stems + bloom(p, [380, 146]) + bloom(p, [640, 176]) + bloom(p, [520, 108]),
		body(p, vases[p.form % 3] ?? "", [290, 330, 420, 470]),
		oval([500, 332, wide, 16], p.main.hi),
		oval([500, 334, wide - 14, 10], p.main.deep),
		shine("M366 600 Q362 540 420 480 Q398 560 396 680 Q376 670 366 600 Z", 0.35),
	].join("");
};
function bloom(p: Parameters<Drawer>[0], [x = 0, y = 0]: number[]): string {
	const petal = (turn: number) =>
		oval([x, y - 30, 22, 34], p.accent.base, `transform="rotate(${turn} ${x} ${y})"`);
	return [0, 72, 144, 216, 288].map(petal).join("") + oval([x, y, 18], brass.hi);
}

const candle: Drawer = (p) =>
	[
		oval([480, 330, 170, 190], glow.hi, 'opacity=".4"'),
		path(
			"M480 250 Q520 310 508 346 Q500 372 480 372 Q458 372 452 346 Q446 310 480 250 Z",
			"#f6b64b",
		),
		path(
			"M480 300 Q500 330 494 350 Q488 364 480 364 Q470 364 466 350 Q464 330 480 300 Z",
			"#fff3c9",
		),
		body(
			p,
			"M320 450 H640 V752 Q640 800 592 800 H368 Q320 800 320 752 Z",
			[320, 450, 320, 350],
		),
		oval([480, 450, 160, 34], p.main.hi),
		oval([480, 452, 142, 26], p.fill(cream, "plane")),
		stroke("M480 450 V374", graphite.deep, 9),
		p.back
			? ""
			: box([390, 560, 180, 130, 14], white.base) +
				stroke("M424 606 H536 M440 640 H520", p.accent.base, 10),
		shine("M350 510 H372 V740 H350 Z", 0.35),
	].join("");

const pillow: Drawer = (p) =>
	[
		body(
			p,
			"M250 300 Q500 250 750 300 Q790 290 780 330 Q820 500 780 690 Q790 730 750 722 " +
				"Q500 770 250 722 Q210 730 220 690 Q180 500 220 330 Q210 290 250 300 Z",
			[200, 260, 600, 500],
		),
		stroke(
			"M252 302 Q500 254 748 302 Q776 500 752 720 Q500 766 248 720 Q224 500 252 302 Z",
			p.main.hi,
			6,
		),
		shade("M700 340 Q740 500 700 680 Q640 720 540 730 Q720 640 700 340 Z", 0.08),
		stroke(
			"M280 330 Q330 380 340 420 M722 330 Q680 372 668 410 M286 694 Q330 650 344 612",
			p.main.lo,
			8,
		),
		shine("M300 350 Q400 310 560 306 Q400 340 330 440 Q290 430 300 350 Z", 0.2),
	].join("");

const rug: Drawer = (p) => {
	const fringe = Array.from({ length: 15 }, (_, at) => 262 + at * 34);
	const lines = fringe.map((x) => `M${x} 190 V226 M${x} 774 V810`).join(" ");
	return [
		stroke(lines, cream.lo, 10),
		box([240, 220, 520, 560, 18], p.fill(p.main, "plane")),
		box([276, 256, 448, 488, 10], "none", `stroke="${p.accent.base}" stroke-width="14"`),
		rugFields[p.form % 3]?.(p) ?? "",
	].join("");
};
const rugFields: Drawer[] = [
	(p) =>
		[330, 500, 670].map((y) => diamond([500, y, 120, 74], p.accent.base)).join("") +
		[330, 500, 670].map((y) => diamond([500, y, 66, 40], p.main.pale)).join(""),
	(p) =>
		[0, 1, 2, 3, 4]
			.map((at) =>
				box([300, 296 + at * 88, 400, 40, 20], at % 2 ? p.main.pale : p.accent.base),
			)
			.join(""),
	(p) =>
		group(
			'stroke-width="26" fill="none"',
			oval([500, 500, 170, 180], "none", `stroke="${p.accent.base}"`),
			oval([500, 500, 110, 118], "none", `stroke="${p.main.pale}"`),
			oval([500, 500, 46, 50], p.accent.base),
		),
];
const diamond = ([x = 0, y = 0, w = 0, h = 0]: number[], fill: string) =>
	path(`M${x - w} ${y} L${x} ${y - h} L${x + w} ${y} L${x} ${y + h} Z`, fill);

const clock: Drawer = (p) => {
	const marks = Array.from({ length: 12 }, (_, at) =>
		box(
			[494, 264, 12, at % 3 ? 26 : 46, 6],
			p.main.deep,
			`transform="rotate(${at * 30} 500 500)"`,
		),
	);
	return [
		oval([500, 500, 300], p.fill(p.form % 2 ? wood : p.main, "plane")),
		oval([500, 500, 258], p.fill(white, "plane")),
		p.form % 3 === 1 ? "" : marks.join(""),
		stroke("M500 500 L404 400", graphite.base, 20),
		stroke("M500 500 L628 372", graphite.base, 13),
		stroke("M500 540 L500 320", p.accent.base, 6),
		oval([500, 500, 22], p.accent.base),
		shine("M270 470 Q290 330 420 272 Q320 360 306 480 Q284 500 270 470 Z", 0.5),
	].join("");
};

export const home: Record<string, Kind> = {
	lamp: {
		draw: (p) => lamps[p.form % 3]?.(p) ?? "",
		stands: [500, 800, 170],
		focus: [500, 400],
		place: "room",
	},
	vase: { draw: vase, stands: [500, 800, 170], focus: [500, 470], place: "desk", size: 1 },
	candle: { draw: candle, stands: [480, 800, 190], focus: [480, 540], place: "desk" },
	pillow: { draw: pillow, focus: [500, 510], place: "room" },
	rug: { draw: rug, focus: [500, 500], place: "room", size: 1.06 },
	clock: { draw: clock, focus: [500, 500], place: "room" },
	plant: { draw: plant, stands: [500, 800, 170], focus: [500, 440], place: "room", size: 1.04 },
};
