// Candles, cushions and rugs.
import type { Line } from "../types.ts";

export const cosy: Line[] = [
	{
		category: "candles",
		kind: "candle",
		sku: "CND",
		tags: ["scented", "gift", "evening"],
		size: {
			name: "Burn time",
			values: [
				["25 h", 1],
				["45 h", 1.55],
			],
		},
		attributes: {
			Wax: ["Soy", "Rapeseed", "Beeswax blend"],
			Scent: ["Woody", "Floral", "Citrus", "Herbal"],
		},
		exceptions: {
			"Cedar Cabin Candle": { Wax: "", Scent: "Woody" },
			"Fig Terrace Candle": { Wax: "", Scent: "Herbal" },
			"Linen Morning Candle": { Wax: "", Scent: "Floral" },
			"Orange Peel Candle": { Wax: "", Scent: "Citrus" },
			"Lavender Hill Candle": { Wax: "", Scent: "Herbal" },
			"Night Library Candle": { Wax: "", Scent: "Woody" },
		},
		facts: [
			"A cotton wick that burns clean to the end.",
			"The glass becomes a tumbler afterwards.",
			"Scented lightly: the room smells of it, the dinner does not.",
			"Poured by hand in batches of sixty.",
			"A lid keeps the dust away between evenings.",
		],
		care: [
			"Let the first burn reach the edge, and cut the wick to half a centimetre.",
			"Send the glass back and we fill it again for half the price.",
			"Never leave it alone with a flame, a cat or a curtain.",
		],
		goods: `
	Cedar Cabin Candle | Wood, smoke and a little resin | amberfen |
	26 | forest cocoa | Rapeseed wax
	Smells like a hut where somebody lit the stove an hour before you came.
	雪松小屋蜡烛 | 木香、烟熏与一点树脂
	Fig Terrace Candle | Green leaf, ripe fruit | amberfen | 28 | sage plum | Soy wax
	The leaf first, then the fruit, then the warm wall behind the tree.
	无花果露台蜡烛 | 先叶后果，暖墙余香
	Linen Morning Candle | Clean sheets, open window | amberfen | 24 | chalk sky | Soy wax
	The scent of washing that has dried in the wind, without the ironing.
	亚麻清晨蜡烛 | 晒过风的床单香
	Orange Peel Candle | Bright and a bit bitter | amberfen | 22 | coral amber | Soy wax
	Peel twisted over a flame: a short bright burst that stays for the evening.
	橙皮蜡烛 | 明亮微苦，一晚留香
	Lavender Hill Candle | Dry herbs in the heat | amberfen | 24 | lilac fog | Beeswax blend
	Not the sweet kind: this is lavender with the dust of the path still on it.
	薰衣草山坡蜡烛 | 不甜腻的干草香
	Night Library Candle | Paper, leather, black tea | amberfen | 30 | ink walnut | Rapeseed wax
	For a chair, a lamp and a book that should have been put down an hour ago.
	夜读图书馆蜡烛 | 纸张、皮革与红茶
`,
	},
	{
		category: "cushions",
		kind: "pillow",
		sku: "CSH",
		tags: ["textile", "sofa", "washable"],
		size: {
			name: "Size",
			values: [
				["45 × 45 cm", 1],
				["50 × 50 cm", 1.2],
				["40 × 60 cm", 1.2],
			],
		},
		attributes: {
			Filling: ["Feather", "Recycled fibre", "Wool"],
			Washable: ["30 °C", "40 °C"],
			Closure: ["Zip", "Buttons"],
		},
		facts: [
			"A hidden zip along the lower seam.",
			"The filling is in the price and can be plumped.",
			"Woven heavy enough for daily naps.",
			"Colours that hold in a sunny window.",
			"Piped edges keep the corners crisp.",
		],
		care: [
			"Take the cover off, wash it cool, dry it on the line.",
			"Three of them on a sofa are a plan; two are an accident.",
			"Beat it once a week and it keeps its shape for years.",
		],
		goods: `
	Breakwater Cushion | Striped like a seawall | tidewool | 36 | harbour sand coral | Cotton
	Broad stripes in harbour colours, woven rather than printed, so both sides are right.
	防波堤抱枕 | 双面织造宽条纹
	Washed Linen Cushion | Soft from the first day | tidewool | 42 | oat sage blush | Linen
	Washed with stones before it is sewn, so it has the slouch of an old shirt.
	水洗亚麻抱枕 | 第一天就很柔软
	Moor Wool Cushion | Thick, warm, a bit shaggy | tidewool | 54 | forest plum slate | Lambswool
	Made from the same yarn as a fisherman's jumper, and nearly as comforting.
	荒原羊毛抱枕 | 厚实温暖的羊羔毛
	Velvet Corner Cushion | For the dark end of the sofa | tidewool |
	46 | teal brick amber | Cotton velvet
	Cotton velvet that changes its tone when you stroke it, and hides the crumbs.
	丝绒角落抱枕 | 轻抚变色的棉丝绒
	Pebble Dot Cushion | Round specks, square form | tidewool | 34 | fog lilac butter | Cotton
	Dots like pebbles at low tide, scattered by hand before they were woven.
	卵石圆点抱枕 | 退潮石子般的圆点
	Quilted Field Cushion | Stitched in small fields | tidewool |
	49 | cocoa sky clay | Cotton and wool
	Each field is quilted by itself, like farmland seen from a small plane.
	田野绗缝抱枕 | 如俯瞰田野的绗缝
`,
	},
	{
		category: "rugs",
		kind: "rug",
		sku: "RUG",
		tags: ["textile", "handmade", "living room"],
		size: {
			name: "Size",
			values: [
				["80 × 150 cm", 1],
				["140 × 200 cm", 2.1],
				["170 × 240 cm", 2.9],
			],
		},
		attributes: {
			Weave: ["Flat", "Pile", "Kilim"],
			"Pile height": ["5 mm", "8 mm", "12 mm"],
			"Underfloor heating": ["Yes"],
		},
		facts: [
			"Lies flat from the first day.",
			"Both sides can be used, so it wears half as fast.",
			"Wool shrugs off spilt wine if you are quick.",
			"Edges bound by hand.",
			"Takes the echo out of a bare room.",
		],
		care: [
			"Vacuum with the pile, turn it round each spring.",
			"A felt underlay is part of the delivery.",
			"It sheds a little in the first weeks; that is the wool settling.",
		],
		goods: `
	Caravan Kilim | Diamonds in warm wool | tidewool | 149 | brick harbour amber | Wool
	Three diamonds in a border, as weavers have drawn them along the old roads for ages.
	商队基里姆地毯 | 温暖羊毛菱形纹
	Furrow Rug | Broad rows, soft edges | tidewool | 129 | sage sand ink | Cotton
	Rows like a ploughed field in the evening, woven in heavy cotton.
	犁沟地毯 | 宽行软边的厚棉织
	Ripple Rug | Rings on still water | tidewool | 169 | teal lilac fog | Wool
	Somebody threw a stone into this rug and the rings are still going.
	涟漪地毯 | 静水圆环的羊毛毯
	Saddle Runner Rug | Hard-wearing, for the hall | tidewool |
	119 | cocoa coal clay | Jute and wool
	Boots, paws and prams have tested it; the hall has not looked this tidy before.
	马鞍玄关毯 | 耐磨门厅专用
	Orchard Rug | Leaf colours, low pile | tidewool | 159 | forest butter | Wool
	Low enough for a door to pass, soft enough for bare feet in the morning.
	果园地毯 | 短绒叶色，赤脚舒适
	Snowfield Rug | Deep, pale and quiet | tidewool | 189 | oat chalk | Undyed wool
	Wool in the colour the sheep wore, which is why no two are the same white.
	雪原地毯 | 未染原色羊毛
`,
	},
];
