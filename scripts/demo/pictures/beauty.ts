// Beauty and care: lipstick, perfume, soap, cream.
import {
	body,
	box,
	brass,
	cream,
	oval,
	path,
	shine,
	stroke,
	white,
	type Drawer,
	type Kind,
} from "./kit.ts";

const lipstick: Drawer = (p) =>
	[
		box([560, 430, 170, 370, 22], p.fill(p.accent, "round")),
		box([560, 740, 170, 14, 4], brass.hi, 'opacity=".7"'),
		box([300, 560, 190, 240, 22], p.fill(p.accent, "round")),
		box([322, 470, 146, 100, 10], p.fill(brass, "round")),
		path("M340 476 V330 Q344 250 450 226 V476 Z", p.fill(p.main, "round")),
		path("M340 330 Q344 250 450 226 Q446 300 340 340 Z", p.main.hi),
		p.back ? "" : oval([395, 680, 26], brass.base) + oval([395, 680, 17], p.accent.base),
		shine("M320 600 H336 V770 H320 Z M584 460 H602 V770 H584 Z", 0.35),
	].join("");

const flacon = [
	"M320 430 Q320 400 350 400 H650 Q680 400 680 430 V750 Q680 800 630 800 H370 Q320 800 320 750 Z",
	"M500 390 Q720 400 720 600 Q720 800 500 800 Q280 800 280 600 Q280 400 500 390 Z",
	"M380 400 H620 L690 760 Q694 800 650 800 H350 Q306 800 310 760 Z",
];
const perfume: Drawer = (p) => {
	const outline = flacon[p.form % 3] ?? "";
	return [
		box([440, 330, 120, 80, 10], p.fill(brass, "round")),
		p.form % 3 === 1
			? oval([500, 262, 84], p.fill(p.accent, "ball"))
			: box([420, 200, 160, 140, 22], p.fill(p.accent, "round")),
		path(outline, p.main.pale),
		path(
			outline,
			p.fill(p.main, "plane"),
			'opacity=".55" transform="translate(50 84) scale(.9)"',
		),
		path(outline, "none", 'stroke="#fff" stroke-width="9" opacity=".75"'),
		p.back
			? ""
			: box([420, 560, 160, 120, 12], white.base) +
				stroke("M456 604 H544", p.accent.base, 9) +
				stroke("M474 638 H526", brass.base, 6),
		shine("M356 470 Q362 450 376 452 V700 Q362 720 356 690 Z", 0.65),
	].join("");
};

const soap: Drawer = (p) =>
	[
		path(
			"M200 640 H800 L770 742 Q764 760 744 760 H256 Q236 760 230 742 Z",
			p.fill(cream, "round"),
		),
		oval([500, 640, 300, 40], cream.hi),
		box([260, 520, 480, 130, 60], p.main.lo),
		box([260, 470, 480, 140, 66], p.fill(p.main, "plane")),
		box([300, 492, 400, 96, 48], "none", `stroke="${p.main.hi}" stroke-width="7"`),
		p.form % 2 ? stroke("M420 540 Q460 500 500 540 T580 540", p.main.lo, 12) : sprig(p),
		bubble([690, 440, 46]),
		bubble([760, 380, 26]),
		bubble([640, 384, 20]),
		shine("M310 500 Q330 484 420 484 Q350 500 320 536 Q300 530 310 500 Z", 0.4),
	].join("");
const sprig: Drawer = (p) =>
	stroke("M420 560 Q500 546 580 520", p.main.lo, 8) +
	[
		[450, 532],
		[490, 524],
		[530, 512],
		[480, 568],
		[530, 556],
	]
		.map(([x = 0, y = 0]) =>
			oval([x, y, 22, 10], p.main.lo, `transform="rotate(-30 ${x} ${y})"`),
		)
		.join("");
const bubble = ([x = 0, y = 0, r = 0]: number[]) =>
	oval([x, y, r], "#fff", 'opacity=".5"') +
	oval([x - r * 0.3, y - r * 0.35, r * 0.28, r * 0.2], "#fff");

const jar: Drawer = (p) =>
	[
		box([270, 380, 460, 120, 34], p.fill(p.accent, "round")),
		box([270, 480, 460, 20, 6], p.accent.deep, 'opacity=".35"'),
		body(
			p,
			"M250 520 Q250 496 274 496 H726 Q750 496 750 520 V720 Q750 800 670 800 H330 " +
				"Q250 800 250 720 Z",
			[250, 496, 500, 304],
		),
		p.back
			? ""
			: box([380, 586, 240, 130, 16], white.base) +
				stroke("M430 634 H570", p.accent.base, 10) +
				stroke("M456 672 H544", p.main.lo, 7),
		shine("M284 540 H306 V730 Q284 730 284 700 Z M300 400 H322 V476 H300 Z", 0.38),
	].join("");
const tube: Drawer = (p) =>
	[
		path("M372 200 H628 L606 680 H394 Z", p.fill(p.main, "round")),
		box([366, 180, 268, 44, 8], p.main.lo),
		stroke(
			"M384 192 V214 M420 192 V214 M456 192 V214 M492 192 V214 M528 192 V214 M564 192 " +
				"V214 M600 192 V214",
			p.main.hi,
			5,
		),
		box([400, 670, 200, 130, 20], p.fill(p.accent, "round")),
		p.back
			? ""
			: box([424, 330, 152, 190, 14], white.base) +
				stroke("M456 384 H544", p.accent.base, 10) +
				stroke("M468 424 H532 M468 456 H532", p.main.lo, 7),
		shine("M402 250 H424 L430 640 H416 Z", 0.4),
	].join("");

export const beauty: Record<string, Kind> = {
	lipstick: { draw: lipstick, stands: [515, 800, 240], focus: [420, 420], place: "studio" },
	perfume: { draw: perfume, stands: [500, 800, 220], focus: [500, 480], place: "studio" },
	soap: { draw: soap, stands: [500, 760, 280], focus: [500, 560], place: "counter" },
	cream: {
		draw: (p) => (p.form % 2 ? tube : jar)(p),
		stands: [500, 800, 240],
		focus: [500, 560],
		place: "studio",
	},
};
