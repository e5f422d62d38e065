// Pantry: tea tin, coffee bag, jar of food, chocolate.
import {
	body,
	box,
	brass,
	cream,
	group,
	leaf,
	oval,
	path,
	shine,
	stroke,
	walnut,
	white,
	type Drawer,
	type Kind,
	type Paint,
} from "./kit.ts";
import { tones } from "./colour.ts";

const sprig = (x: number, y: number, fill: string) =>
	stroke(`M${x} ${y + 44} V${y - 20}`, fill, 7) +
	[
		[-20, 16, 40],
		[20, 6, -40],
		[0, -28, 90],
	]
		.map(([dx = 0, dy = 0, turn = 0]) =>
			oval([x + dx, y + dy, 24, 11], fill, `transform="rotate(${turn} ${x + dx} ${y + dy})"`),
		)
		.join("");

const tea: Drawer = (p) =>
	[
		box([322, 250, 356, 110, 22], p.fill(p.accent, "round")),
		oval([500, 252, 168, 20], p.accent.hi),
		body(
			p,
			"M310 350 H690 V770 Q690 800 660 800 H340 Q310 800 310 770 Z",
			[310, 350, 380, 450],
		),
		box([310, 346, 380, 16, 4], p.accent.deep, 'opacity=".4"'),
		p.back
			? ""
			: box([396, 470, 208, 220, 104], white.base) +
				sprig(500, 556, leaf.base) +
				stroke("M460 640 H540", p.accent.base, 9),
		shine("M338 390 H360 V770 H338 Z", 0.35),
	].join("");

const bean = (x: number, y: number, turn: number) =>
	group(
		`transform="rotate(${turn} ${x} ${y})"`,
		oval([x, y, 40, 28], walnut.deep),
		stroke(`M${x - 30} ${y} q30 -12 60 0`, walnut.lo, 6),
	);
const coffeeBag: Drawer = (p) =>
	[
		body(
			p,
			"M340 260 H660 L700 330 V770 Q700 800 668 800 H332 Q300 800 300 770 V330 Z",
			[300, 330, 400, 470],
		),
		path("M340 260 H660 L700 330 H300 Z", p.main.lo),
		box([330, 214, 340, 62, 10], p.fill(p.main, "round")),
		stroke("M356 246 H644", p.accent.base, 16),
		path(
			"M300 330 L340 400 V800 H332 Q300 800 300 770 Z M700 330 L660 400 V800 H668 " +
				"Q700 800 700 770 Z",
			p.main.lo,
			'opacity=".5"',
		),
		p.back
			? oval([500, 430, 20], p.main.deep)
			: box([388, 450, 224, 240, 18], white.base) +
				bean(500, 526, -24) +
				stroke("M434 604 H566", p.accent.base, 12) +
				stroke("M458 644 H542", p.main.lo, 8),
		bean(760, 776, 20),
		bean(824, 788, -30),
	].join("");

const honey = ["#e0a032", "#b8383f", "#7a3f6d", "#d8742c", "#8a9a3c"];
const food: Drawer = (p) => {
	const inside = tones(honey[p.form % honey.length] ?? "#e0a032");
	return [
		path(
			"M330 370 H670 Q716 400 716 460 V736 Q716 800 652 800 H348 Q284 800 284 736 " +
				"V460 Q284 400 330 370 Z",
			"#e9efec",
			'opacity=".85"',
		),
		path(
			"M306 462 Q320 430 360 430 H640 Q684 430 694 462 V734 Q694 780 648 780 H352 " +
				"Q306 780 306 734 Z",
			p.fill(inside, "round"),
		),
		box([306, 250, 388, 110, 26], p.fill(p.main, "round")),
		stroke("M330 352 H670", p.main.lo, 16),
		stroke("M318 372 Q500 388 682 372", brass.base, 8),
		p.back
			? ""
			: box([376, 510, 248, 180, 22], cream.hi) +
				oval([500, 566, 32], p.fill(inside, "ball")) +
				sprig(500, 530, leaf.lo) +
				stroke("M440 640 H560", p.accent.base, 11),
		shine("M316 480 H338 V730 Q316 730 316 700 Z M332 274 H352 V340 H332 Z", 0.5),
	].join("");
};

const cocoa = tones("#5d3a2a");
const squares = (p: Paint) =>
	[0, 1, 2, 3]
		.flatMap((col) =>
			[0, 1].map((row) =>
				box([348 + col * 78, 214 + row * 78, 70, 70, 10], p.fill(cocoa, "plane")),
			),
		)
		.join("");
const chocolate: Drawer = (p) =>
	[
		'<g transform="rotate(-9 500 500)">',
		box([338, 190, 324, 330, 18], cocoa.lo),
		squares(p),
		path(
			"M326 380 L380 356 L440 384 L500 356 L560 384 L620 356 L674 380 V420 H326 Z",
			"#e6dcc4",
		),
		body(
			p,
			"M320 404 H680 V806 Q680 820 666 820 H334 Q320 820 320 806 Z",
			[320, 404, 360, 416],
		),
		p.back
			? ""
			: box([376, 500, 248, 210, 14], white.base) +
				oval([500, 570, 40], p.fill(p.accent, "ball")) +
				stroke("M430 642 H570", cocoa.base, 12) +
				stroke("M456 676 H544", p.main.lo, 7),
		"</g>",
	].join("");

export const pantry: Record<string, Kind> = {
	tea: { draw: tea, stands: [500, 800, 220], focus: [500, 470], place: "counter" },
	coffee: { draw: coffeeBag, stands: [520, 800, 250], focus: [500, 520], place: "counter" },
	jar: { draw: food, stands: [500, 800, 240], focus: [500, 520], place: "counter" },
	chocolate: { draw: chocolate, focus: [500, 470], place: "counter" },
};
