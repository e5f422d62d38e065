// A pot plant: with upright blades, or with the big cut leaves of a monstera.
import { body, box, group, leaf, path, shine, stroke, type Drawer } from "./kit.ts";

const blades = [
	[0, 300, 62],
	[-26, 280, 58],
	[26, 280, 58],
	[-52, 240, 54],
	[52, 240, 54],
];
export const plant: Drawer = (p) =>
	[
		...(p.form % 2
			? blades.map(([turn = 0, long = 0, wide = 0], at) => blade([turn, long, wide], at))
			: [monstera([-44, 250]), monstera([44, 230]), monstera([4, 330])]),
		body(
			p,
			"M350 560 H650 L620 764 Q614 800 578 800 H422 Q386 800 380 764 Z",
			[350, 560, 300, 240],
		),
		box([330, 530, 340, 60, 18], p.fill(p.main, "round")),
		shine("M386 610 L402 760 H424 L412 610 Z", 0.3),
	].join("");
function blade([turn = 0, long = 0, wide = 0]: number[], at: number): string {
	const top = 560 - long * 1.35;
	const [left, right, belly] = [500 - wide * 1.3, 500 + wide * 1.3, top + 150];
	const d = `M500 560 Q${left} ${belly} 500 ${top} Q${right} ${belly} 500 560 Z`;
	const tone = at % 2 ? leaf.base : leaf.lo;
	return group(
		`transform="rotate(${turn} 500 600)"`,
		path(d, tone),
		stroke(`M500 550 V${top + 60}`, leaf.hi, 5),
	);
}
function monstera([turn = 0, long = 0]: number[]): string {
	const y = 560 - long;
	const half = (s: number) =>
		`M500 ${y - 120} q${s * 130} 30 ${s * 132} 120 l${-s * 48} 6 ` +
		`l${s * 42} 34 q${-s * 46} 70 ${-s * 126} 72 Z`;
	return group(
		`transform="rotate(${turn} 500 580)"`,
		stroke(`M500 570 V${y}`, leaf.deep, 12),
		path(half(-1), leaf.base),
		path(half(1), leaf.lo),
		stroke(`M500 ${y + 100} V${y - 90}`, leaf.hi, 5),
	);
}
