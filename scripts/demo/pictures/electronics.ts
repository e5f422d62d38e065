// Electronics: headphones, speaker, phone, camera, laptop, keyboard, watch.
import {
	box,
	brass,
	graphite,
	group,
	linear,
	oval,
	path,
	ring,
	shine,
	steel,
	stroke,
	white,
	type Drawer,
	type Kind,
	type Paint,
} from "./kit.ts";

function screen(p: Paint): string {
	const id = p.define("screen", (name) =>
		linear(
			[name, 'x2="1" y2="1"'],
			[
				[0, p.accent.hi],
				[0.5, p.accent.base],
				[1, p.main.deep],
			],
		),
	);
	return `url(#${id})`;
}

const headphones: Drawer = (p) =>
	[
		stroke("M262 560 Q250 206 500 206 Q750 206 738 560", p.main.lo, 60),
		stroke("M256 540 Q250 196 500 196 Q740 196 744 520", p.main.base, 38),
		stroke("M330 300 Q390 226 500 226 Q610 226 670 300", p.main.deep, 26),
		stroke("M262 470 V580 M738 470 V580", p.fill(steel, "round"), 22),
		box([286, 510, 74, 260, 37], p.main.deep),
		box([640, 510, 74, 260, 37], p.main.deep),
		box([206, 500, 110, 280, 55], p.fill(p.main, "round")),
		box([684, 500, 110, 280, 55], p.fill(p.main, "round")),
		p.back
			? ""
			: oval([252, 640, 22, 60], p.fill(p.accent, "down")) +
				oval([748, 640, 22, 60], p.fill(p.accent, "down")),
		shine("M272 430 Q290 300 370 250 Q310 320 296 440 Q280 450 272 430 Z", 0.35),
	].join("");

const speakerTall: Drawer = (p) =>
	[
		box([320, 200, 360, 600, 60], p.fill(p.main, "round")),
		box([348, 230, 304, 540, 42], p.main.deep, 'opacity=".35"'),
		oval([500, 580, 122], p.fill(graphite, "ball")),
		oval([500, 580, 84], p.fill(p.accent, "ball")),
		oval([500, 580, 32], p.fill(graphite, "ball")),
		oval([500, 350, 66], p.fill(graphite, "ball")),
		oval([500, 350, 30], p.fill(p.accent, "ball")),
		shine("M338 260 H350 V740 H338 Z", 0.4),
	].join("");
const dots = Array.from({ length: 66 }, (_, at) => {
	const row = Math.floor(at / 11);
	return `M${264 + (at % 11) * 46 + (row % 2) * 12} ${500 + row * 46}h1`;
}).join("");
const speakerWide: Drawer = (p) =>
	[
		stroke("M330 440 Q330 330 420 330 H580 Q670 330 670 440", p.accent.base, 30),
		box([190, 430, 620, 370, 110], p.fill(p.main, "down")),
		box([222, 462, 556, 306, 86], p.main.deep, 'opacity=".3"'),
		p.back ? "" : stroke(dots, p.main.hi, 11),
		box([440, 410, 120, 26, 13], p.fill(p.accent, "down")),
		shine("M230 530 Q240 470 310 464 H460 Q300 476 250 560 Q232 560 230 530 Z", 0.3),
	].join("");

const phone: Drawer = (p) => {
	const back = [
		box([330, 140, 340, 670, 62], p.fill(p.main, "plane")),
		box([362, 176, 138, 200, 44], p.main.lo),
		...[228, 316].map(
			(y) =>
				oval([430, y, 40], p.fill(graphite, "ball")) +
				oval([418, y - 10, 10], "#fff", 'opacity=".5"'),
		),
		oval([532, 226, 14], "#fff3d0"),
		oval([500, 560, 26], p.main.lo),
	];
	const front = [
		box([330, 140, 340, 670, 62], p.fill(p.main, "plane")),
		box([344, 154, 312, 642, 50], graphite.deep),
		box([354, 164, 292, 622, 42], screen(p)),
		box([440, 182, 120, 26, 13], graphite.deep),
		...[0, 1, 2, 3].map((n) =>
			box([384 + n * 62, 694, 46, 46, 14], "#fff", `opacity="${0.9 - n * 0.14}"`),
		),
		box([384, 280, 150, 24, 12], "#fff", 'opacity=".9"') +
			box([384, 320, 96, 16, 8], "#fff", 'opacity=".6"'),
		shine("M354 240 L520 164 H600 L354 420 Z", 0.12),
	];
	return (p.back ? back : front).join("");
};

const cameraBack =
	box([300, 430, 330, 230, 18], graphite.deep) + oval([710, 540, 50], graphite.base);
const camera: Drawer = (p) =>
	[
		path(
			"M380 350 L416 282 Q424 270 440 270 H560 Q576 270 584 282 L620 350 Z",
			p.fill(graphite, "down"),
		),
		box([668, 306, 92, 50, 16], p.fill(steel, "round")) +
			box([246, 314, 84, 40, 14], p.fill(p.accent, "round")),
		box([190, 340, 620, 390, 64], p.fill(p.main, "down")),
		path("M190 404 Q190 340 254 340 H746 Q810 340 810 404 V430 H190 Z", p.fill(steel, "down")),
		p.back
			? cameraBack
			: [
					oval([500, 552, 176], p.fill(steel, "plane")),
					oval([500, 552, 158], p.fill(graphite, "ball")),
					oval([500, 552, 116], graphite.deep),
					oval([500, 552, 92], screen(p)),
					oval([500, 552, 52], graphite.deep, 'opacity=".6"'),
					oval(
						[462, 512, 28, 20],
						"#fff",
						'opacity=".75" transform="rotate(-40 462 512)"',
					),
					box([690, 462, 76, 46, 12], p.fill(white, "plane")),
				].join(""),
		box([440, 292, 120, 40, 10], graphite.deep),
		shine("M212 470 H228 V680 Q212 680 212 660 Z", 0.3),
	].join("");

const keysRow = (y: number, count: number) => {
	const wide = 632 / count - 8;
	return Array.from({ length: count }, (_, at) => [Math.round(188 + at * (wide + 8)), y, wide]);
};
const laptop: Drawer = (p) =>
	[
		box([208, 260, 584, 410, 30], p.fill(p.main, "plane")),
		p.back
			? oval([500, 460, 44], p.main.lo) + oval([500, 460, 18], p.accent.base)
			: [
					box([226, 278, 548, 374, 16], graphite.deep),
					box([236, 288, 528, 346, 10], screen(p)),
					path(
						"M236 560 Q380 440 500 540 T764 480 V624 Q764 634 754 634 " +
							"H246 Q236 634 236 624 " +
							"Z",
						p.accent.deep,
						'opacity=".5"',
					),
					oval([630, 390, 44], "#fff", 'opacity=".8"'),
					box([290, 352, 150, 26, 13], "#fff", 'opacity=".85"') +
						box([290, 396, 96, 16, 8], "#fff", 'opacity=".55"'),
				].join(""),
		path("M130 676 H870 V690 Q870 726 826 726 H174 Q130 726 130 690 Z", p.fill(p.main, "down")),
		path("M430 676 H570 Q566 696 546 696 H454 Q434 696 430 676 Z", p.main.lo),
	].join("");

const keyboard: Drawer = (p) => {
	const rows = [keysRow(418, 13), keysRow(470, 12), keysRow(522, 11)].flat();
	const caps = rows.map((key, at) => {
		const loud = at === 0 || at === 24 || at === 35;
		const fill = loud ? p.accent.base : at % 12 > 10 ? p.main.lo : white.base;
		const [x, y, wide = 0] = key;
		return `<path d="M${x} ${y}h${wide.toFixed()}v44h-${wide.toFixed()}z" fill="${fill}"/>`;
	});
	return [
		box([150, 372, 700, 300, 40], p.main.lo),
		box([150, 364, 700, 292, 40], p.fill(p.main, "plane")),
		group(`stroke="${p.main.deep}" stroke-opacity=".35" stroke-width="3"`, ...caps),
		...[188, 268, 666, 746].map((x) => box([x, 574, 66, 40, 8], p.main.lo)),
		box([348, 574, 304, 46, 8], p.accent.lo) + box([348, 574, 304, 38, 8], p.accent.base),
		shine("M180 384 H520 L500 398 H190 Z", 0.3),
	].join("");
};

const watch: Drawer = (p) => {
	const round = p.form % 2 === 0;
	const face = round
		? oval([500, 500, 178], p.fill(steel, "plane")) + oval([500, 500, 152], graphite.deep)
		: box([340, 330, 320, 340, 84], p.fill(steel, "plane")) +
			box([362, 352, 276, 296, 66], graphite.deep);
	const dial = round
		? oval([500, 500, 140], p.fill(white, "plane")) +
			group(
				`fill="${p.main.deep}"`,
				...Array.from({ length: 12 }, (_, at) =>
					box(
						[495, 372, 10, at % 3 ? 16 : 30, 5],
						p.main.deep,
						`transform="rotate(${at * 30} 500 500)"`,
					),
				),
			) +
			stroke("M500 500 V410 M500 500 L572 536", graphite.base, 13) +
			stroke("M500 530 L448 420", p.accent.base, 6) +
			oval([500, 500, 12], p.accent.base)
		: rings(p);
	return [
		path(
			"M412 110 H588 Q600 110 602 124 L622 380 H378 L398 124 Q400 110 412 110 Z",
			p.fill(p.main, "round"),
		),
		path(
			"M378 620 H622 L602 876 Q600 890 588 890 H412 Q400 890 398 876 Z",
			p.fill(p.main, "round"),
		),
		...[760, 800, 840].map((y) => oval([500, y, 8], p.main.deep)),
		box([424, 196, 152, 22, 8], p.main.lo),
		box([round ? 670 : 654, 476, 34, 48, 12], p.fill(brass, "down")),
		face,
		dial,
		shine("M386 440 Q410 370 480 352 Q420 410 404 480 Q384 480 386 440 Z", 0.4),
	].join("");
};
const arcOf = (r: number, at: number) =>
	`stroke-linecap="round" transform="rotate(-90 500 520)" ` +
	`stroke-dasharray="${Math.round(r * (4.4 - at * 0.6))} 999"`;
const rings: Drawer = (p) =>
	[
		...[100, 74, 48].map((r, at) =>
			ring([500, 520, r, 16], [p.accent.base, p.main.hi, brass.hi][at] ?? "", arcOf(r, at)),
		),
		box([460, 380, 80, 18, 9], "#fff", 'opacity=".85"'),
	].join("");

export const electronics: Record<string, Kind> = {
	headphones: { draw: headphones, stands: [500, 790, 300], focus: [420, 560], place: "desk" },
	speaker: {
		draw: (p) => (p.form % 2 ? speakerWide : speakerTall)(p),
		stands: [500, 800, 270],
		focus: [500, 540],
		place: "desk",
	},
	phone: { draw: phone, stands: [500, 812, 200], focus: [500, 330], place: "studio", size: 1.06 },
	camera: { draw: camera, stands: [500, 730, 320], focus: [500, 520], place: "studio" },
	laptop: { draw: laptop, stands: [500, 726, 380], focus: [440, 480], place: "desk" },
	keyboard: { draw: keyboard, focus: [400, 510], place: "desk" },
	watch: { draw: watch, focus: [500, 500], place: "studio", size: 1.02 },
};
