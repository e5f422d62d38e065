// Books and play: book, puzzle, teddy, blocks.
import {
	box,
	brass,
	graphite,
	oval,
	path,
	ring,
	shade,
	shine,
	stroke,
	white,
	wood,
	type Drawer,
	type Kind,
} from "./kit.ts";
import { tones } from "./colour.ts";

const covers: Drawer[] = [
	(p) =>
		oval([520, 430, 110], p.accent.base) +
		path("M326 640 Q430 520 520 600 T714 540 V770 H326 Z", p.main.deep, 'opacity=".6"'),
	(p) =>
		[0, 1, 2, 3, 4]
			.map((n) => ring([520, 480, 40 + n * 34, 14], n % 2 ? p.main.pale : p.accent.base))
			.join(""),
	(p) =>
		[
			[380, 360],
			[520, 360],
			[660, 360],
			[380, 500],
			[520, 500],
			[660, 500],
		]
			.map(([x = 0, y = 0], n) =>
				path(
					n % 2
						? `M${x - 56} ${y + 56} A112 112 0 0 1 ${x + 56} ${y - 56} V${y + 56} Z`
						: `M${x - 56} ${y - 56} A112 112 0 0 1 ${x + 56} ${y + 56} H${x - 56} Z`,
					n % 3 ? p.accent.base : p.main.pale,
				),
			)
			.join(""),
	(p) =>
		path("M520 300 Q640 420 520 640 Q400 420 520 300 Z", p.accent.base) +
		stroke("M520 340 V720 M520 480 L570 430 M520 540 L470 490", p.main.deep, 10),
];
const book: Drawer = (p) =>
	[
		path("M720 214 L752 236 V792 Q752 806 738 806 H330 L300 786 Z", "#efe6d4"),
		stroke("M734 250 V790 M744 250 V794", "#d8cbb2", 4),
		box([290, 190, 436, 600, 16], p.fill(p.main, "plane")),
		covers[p.form % 4]?.(p) ?? "",
		p.back
			? stroke("M370 300 H640 M370 350 H640 M370 400 H560", p.main.hi, 12)
			: box([376, 672, 288, 16, 8], p.main.pale) +
				box([430, 706, 180, 12, 6], p.main.pale, 'opacity=".7"') +
				box([410, 240, 220, 14, 7], p.main.pale, 'opacity=".8"'),
		shade("M290 206 Q290 190 306 190 H326 V790 H306 Q290 790 290 774 Z", 0.22),
		shine("M330 192 H348 V788 H330 Z", 0.18),
	].join("");

const piece =
	"M0 0 H60 Q70 0 66 -14 Q56 -52 90 -52 Q124 -52 114 -14 Q110 0 120 0 H180 V60 " +
	"Q180 70 194 66 Q232 56 232 90 Q232 124 194 114 Q180 110 180 120 V180 H0 Z";
const puzzle: Drawer = (p) =>
	[
		path("M240 270 L300 220 H800 V700 L740 750 Z", p.main.deep),
		box([200, 260, 540, 490, 22], p.fill(p.main, "plane")),
		box([232, 292, 476, 426, 12], p.main.pale),
		path(
			"M232 600 Q340 470 440 560 T708 500 V706 Q708 718 696 718 H244 Q232 718 232 706 Z",
			p.accent.base,
		),
		path(
			"M232 660 Q400 560 520 640 T708 610 V706 Q708 718 696 718 H244 Q232 718 232 706 Z",
			p.accent.lo,
		),
		oval([580, 400, 56], brass.hi),
		stroke("M390 292 V718 M550 292 V718 M232 430 H708 M232 574 H708", p.main.base, 4),
		oval([390, 360, 22], p.main.pale, `stroke="${p.main.base}" stroke-width="4"`),
		oval([550, 640, 22], p.accent.base, `stroke="${p.main.base}" stroke-width="4"`),
		path(piece, "#231a2e", 'opacity=".2" transform="translate(640 656) rotate(14) scale(.9)"'),
		path(
			piece,
			p.fill(p.accent, "plane"),
			'transform="translate(630 640) rotate(14) scale(.9)"',
		),
	].join("");

const teddy: Drawer = (p) => {
	const muzzle = tones(p.main.pale);
	const fur = p.fill(p.main, "ball");
	const rabbit = p.form % 2;
	return [
		rabbit
			? oval([430, 210, 44, 140], fur, 'transform="rotate(-10 430 210)"') +
				oval([570, 210, 44, 140], fur, 'transform="rotate(10 570 210)"') +
				oval([430, 214, 22, 104], p.accent.hi, 'transform="rotate(-10 430 214)"') +
				oval([570, 214, 22, 104], p.accent.hi, 'transform="rotate(10 570 214)"')
			: oval([376, 254, 62], fur) +
				oval([624, 254, 62], fur) +
				oval([376, 258, 34], p.accent.hi) +
				oval([624, 258, 34], p.accent.hi),
		oval([322, 590, 58, 110], fur, 'transform="rotate(28 322 590)"'),
		oval([678, 590, 58, 110], fur, 'transform="rotate(-28 678 590)"'),
		oval([500, 640, 176, 160], fur),
		oval([500, 660, 108, 104], muzzle.base),
		oval([372, 740, 84, 64], fur) + oval([628, 740, 84, 64], fur),
		oval([362, 744, 44, 40], muzzle.base) + oval([638, 744, 44, 40], muzzle.base),
		oval([500, 370, 170, 150], fur),
		p.back
			? oval([500, 700, 36], p.main.hi)
			: [
					oval([500, 420, 76, 60], muzzle.base),
					oval([432, 352, 15, 18], graphite.deep) +
						oval([568, 352, 15, 18], graphite.deep),
					oval([427, 346, 5], "#fff") + oval([563, 346, 5], "#fff"),
					oval([500, 396, 26, 18], graphite.base),
					stroke("M500 414 V434 M474 444 Q500 464 526 444", graphite.base, 6),
				].join(""),
		path(
			"M500 530 Q420 480 410 530 Q410 580 500 540 Q590 580 590 530 Q580 480 500 530 Z",
			p.fill(p.accent, "plane"),
		),
		oval([500, 532, 18], p.accent.lo),
	].join("");
};

const cube = ([x = 0, y = 0, s = 0]: number[], fill: string, mark: string) =>
	box([x, y, s, s, 18], fill) +
	box(
		[x + 16, y + 16, s - 32, s - 32, 10],
		"none",
		'stroke="#fff" stroke-width="6" opacity=".55"',
	) +
	mark;
const blocks: Drawer = (p) =>
	[
		cube(
			[240, 600, 200],
			p.fill(p.main, "plane"),
			oval([340, 700, 46], white.base, 'opacity=".9"'),
		),
		cube(
			[460, 600, 200],
			p.fill(p.accent, "plane"),
			path("M560 650 L610 742 H510 Z", white.base, 'opacity=".9"'),
		),
		cube(
			[340, 390, 200],
			p.fill(wood, "plane"),
			box([400, 450, 80, 80, 14], white.base, 'opacity=".9"'),
		),
		path("M340 386 L440 230 Q448 220 456 230 L550 386 Z", p.fill(p.main, "round")),
		path(
			"M680 800 V690 Q680 620 750 620 Q820 620 820 690 V800 H784 V700 Q784 664 750 " +
				"664 Q716 664 716 700 V800 Z",
			p.fill(brass, "plane"),
		),
	].join("");

export const play: Record<string, Kind> = {
	book: { draw: book, stands: [520, 800, 270], focus: [520, 440], place: "desk" },
	puzzle: { draw: puzzle, stands: [500, 756, 330], focus: [520, 540], place: "desk" },
	teddy: { draw: teddy, stands: [500, 802, 220], focus: [500, 420], place: "room", size: 1.02 },
	blocks: { draw: blocks, stands: [510, 800, 320], focus: [430, 560], place: "room" },
};
