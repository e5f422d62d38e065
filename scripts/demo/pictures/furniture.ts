// Furniture: chair, sofa, table, shelf.
import {
	box,
	brass,
	glow,
	graphite,
	leaf,
	oval,
	path,
	shade,
	shine,
	stroke,
	walnut,
	wood,
	type Drawer,
	type Kind,
} from "./kit.ts";

const chairWood: Drawer = (p) =>
	[
		stroke("M360 560 L330 796 M640 560 L670 796", walnut.lo, 28),
		stroke("M376 540 L352 230 M624 540 L648 230", p.fill(wood, "round"), 30),
		box([340, 220, 320, 96, 44], p.fill(p.main, "plane")),
		stroke("M440 320 V540 M500 320 V540 M560 320 V540", wood.lo, 16),
		path(
			"M318 560 Q326 520 372 520 H628 Q674 520 682 560 Q684 600 640 600 H360 Q316 600 " +
				"318 560 Z",
			p.fill(p.main, "plane"),
		),
		stroke("M346 610 L318 796 M654 610 L682 796", p.fill(wood, "round"), 30),
		stroke("M334 700 H666", wood.lo, 16),
		shine("M360 534 H560 Q580 546 560 552 H350 Q346 540 360 534 Z", 0.3),
	].join("");
const chairShell: Drawer = (p) =>
	[
		stroke("M410 620 L350 796 M590 620 L650 796", wood.lo, 24),
		path(
			"M330 330 Q330 220 440 216 H560 Q670 220 670 330 L662 540 Q660 580 620 580 H380 " +
				"Q340 580 338 540 Z",
			p.fill(p.main, "plane"),
		),
		path(
			"M280 560 Q300 520 360 528 H640 Q700 520 720 560 Q724 650 620 656 H380 Q276 650 " +
				"280 560 Z",
			p.fill(p.main, "round"),
		),
		shade("M344 528 H656 Q650 556 620 556 H380 Q350 556 344 528 Z", 0.16),
		stroke("M370 650 L310 796 M630 650 L690 796", p.fill(wood, "round"), 28),
		shine("M372 330 Q376 262 450 254 Q400 300 396 440 Q378 430 372 330 Z", 0.3),
	].join("");
const chairSwivel: Drawer = (p) =>
	[
		stroke(
			"M500 640 V730 M500 724 L350 776 M500 724 L650 776 M500 724 V784",
			graphite.base,
			24,
		),
		...[350, 500, 650].map((x) => oval([x, 786, 20], graphite.lo)),
		box([350, 200, 300, 360, 90], p.fill(p.main, "plane")),
		box([392, 240, 216, 270, 60], "none", `stroke="${p.main.lo}" stroke-width="6"`),
		box([310, 556, 380, 88, 42], p.fill(p.main, "round")),
		stroke("M330 600 Q280 590 282 500 M670 600 Q720 590 718 500", graphite.base, 24),
		shine("M378 300 Q380 236 450 228 Q404 268 400 420 Q382 410 378 300 Z", 0.25),
	].join("");
const chairs = [chairWood, chairShell, chairSwivel];

const sofa: Drawer = (p) => {
	const seats =
		p.form % 2
			? [
					[216, 284],
					[500, 284],
				]
			: [
					[216, 189],
					[405, 189],
					[594, 189],
				];
	return [
		stroke("M210 720 L196 776 M790 720 L804 776", wood.lo, 26),
		box([170, 370, 660, 300, 80], p.fill(p.main, "down")),
		...seats.map(([x = 0, w = 0]) =>
			box([x + 4, 396, w - 8, 190, 44], p.fill(p.main, "plane")),
		),
		...seats.map(([x = 0, w = 0]) => box([x + 2, 560, w - 4, 96, 36], p.fill(p.main, "down"))),
		shade("M216 560 H784 V580 Q500 590 216 580 Z", 0.12),
		box([110, 470, 116, 250, 56], p.fill(p.main, "round")),
		box([774, 470, 116, 250, 56], p.fill(p.main, "round")),
		box([200, 646, 600, 84, 26], p.fill(p.main, "down")),
		box([250, 420, 150, 150, 34], p.fill(p.accent, "plane"), 'transform="rotate(-9 325 495)"'),
		shine("M134 520 Q138 494 160 490 V680 Q140 680 134 520 Z", 0.2),
	].join("");
};

const tableTall: Drawer = (p) =>
	[
		stroke("M260 500 L226 792 M740 500 L774 792", p.fill(p.main, "round"), 34),
		stroke("M340 490 L326 730 M660 490 L674 730", p.main.lo, 26),
		path("M120 470 L210 400 H790 L880 470 Z", p.main.hi),
		box([112, 466, 776, 42, 16], p.fill(p.main, "down")),
		shine("M230 420 H560 L500 452 H190 Z", 0.25),
		stillLife(p),
	].join("");
const tableRound: Drawer = (p) =>
	[
		stroke("M380 560 L300 792 M620 560 L700 792 M500 570 V770", p.main.lo, 30),
		oval([500, 540, 360, 96], p.main.lo),
		oval([500, 520, 360, 96], p.fill(p.main, "plane")),
		shine("M220 506 Q320 440 520 440 Q360 460 290 530 Q230 540 220 506 Z", 0.25),
		stillLife(p),
	].join("");
const stillLife: Drawer = (p) =>
	[
		oval([600, 446, 70, 12], "#231a2e", 'opacity=".12"'),
		stroke("M590 350 Q570 270 530 240 M596 350 Q606 260 650 230", leaf.base, 9),
		oval([530, 240, 30, 16], leaf.base, 'transform="rotate(40 530 240)"'),
		oval([650, 230, 30, 16], leaf.lo, 'transform="rotate(-30 650 230)"'),
		path("M560 350 H630 Q664 400 640 444 H550 Q526 400 560 350 Z", p.fill(p.accent, "round")),
		box([350, 420, 130, 24, 6], p.accent.pale) + box([362, 396, 110, 24, 6], p.accent.lo),
	].join("");

const shelf: Drawer = (p) => {
	const rows = p.form % 2 ? [250, 430, 610] : [330, 560];
	return [
		box([250, 180, 500, 610, 14], p.fill(p.main, "plane")),
		...rows.map((y, at) =>
			box(
				[276, at ? y : 206, 448, (rows[at + 1] ?? 770) - y - 6, 8],
				p.main.deep,
				'opacity=".38"',
			),
		),
		...rows.flatMap((y, at) => shelfItems(p, y + (p.form % 2 ? 154 : 204), at)),
		stroke("M276 786 V800 M724 786 V800", p.main.deep, 26),
	].join("");
};
const spines = ["#c8674f", "#e0b25c", "#5f8f86", "#41566e", "#d9cbb4"];
function shelfItems(p: Parameters<Drawer>[0], floor: number, at: number): string {
	const books = spines.map((fill, n) => {
		const tall = 92 + ((n * 37 + at * 23) % 44);
		return box([(at % 2 ? 480 : 300) + n * 36, floor - tall, 32, tall, 5], fill);
	});
	const x = at % 2 ? 350 : 620;
	const pot = path(
		`M${x - 44} ${floor - 70} H${x + 44} L${x + 32} ${floor} H${x - 32} Z`,
		p.fill(p.accent, "round"),
	);
	const bush =
		oval([x - 22, floor - 92, 34, 28], leaf.base) +
		oval([x + 20, floor - 100, 36, 32], leaf.lo);
	const lamp =
		path(`M${x - 40} ${floor - 60} Q${x} ${floor - 130} ${x + 40} ${floor - 60} Z`, glow.base) +
		box([x - 6, floor - 60, 12, 54, 3], brass.base) +
		box([x - 30, floor - 10, 60, 10, 5], brass.lo);
	return books.join("") + (at === 1 ? lamp : bush + pot);
}

export const furniture: Record<string, Kind> = {
	chair: {
		draw: (p) => chairs[p.form % 3]?.(p) ?? "",
		stands: [500, 798, 230],
		focus: [500, 460],
		place: "room",
	},
	sofa: { draw: sofa, stands: [500, 778, 400], focus: [420, 540], place: "room" },
	table: {
		draw: (p) => (p.form % 2 ? tableRound : tableTall)(p),
		stands: [500, 794, 340],
		focus: [500, 500],
		place: "room",
	},
	shelf: { draw: shelf, stands: [500, 800, 280], focus: [500, 480], place: "room" },
};
