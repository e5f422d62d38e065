// Fashion: shirt, jacket, trousers, dress, sneaker, backpack, hat, scarf.
import {
	body,
	box,
	brass,
	group,
	oval,
	path,
	shade,
	shine,
	stroke,
	walnut,
	white,
	type Drawer,
	type Kind,
} from "./kit.ts";

const shirtBody =
	"M384 250 Q500 330 616 250 L700 282 L700 770 Q700 792 676 792 H324 Q300 792 300 770 V282 Z";
const sleeve = "M312 272 L176 460 Q170 472 182 480 L262 530 Q274 536 280 524 L318 440 Z";
const flip = 'transform="translate(1000 0) scale(-1 1)"';
const shirt: Drawer = (p) =>
	[
		path(sleeve, p.fill(p.main, "plane")),
		path(sleeve, p.main.lo, flip),
		body(p, shirtBody, [300, 260, 400, 520]),
		path(
			"M384 250 Q500 330 616 250 Q604 378 500 378 Q396 378 384 250 Z",
			p.back ? p.main.lo : p.main.deep,
		),
		stroke("M384 250 Q396 368 500 368 Q604 368 616 250", p.main.hi, 18),
		stroke("M196 484 L266 526 M804 484 L734 526 M310 772 H690", p.main.lo, 5),
		shade("M318 440 Q340 600 322 780 H304 V400 Z M682 440 Q660 600 678 780 H696 V400 Z", 0.1),
		shade("M560 470 Q600 620 556 780 H600 Q640 620 590 470 Z", 0.06),
	].join("");

const jacket: Drawer = (p) =>
	[
		path(
			"M320 280 Q230 310 206 420 L170 700 Q168 720 188 724 L256 736 Q274 738 278 720 " +
				"L330 470 Z",
			p.fill(p.main, "plane"),
		),
		path(
			"M320 280 Q230 310 206 420 L170 700 Q168 720 188 724 L256 736 Q274 738 278 720 " +
				"L330 470 Z",
			p.main.lo,
			flip,
		),
		path(
			"M400 236 L308 280 V770 Q308 796 334 796 H666 Q692 796 692 770 V280 L600 236 Z",
			p.fill(p.main, "round"),
		),
		path("M400 236 Q500 190 600 236 L580 300 Q500 340 420 300 Z", p.accent.lo),
		path(
			"M400 236 L392 330 L500 372 L428 262 Z M600 236 L608 330 L500 372 L572 262 Z",
			p.fill(p.accent, "plane"),
		),
		p.back
			? stroke("M340 420 H660", p.main.lo, 8)
			: [
					stroke("M500 372 V790", p.main.deep, 8),
					stroke("M500 380 V786", brass.hi, 3) +
						box([490, 430, 20, 36, 8], p.fill(brass, "down")),
					stroke("M352 610 L430 570 M648 610 L570 570", p.main.deep, 14),
					box([560, 420, 90, 84, 12], p.main.lo) +
						box([556, 414, 98, 26, 10], p.main.base),
				].join(""),
		path("M308 748 H692 V770 Q692 796 666 796 H334 Q308 796 308 770 Z", p.accent.base),
		stroke("M186 690 L270 708 M814 690 L730 708", p.accent.base, 26),
		shine("M330 330 Q344 300 380 282 Q350 400 352 560 Q330 560 330 330 Z", 0.2),
	].join("");

const trousers: Drawer = (p) =>
	[
		path(
			"M350 190 H650 L684 790 Q684 806 668 806 H568 Q552 806 550 790 L504 420 H496 " +
				"L450 790 Q448 806 432 806 H332 Q316 806 316 790 Z",
			p.fill(p.main, "plane"),
		),
		shade("M500 420 L550 790 Q552 806 568 806 H604 L520 380 Z", 0.14),
		box([346, 176, 308, 52, 12], p.fill(p.main, "down")),
		...[384, 484, 596].map((x) => box([x, 172, 20, 62, 5], p.main.lo)),
		stroke(
			"M358 240 Q420 250 414 320 M642 240 Q580 250 586 320 M500 228 V400 Q480 404 476 380",
			p.main.lo,
			6,
		),
		oval([500, 202, 11], p.fill(brass, "ball")),
		stroke(
			"M322 770 H446 M554 770 H678",
			p.form % 2 ? p.accent.base : p.main.lo,
			p.form % 2 ? 30 : 6,
		),
		stroke("M396 300 L376 740 M604 300 L624 740", p.main.lo, 4),
	].join("");

const dress: Drawer = (p) =>
	[
		path(
			"M392 210 L330 330 L300 440 Q296 452 308 456 L364 470 L400 380 Z",
			p.fill(p.main, "plane"),
		),
		path("M392 210 L330 330 L300 440 Q296 452 308 456 L364 470 L400 380 Z", p.main.lo, flip),
		body(
			p,
			"M390 208 L440 196 Q500 300 560 196 L610 208 L600 440 Q650 600 730 770 Q736 788 " +
				"716 792 Q500 826 284 792 Q264 788 270 770 Q350 600 400 440 Z",
			[270, 200, 460, 600],
		),
		path("M398 420 H602 L606 462 H394 Z", p.motif === "plain" ? p.accent.base : p.main.lo),
		shade(
			"M440 470 Q420 640 380 800 L440 806 Q450 640 460 470 Z M560 470 Q580 640 630 " +
				"800 L570 806 Q560 640 546 470 Z",
			0.09,
		),
		stroke("M440 198 Q500 300 560 198", p.main.hi, 10),
	].join("");

const sneaker: Drawer = (p) =>
	[
		path("M150 660 Q150 700 190 704 H830 Q886 700 880 640 L150 620 Z", p.fill(white, "down")),
		stroke("M170 676 H862", p.accent.base, 9),
		path(
			"M160 430 Q150 380 196 392 Q260 420 310 350 Q330 326 360 340 L560 500 Q620 540 " +
				"730 550 Q880 560 880 646 L156 646 Q140 540 160 430 Z",
			p.fill(p.main, "plane"),
		),
		path("M730 550 Q880 560 880 646 H690 Q690 580 730 550 Z", p.fill(p.accent, "plane")),
		path(
			"M160 430 Q150 380 196 392 L230 400 Q210 540 226 646 H156 Q140 540 160 430 Z",
			p.fill(p.accent, "plane"),
		),
		path("M310 350 Q330 326 360 340 L590 520 L548 566 Q430 500 310 350 Z", p.main.lo),
		...[0, 1, 2, 3].map((n) =>
			stroke(
				`M${372 + n * 50} ${446 + n * 36} L${420 + n * 50} ${390 + n * 36}`,
				white.base,
				15,
			),
		),
		p.back
			? ""
			: path("M300 646 Q330 520 430 540 Q400 570 470 646 Z", p.accent.base, 'opacity=".85"'),
		stroke("M198 396 Q260 424 312 352", p.main.hi, 16),
		shine("M600 560 Q680 584 800 584 Q840 596 850 620 Q740 596 620 590 Z", 0.25),
	].join("");

const backpack: Drawer = (p) =>
	[
		stroke("M440 230 Q440 150 500 150 Q560 150 560 230", p.main.deep, 26),
		stroke("M300 460 Q230 560 290 720 M700 460 Q770 560 710 720", p.main.deep, 40),
		path(
			"M290 420 Q290 210 500 210 Q710 210 710 420 V740 Q710 800 650 800 H350 Q290 800 " +
				"290 740 Z",
			p.fill(p.main, "round"),
		),
		p.back
			? stroke("M400 260 V700 M600 260 V700", p.main.deep, 52) +
				stroke("M400 260 V700 M600 260 V700", p.main.lo, 36)
			: [
					path(
						"M290 420 Q290 210 500 210 Q710 210 710 420 V450 Q500 500 290 450 Z",
						p.fill(p.accent, "round"),
					),
					stroke("M294 452 Q500 500 706 452", p.main.deep, 7),
					box([350, 540, 300, 220, 40], p.fill(p.main, "down")),
					stroke("M384 590 H616", p.main.deep, 8) +
						box([596, 580, 40, 20, 8], p.fill(brass, "down")),
					box([478, 440, 44, 90, 12], walnut.base) +
						oval([500, 508, 10], p.fill(brass, "ball")),
				].join(""),
		shine("M318 420 Q322 290 420 246 Q350 320 344 440 Q324 446 318 420 Z", 0.3),
	].join("");

const beanie: Drawer = (p) =>
	[
		oval([500, 220, 64], p.fill(p.accent, "ball")),
		body(p, "M270 600 Q270 250 500 250 Q730 250 730 600 Z", [270, 250, 460, 350]),
		stroke(
			"M360 330 Q330 440 330 570 M430 280 Q410 420 410 570 M500 266 V570 M570 280 " +
				"Q590 420 590 570 M640 330 Q670 440 670 570",
			p.main.lo,
			5,
		),
		box([240, 570, 520, 150, 44], p.fill(p.main, "round")),
		...[300, 360, 420, 480, 540, 600, 660, 710].map((x) =>
			stroke(`M${x} 590 V700`, p.main.lo, 8),
		),
		p.back ? "" : box([560, 620, 90, 54, 8], p.accent.base),
	].join("");
const brim: Drawer = (p) =>
	[
		oval([500, 660, 370, 84], p.main.lo),
		oval([500, 648, 370, 80], p.fill(p.main, "plane")),
		path(
			"M300 640 Q290 330 400 300 Q460 290 500 320 Q540 290 600 300 Q710 330 700 640 " +
				"Q500 690 300 640 Z",
			p.fill(p.main, "round"),
		),
		path("M300 580 Q500 630 700 580 L702 646 Q500 694 298 646 Z", p.fill(p.accent, "round")),
		shine("M330 560 Q330 380 400 340 Q364 430 362 568 Q340 580 330 560 Z", 0.25),
	].join("");

const fringe = Array.from({ length: 7 }, (_, at) => `M${344 + at * 24} 770 V826`).join("");
const scarf: Drawer = (p) =>
	[
		stroke(fringe, p.main.lo, 9),
		group('transform="translate(238 -84)"', stroke(fringe, p.main.lo, 9)),
		path("M560 330 L736 350 L750 690 H566 Z", p.main.lo),
		stroke("M582 560 H731 M582 610 H733", p.accent.lo, 22),
		body(
			{ ...p, motif: p.motif === "plain" ? "stripes" : p.motif },
			"M330 340 H510 V776 H330 Z",
			[330, 340, 180, 440],
		),
		path(
			"M270 330 Q260 220 500 216 Q740 220 738 330 Q740 440 500 446 Q270 440 270 330 Z",
			p.fill(p.main, "down"),
		),
		path(
			"M330 314 Q340 270 500 268 Q660 270 672 314 Q660 350 500 354 Q340 350 330 314 Z",
			p.main.deep,
		),
		stroke(
			"M300 360 Q360 420 500 420 M700 360 Q650 410 560 420 M320 390 Q380 436 470 438",
			p.main.lo,
			8,
		),
		stroke("M300 290 Q350 238 500 236", p.main.hi, 9),
	].join("");

export const fashion: Record<string, Kind> = {
	shirt: { draw: shirt, focus: [500, 400], place: "rail" },
	jacket: { draw: jacket, focus: [500, 420], place: "rail" },
	trousers: { draw: trousers, focus: [500, 330], place: "rail" },
	dress: { draw: dress, focus: [500, 420], place: "rail" },
	sneaker: { draw: sneaker, stands: [520, 704, 370], focus: [480, 540], place: "studio" },
	backpack: { draw: backpack, stands: [500, 800, 240], focus: [500, 480], place: "outdoors" },
	hat: { draw: (p) => (p.form % 2 ? beanie : brim)(p), focus: [500, 500], place: "studio" },
	scarf: { draw: scarf, focus: [480, 430], place: "rail" },
};
