// Sport and outdoors: bike, tent, ball, mat, dumbbell.
import {
	box,
	brass,
	cream,
	graphite,
	group,
	oval,
	path,
	ring,
	shade,
	shine,
	steel,
	stroke,
	walnut,
	wood,
	type Drawer,
	type Kind,
} from "./kit.ts";

const spokes = Array.from({ length: 8 }, (_, at) => {
	const turn = (at * Math.PI) / 8;
	const [x, y] = [Math.round(Math.cos(turn) * 138), Math.round(Math.sin(turn) * 138)];
	return `M${-x} ${-y} L${x} ${y}`;
}).join("");
const wheel = (x: number) =>
	group(
		`transform="translate(${x} 620)"`,
		`<circle r="158" fill="none" stroke="${graphite.base}" stroke-width="24"/>`,
		`<circle r="144" fill="none" stroke="${cream.lo}" stroke-width="8"/>`,
		stroke(spokes, "#9aa0a8", 3),
		oval([0, 0, 18], steel.lo),
	);
const bike: Drawer = (p) =>
	[
		wheel(260),
		wheel(740),
		stroke("M260 620 L390 420 L640 420 L470 626 Z L390 420 L372 372", p.main.lo, 24),
		stroke("M258 616 L388 416 L638 416 L468 622 Z", p.main.base, 18),
		stroke("M740 620 L644 400 L628 330", p.main.base, 22),
		stroke("M470 626 L384 392", p.main.base, 18),
		[1, 2].includes(p.form % 6)
			? stroke("M628 334 Q640 300 700 306 Q730 316 712 350", graphite.base, 18)
			: stroke("M628 334 Q600 290 690 292 M690 292 L716 296", walnut.base, 22),
		path(
			"M316 364 Q330 344 400 350 L442 356 Q446 372 420 376 L380 390 Q330 396 316 364 Z",
			p.fill(walnut, "down"),
		),
		`<circle cx="470" cy="626" r="40" fill="none" stroke="${steel.lo}" stroke-width="12"/>`,
		stroke("M470 626 L510 690 M490 694 H536", graphite.base, 13),
		p.form % 3 === 0
			? box([664, 330, 150, 100, 20], p.fill(wood, "round")) +
				stroke("M672 362 H806 M672 394 H806", walnut.base, 5)
			: "",
		stroke("M396 414 L520 414", p.main.hi, 6),
	].join("");

const tent: Drawer = (p) =>
	[
		stroke("M180 770 L120 800 M820 770 L890 800", brass.lo, 7),
		path("M500 260 L860 780 Q868 796 850 796 H150 Q132 796 140 780 Z", p.fill(p.main, "round")),
		path("M500 260 L860 780 Q868 796 850 796 H640 Z", p.main.lo),
		p.back
			? stroke("M500 260 V790", p.main.deep, 8)
			: [
					path("M500 340 L640 796 H360 Z", p.main.deep),
					path("M500 340 L450 796 H360 Z", p.fill(p.accent, "down")),
					path("M500 340 Q560 560 690 700 L640 796 Z", p.fill(p.accent, "down")),
					oval([560, 800, 60, 8], brass.hi, 'opacity=".5"'),
				].join(""),
		stroke("M500 262 L470 210 M500 262 L530 210", graphite.base, 12),
		shine("M468 340 L260 700 Q250 716 268 712 L330 690 L484 350 Z", 0.2),
	].join("");

const ballFoot: Drawer = (p) => {
	const circle = oval([500, 510, 270], "#fff");
	const round = p.define("round", (id) => `<clipPath id="${id}">${circle}</clipPath>`);
	const spot = (turn: number) =>
		group(
			`transform="rotate(${turn} 500 510)"`,
			path("M500 236 L560 270 L544 326 H456 L440 270 Z", p.main.base),
			stroke("M500 326 V420 M560 270 L640 280", p.main.base, 8),
		);
	return [
		oval([500, 510, 270], p.fill(cream, "ball")),
		group(`clip-path="url(#${round})"`, ...[0, 72, 144, 216, 288].map(spot)),
		path("M500 410 L596 480 L560 592 H440 L404 480 Z", p.main.base),
		shade(
			"M770 510 Q760 780 500 780 Q360 780 280 668 Q560 740 700 332 Q770 410 770 510 Z",
			0.12,
		),
		shine("M320 400 Q370 300 470 282 Q390 340 350 430 Q324 430 320 400 Z", 0.5),
	].join("");
};
const ballBasket: Drawer = (p) =>
	[
		oval([500, 510, 270], p.fill(p.main, "ball")),
		stroke("M500 240 V780 M230 510 H770", p.main.deep, 9),
		stroke("M322 308 Q450 510 322 712 M678 308 Q550 510 678 712", p.main.deep, 9),
		shine("M320 400 Q370 300 470 282 Q390 340 350 430 Q324 430 320 400 Z", 0.4),
	].join("");
const ballVolley: Drawer = (p) =>
	[
		oval([500, 510, 270], p.fill(p.main, "ball")),
		path("M500 510 Q430 350 520 241 Q720 260 764 460 Q640 400 500 510 Z", p.accent.base),
		path("M500 510 Q690 490 752 610 Q680 760 520 779 Q560 640 500 510 Z", cream.base),
		path("M500 510 Q390 650 440 772 Q270 730 236 560 Q360 580 500 510 Z", p.accent.lo),
		stroke(
			"M500 510 Q430 350 520 241 M500 510 Q690 490 752 610 M500 510 Q390 650 440 772",
			p.main.deep,
			6,
		),
		shine("M320 400 Q370 300 470 282 Q390 340 350 430 Q324 430 320 400 Z", 0.4),
	].join("");
const balls = [ballVolley, ballFoot, ballBasket];

const mat: Drawer = (p) =>
	[
		path("M330 690 H860 Q880 690 880 710 V740 Q880 760 860 760 H330 Z", p.fill(p.main, "down")),
		path("M330 742 H880 Q878 760 860 760 H330 Z", p.accent.lo),
		oval([330, 600, 160], p.fill(p.main, "plane")),
		...[126, 92, 58].map((r) => ring([330, 600, r, 10], p.accent.base)),
		oval([330, 600, 24], p.main.deep),
		p.back ? "" : stroke("M560 716 H800", p.main.hi, 8),
		stroke("M226 500 Q270 452 330 450", p.main.hi, 10),
	].join("");

const dumbbell: Drawer = (p) =>
	[
		box([330, 560, 340, 60, 26], p.fill(steel, "down")),
		...[
			[196, 470, 70, 240],
			[266, 430, 90, 320],
			[644, 430, 90, 320],
			[734, 470, 70, 240],
		].map(([x = 0, y = 0, w = 0, h = 0], at) =>
			box([x, y, w, h, 28], p.fill(at % 3 ? p.main : p.accent, "round")),
		),
		...[400, 440, 480, 520, 560, 600].map((x) =>
			stroke(`M${x} 566 L${x - 14} 612`, steel.lo, 5),
		),
		shine(
			"M282 470 Q290 456 298 470 V700 Q290 714 282 700 Z M660 470 Q668 456 676 470 " +
				"V700 Q668 714 660 700 Z",
			0.3,
		),
	].join("");

export const outdoor: Record<string, Kind> = {
	bike: { draw: bike, stands: [500, 786, 380], focus: [480, 480], place: "outdoors" },
	tent: { draw: tent, stands: [500, 796, 380], focus: [500, 560], place: "outdoors" },
	ball: {
		draw: (p) => balls[p.form % 3]?.(p) ?? "",
		stands: [500, 780, 200],
		focus: [470, 460],
		place: "outdoors",
	},
	mat: { draw: mat, stands: [520, 762, 350], focus: [400, 600], place: "studio" },
	dumbbell: { draw: dumbbell, stands: [500, 750, 300], focus: [420, 580], place: "studio" },
};
