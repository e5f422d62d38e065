// Pictures for empty and error pages, 640 × 480, on nothing, so that they sit on any ground.
import { tint } from "./colour.ts";
import {
	box,
	brass,
	cream,
	glow,
	graphite,
	leaf,
	oval,
	paintBox,
	path,
	shine,
	steel,
	stroke,
	svg,
	walnut,
	white,
	wood,
	type Paint,
} from "./kit.ts";

export const emptyKinds = [
	"cart",
	"results",
	"error",
	"not-found",
	"orders",
	"offline",
	"favourites",
	"done",
] as const;
export type EmptyKind = (typeof emptyKinds)[number];

export function drawEmpty(kind: EmptyKind, colour = "#2f7d78"): string {
	const paint = paintBox({ main: colour, accent: "#d98f5c", seed: 0 });
	const island = oval([320, 396, 250, 44], tint(colour, 0.9, 0.03), 'opacity=".6"');
	const cloud = path(
		"M90 150 Q96 116 130 120 Q150 86 190 104 Q226 100 228 134 Q252 140 246 160 H98 " +
			"Q84 160 90 150 Z",
		tint(colour, 0.9, 0.03),
		'opacity=".7"',
	);
	const drawn = [island, cloud, pictures[kind](paint)].join("");
	return svg([640, 480], paint.defs(), drawn);
}

const sprout = (x: number, y: number) =>
	stroke(`M${x} ${y} V${y - 60}`, leaf.lo, 7) +
	oval([x - 22, y - 60, 26, 13], leaf.base, `transform="rotate(28 ${x - 22} ${y - 60})"`) +
	oval([x + 22, y - 72, 26, 13], leaf.lo, `transform="rotate(-28 ${x + 22} ${y - 72})"`);

const pictures: Record<EmptyKind, (p: Paint) => string> = {
	cart: (p) =>
		[
			sprout(520, 390),
			stroke("M150 130 H196 L240 320 H440", graphite.base, 16),
			path(
				"M206 168 H478 Q492 168 488 184 L458 284 Q454 296 440 296 H236 Z",
				p.fill(p.main, "plane"),
			),
			stroke("M270 172 L284 292 M340 172 V292 M412 172 L398 292 M222 230 H470", p.main.hi, 6),
			oval([268, 368, 28], graphite.base) + oval([268, 368, 11], steel.base),
			oval([420, 368, 28], graphite.base) + oval([420, 368, 11], steel.base),
			stroke("M350 120 V80 M300 128 L280 96 M400 128 L420 96", p.accent.base, 9),
		].join(""),
	results: (p) =>
		[
			box([150, 130, 210, 250, 22], p.fill(cream, "plane")),
			stroke("M186 190 H300 M186 236 H320 M186 282 H270", p.accent.hi, 14),
			stroke("M430 310 L500 384", walnut.base, 30),
			oval([370, 240, 96], p.fill(p.main, "plane")),
			oval([370, 240, 72], "#e7f0f0"),
			stroke(
				"M346 222 Q348 196 374 196 Q400 198 398 222 Q396 240 372 250 V262",
				p.main.base,
				13,
			),
			oval([372, 286, 9], p.main.base),
			shine("M312 226 Q320 184 360 174 Q330 200 326 240 Q314 240 312 226 Z", 0.7),
		].join(""),
	error: (p) =>
		[
			path("M206 250 H434 Q426 390 390 396 H250 Q214 390 206 250 Z", p.fill(p.main, "round")),
			stroke("M432 282 Q496 276 490 326 Q484 366 420 360", p.main.lo, 22),
			path(
				"M206 250 L244 236 L280 262 L316 230 L352 264 L392 238 L434 250 Q426 300 424 " +
					"300 H214 Z",
				p.fill(p.main, "round"),
			),
			stroke("M316 234 L300 286 L334 316 L312 360", p.main.deep, 7),
			path(
				"M352 190 L404 160 L410 210 L372 226 Z",
				p.fill(p.main, "plane"),
				'transform="rotate(14 380 190)"',
			),
			path("M240 196 L270 150 L300 190 Z", p.main.lo),
			path("M140 392 Q180 372 230 390 Q200 412 140 392 Z", "#8a5f43", 'opacity=".8"'),
			stroke("M316 128 V90 M256 118 L238 88 M376 112 L398 84", p.accent.base, 9),
		].join(""),
	"not-found": (p) =>
		[
			box([308, 150, 24, 250, 10], p.fill(wood, "round")),
			path(
				"M190 140 H430 L476 178 L430 216 H190 Q180 216 180 206 V150 Q180 140 190 140 Z",
				p.fill(p.main, "plane"),
			),
			path(
				"M450 240 H236 L194 276 L236 312 H450 Q460 312 460 302 V250 Q460 240 450 240 Z",
				p.fill(p.accent, "plane"),
			),
			stroke("M214 178 H380", p.main.hi, 9) + stroke("M270 276 H424", p.accent.hi, 9),
			sprout(210, 394),
			sprout(450, 396),
			oval([320, 402, 70, 14], leaf.base),
		].join(""),
	orders: (p) =>
		[
			path("M180 210 L320 168 L470 210 V360 L330 404 L180 360 Z", p.fill(wood, "plane")),
			path("M330 252 L470 210 V360 L330 404 Z", wood.lo),
			path("M180 210 L330 252 L300 296 L144 246 Z", wood.hi),
			path("M470 210 L330 252 L364 292 L508 244 Z", wood.base),
			path("M180 210 L320 168 L470 210 L330 252 Z", walnut.base),
			box([214, 300, 66, 44, 8], white.base, 'transform="rotate(17 214 300)"'),
			stroke("M320 140 V96 M270 150 L248 116 M370 150 L392 116", p.main.base, 9),
		].join(""),
	offline: (p) =>
		[
			path(
				"M170 280 Q160 220 224 216 Q244 140 330 150 Q400 150 420 210 Q490 206 490 264 " +
					"Q490 312 436 312 H214 Q176 312 170 280 Z",
				p.fill(p.main, "ball"),
			),
			stroke("M330 312 V344 Q330 366 300 366 H250", graphite.base, 13),
			box([186, 346, 70, 40, 12], p.fill(graphite, "down")) +
				stroke("M186 356 H164 M186 376 H164", steel.base, 9),
			box([390, 346, 76, 44, 12], p.fill(p.accent, "down")) +
				stroke("M466 368 H520 Q548 368 548 396", p.accent.lo, 13),
			stroke("M288 232 L350 284 M350 232 L288 284", white.base, 14),
			shine("M196 262 Q200 236 236 234 Q214 248 210 276 Q196 276 196 262 Z", 0.4),
		].join(""),
	favourites: (p) =>
		[
			path(
				"M320 380 Q170 290 170 204 Q174 136 240 134 Q296 136 320 190 Q344 136 400 134 " +
					"Q466 136 470 204 Q470 290 320 380 Z",
				p.fill(p.accent, "ball"),
			),
			shine("M206 220 Q202 170 250 162 Q226 184 226 232 Q210 236 206 220 Z", 0.45),
			sprout(500, 392),
			sprout(138, 396),
		].join(""),
	done: (p) =>
		[
			box([210, 220, 220, 176, 18], p.fill(p.main, "plane")),
			box([194, 196, 252, 52, 14], p.fill(p.main, "down")),
			box([300, 196, 40, 200, 0], p.accent.base),
			path(
				"M320 196 Q250 120 236 164 Q236 196 320 196 Q404 196 404 164 Q390 120 320 196 Z",
				p.fill(p.accent, "plane"),
			),
			...[
				[160, 150],
				[480, 130],
				[520, 230],
				[120, 240],
			].map(([x = 0, y = 0], at) =>
				oval([x, y, 8], [brass.base, p.main.hi, p.accent.hi, glow.base][at] ?? ""),
			),
			stroke("M150 190 L166 206 M470 180 L486 166", brass.base, 8),
		].join(""),
};
