// Kitchen and table: mug, pan, knife, kettle, press, bottle, bowl.
import {
	body,
	box,
	brass,
	cream,
	graphite,
	oval,
	path,
	shade,
	shine,
	steel,
	stroke,
	walnut,
	wood,
	type Drawer,
	type Kind,
} from "./kit.ts";
import { tones } from "./colour.ts";

const coffee = tones("#5b3a29");

const mugBodies = [
	"M270 350 H630 V690 Q630 800 520 800 H380 Q270 800 270 690 Z",
	"M270 350 H630 L600 740 Q594 800 534 800 H366 Q306 800 300 740 Z",
	"M270 350 H630 Q648 560 596 720 Q570 800 500 800 H400 Q330 800 304 720 Q252 560 270 350 Z",
];
const mug: Drawer = (p) => {
	const outline = mugBodies[p.form % 3] ?? "";
	return [
		stroke("M612 430 H690 Q770 430 770 525 Q770 660 604 668", p.main.lo, 46),
		stroke("M612 424 H690 Q760 424 762 520", p.main.base, 22),
		body(p, outline, [270, 350, 360, 450]),
		oval([450, 350, 180, 36], p.main.hi),
		oval([450, 352, 160, 27], p.main.deep),
		p.back ? "" : oval([450, 360, 142, 18], p.fill(coffee, "plane")),
		shine(
			"M306 420 Q302 560 322 690 Q330 700 338 690 Q326 560 332 420 Q320 408 306 420 Z",
			0.35,
		),
	].join("");
};

const pan: Drawer = (p) =>
	[
		stroke("M660 545 L905 462", p.fill(wood, "down"), 50),
		stroke("M650 549 L730 521", p.fill(steel, "down"), 40),
		oval([884, 469, 9], walnut.deep),
		path(
			"M130 560 Q142 700 262 726 Q410 748 548 726 Q672 700 682 560 Z",
			p.fill(p.main, "round"),
		),
		oval([406, 558, 278, 84], p.main.hi),
		oval([406, 562, 262, 74], p.fill(p.main, "plane")),
		oval([406, 574, 232, 56], p.fill(graphite, "plane")),
		p.form % 2
			? egg()
			: shine("M240 566 Q330 530 440 534 Q320 546 262 590 Q236 584 240 566 Z", 0.2),
	].join("");

const egg = () =>
	path(
		"M310 570 Q320 536 400 542 Q480 532 506 566 Q520 600 440 606 Q330 612 310 570 Z",
		"#fdfaf3",
	) +
	oval([412, 568, 44, 22], "#f0b440") +
	shine("M384 562 Q398 550 420 552 Q404 558 396 570 Z", 0.6);

const knife: Drawer = (p) =>
	[
		box([190, 300, 620, 420, 56], p.fill(wood, "plane")),
		stroke("M240 386 H560 M300 470 H760 M240 634 H520", "#8a5f4322", 8),
		oval([752, 360, 22], wood.deep),
		'<g transform="rotate(-32 500 500)">',
		shade("M106 490 Q190 570 340 574 H620 V496 Z", 0.14),
		path("M90 452 H600 V548 H340 Q170 544 90 452 Z", p.fill(steel, "down")),
		path("M90 452 Q190 530 350 532 H600 V548 H340 Q170 544 90 452 Z", "#f2f4f6"),
		box([590, 446, 30, 106, 8], p.fill(brass, "down")),
		path(
			"M618 450 H838 Q884 452 880 512 Q876 560 832 556 Q720 536 618 550 Z",
			p.fill(p.main, "down"),
		),
		...[670, 744, 818].map((x) => oval([x, 499, 10], p.accent.hi)),
		"</g>",
	].join("");

const kettle: Drawer = (p) =>
	[
		path(
			"M330 690 Q176 668 188 516 Q192 430 140 404 L180 372 Q252 420 252 520 Q254 590 " +
				"330 596 Z",
			p.fill(p.main, "down"),
		),
		stroke("M642 430 Q820 414 816 560 Q812 660 740 704", graphite.base, 44),
		stroke("M650 422 Q800 410 806 530", "#5b5f68", 12),
		path(
			"M326 440 Q334 390 390 390 H584 Q640 390 648 440 L688 740 Q694 800 634 800 H340 " +
				"Q280 800 286 740 Z",
			p.fill(p.main, "round"),
		),
		path("M372 392 Q390 330 486 330 Q584 330 602 392 Z", p.fill(p.main, "plane")),
		box([366, 384, 242, 16, 8], p.main.deep, 'opacity=".45"'),
		oval([486, 306, 34, 28], p.fill(wood, "ball")),
		box([284, 768, 404, 32, 16], p.fill(graphite, "round")),
		p.back
			? ""
			: oval([480, 600, 40], p.fill(p.accent, "ball")) +
				stroke("M480 600 L500 578", "#fff", 7),
		shine("M362 450 L334 720 Q350 734 362 720 L388 450 Q374 438 362 450 Z", 0.32),
	].join("");

const press: Drawer = (p) =>
	[
		stroke(
			"M640 400 H716 Q764 400 764 450 V640 Q764 690 716 690 H640",
			p.fill(p.main, "down"),
			40,
		),
		box([320, 340, 330, 450, 36], "#dfe9ea", 'opacity=".75"'),
		path(
			"M332 520 H638 V752 Q638 780 610 780 H360 Q332 780 332 752 Z",
			p.fill(coffee, "round"),
		),
		box([332, 500, 306, 26, 10], p.fill(steel, "round")),
		box([478, 200, 14, 300, 7], p.fill(steel, "round")),
		box([310, 330, 350, 40, 18], p.fill(p.main, "round")),
		path("M340 332 Q350 280 486 280 Q620 280 630 332 Z", p.fill(p.main, "round")),
		oval([486, 190, 40, 34], p.fill(p.accent, "ball")),
		box([310, 440, 350, 18, 9], p.fill(p.main, "round")),
		path(
			"M310 730 H660 V770 Q660 800 630 800 H340 Q310 800 310 770 Z",
			p.fill(p.main, "round"),
		),
		shine("M352 384 H372 V700 H352 Z", 0.5),
	].join("");

const bottles = [
	"M384 440 Q384 352 446 322 V270 H554 V322 Q616 352 616 440 V756 Q616 800 572 " +
		"800 H428 Q384 800 384 756 Z",
	"M374 330 Q374 290 414 290 H586 Q626 290 626 330 V748 Q626 800 574 800 H426 Q374 800 374 748 Z",
	"M404 330 Q404 290 444 290 H556 Q596 290 596 330 L622 752 Q622 800 574 800 H426 " +
		"Q378 800 378 752 Z",
];
const bottle: Drawer = (p) =>
	[
		stroke("M452 226 Q452 132 500 132 Q548 132 548 226", p.accent.lo, 24),
		body(p, bottles[p.form % 3] ?? "", [374, 280, 252, 520]),
		box([436, 200, 128, 92, 24], p.fill(p.accent, "round")),
		box([436, 268, 128, 24, 8], p.accent.deep, 'opacity=".35"'),
		p.back
			? ""
			: oval([500, 560, 34], "#fff", 'opacity=".85"') + oval([500, 560, 16], p.main.deep),
		shine("M418 450 Q418 430 430 424 Q440 430 440 450 V700 Q430 716 418 700 Z", 0.4),
	].join("");

const bowl: Drawer = (p) =>
	[
		box([400, 742, 200, 36, 12], p.main.lo),
		body(
			p,
			"M206 470 H794 Q786 690 640 746 Q500 776 360 746 Q214 690 206 470 Z",
			[206, 470, 588, 300],
		),
		oval([500, 470, 294, 74], p.main.hi),
		oval([500, 474, 274, 62], p.fill(p.main, "plane")),
		p.form % 2
			? fruit(p)
			: shade("M240 470 Q360 520 760 470 Q720 536 500 536 Q290 536 240 470 Z", 0.1),
		shine(
			"M246 520 Q262 620 330 690 Q340 700 348 690 Q290 610 276 520 Q260 506 246 520 Z",
			0.3,
		),
	].join("");

const fruit: Drawer = (p) =>
	[
		oval([410, 440, 86], p.fill(tones("#e58b3a"), "ball")),
		oval([574, 436, 92], p.fill(tones("#d7574a"), "ball")),
		oval([494, 412, 82], p.fill(tones("#e9b949"), "ball")),
		stroke("M494 338 Q500 316 518 308", walnut.deep, 9),
		path("M226 474 Q500 580 774 474 Q760 536 500 536 Q240 536 226 474 Z", p.main.base),
		path("M226 474 Q500 580 774 474 Q500 556 226 474 Z", cream.hi, 'opacity=".35"'),
	].join("");

export const kitchen: Record<string, Kind> = {
	mug: { draw: mug, stands: [480, 800, 260], focus: [450, 520], place: "counter" },
	pan: { draw: pan, stands: [420, 736, 300], focus: [480, 580], place: "counter" },
	knife: { draw: knife, focus: [500, 510], place: "counter" },
	kettle: { draw: kettle, stands: [490, 800, 290], focus: [450, 520], place: "counter" },
	press: { draw: press, stands: [500, 800, 250], focus: [480, 420], place: "counter" },
	bottle: {
		draw: bottle,
		stands: [500, 800, 180],
		focus: [500, 400],
		place: "outdoors",
		size: 1.06,
	},
	bowl: { draw: bowl, stands: [500, 776, 280], focus: [480, 560], place: "counter" },
};
