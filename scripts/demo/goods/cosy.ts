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
			"A cotton wick that burns clean to the end. | 棉芯烧到最后都干净。",
			"The glass becomes a tumbler afterwards. | 用完的玻璃可当水杯。",
			"Scented lightly: the room smells of it, the dinner does not. | 香气很淡：房间有，晚餐没有。",
			"Poured by hand in batches of sixty. | 每批六十支，手工浇注。",
			"A lid keeps the dust away between evenings. | 盖子在夜与夜之间挡住灰尘。",
		],
		care: [
			"Let the first burn reach the edge, and cut the wick to half a centimetre. | 第一次要烧到边缘，烛芯剪到半厘米。",
			"Send the glass back and we fill it again for half the price. | 寄回玻璃杯，半价再装一杯。",
			"Never leave it alone with a flame, a cat or a curtain. | 切勿让它与火、猫或窗帘独处。",
		],
		goods: `
	Cedar Cabin Candle | Wood, smoke and a little resin | amberfen |
	26 | forest cocoa | Rapeseed wax
	Smells like a hut where somebody lit the stove an hour before you came.
	雪松小屋蜡烛 | 木香、烟熏与一点树脂
	像有人提前一小时点好炉子的小屋。
	Fig Terrace Candle | Green leaf, ripe fruit | amberfen | 28 | sage plum | Soy wax
	The leaf first, then the fruit, then the warm wall behind the tree.
	无花果露台蜡烛 | 先叶后果，暖墙余香
	先是叶，再是果，然后是树后的暖墙。
	Linen Morning Candle | Clean sheets, open window | amberfen | 24 | chalk sky | Soy wax
	The scent of washing that has dried in the wind, without the ironing.
	亚麻清晨蜡烛 | 晒过风的床单香
	风干衣物的气味，不必熨烫。
	Orange Peel Candle | Bright and a bit bitter | amberfen | 22 | coral amber | Soy wax
	Peel twisted over a flame: a short bright burst that stays for the evening.
	橙皮蜡烛 | 明亮微苦，一晚留香
	在火上拧的果皮：一阵短促明亮，停留整晚。
	Lavender Hill Candle | Dry herbs in the heat | amberfen | 24 | lilac fog | Beeswax blend
	Not the sweet kind: this is lavender with the dust of the path still on it.
	薰衣草山坡蜡烛 | 不甜腻的干草香
	不是甜的那种：薰衣草上还有小路的尘土。
	Night Library Candle | Paper, leather, black tea | amberfen | 30 | ink walnut | Rapeseed wax
	For a chair, a lamp and a book that should have been put down an hour ago.
	夜读图书馆蜡烛 | 纸张、皮革与红茶
	为一把椅子、一盏灯和一本一小时前就该放下的书。
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
			"A hidden zip along the lower seam. | 下缝藏有拉链。",
			"The filling is in the price and can be plumped. | 含枕芯，可拍松。",
			"Woven heavy enough for daily naps. | 织得厚实，经得起每天午睡。",
			"Colours that hold in a sunny window. | 在晒太阳的窗边也不褪色。",
			"Piped edges keep the corners crisp. | 包边让四角利落。",
		],
		care: [
			"Take the cover off, wash it cool, dry it on the line. | 取下外套，冷水洗，挂绳晾干。",
			"Three of them on a sofa are a plan; two are an accident. | 沙发上三个是计划，两个是意外。",
			"Beat it once a week and it keeps its shape for years. | 每周拍打一次，多年不变形。",
		],
		goods: `
	Breakwater Cushion | Striped like a seawall | tidewool | 36 | harbour sand coral | Cotton
	Broad stripes in harbour colours, woven rather than printed, so both sides are right.
	防波堤抱枕 | 双面织造宽条纹
	港口色的宽条纹，织成而非印成，两面都是正面。
	Washed Linen Cushion | Soft from the first day | tidewool | 42 | oat sage blush | Linen
	Washed with stones before it is sewn, so it has the slouch of an old shirt.
	水洗亚麻抱枕 | 第一天就很柔软
	先用石头洗再缝，有旧衬衫的松弛。
	Moor Wool Cushion | Thick, warm, a bit shaggy | tidewool | 54 | forest plum slate | Lambswool
	Made from the same yarn as a fisherman's jumper, and nearly as comforting.
	荒原羊毛抱枕 | 厚实温暖的羊羔毛
	与渔夫毛衣同样的纱线，也几乎同样安慰人。
	Velvet Corner Cushion | For the dark end of the sofa | tidewool |
	46 | teal brick amber | Cotton velvet
	Cotton velvet that changes its tone when you stroke it, and hides the crumbs.
	丝绒角落抱枕 | 轻抚变色的棉丝绒
	棉天鹅绒，抚摸时变色，还藏得住碎屑。
	Pebble Dot Cushion | Round specks, square form | tidewool | 34 | fog lilac butter | Cotton
	Dots like pebbles at low tide, scattered by hand before they were woven.
	卵石圆点抱枕 | 退潮石子般的圆点
	像退潮时的卵石，先手工散点再织造。
	Quilted Field Cushion | Stitched in small fields | tidewool |
	49 | cocoa sky clay | Cotton and wool
	Each field is quilted by itself, like farmland seen from a small plane.
	田野绗缝抱枕 | 如俯瞰田野的绗缝
	每格单独绗缝，像小飞机上看到的田野。
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
			"Lies flat from the first day. | 第一天就平铺。",
			"Both sides can be used, so it wears half as fast. | 两面可用，磨损减半。",
			"Wool shrugs off spilt wine if you are quick. | 动作快的话，羊毛不怕洒酒。",
			"Edges bound by hand. | 手工包边。",
			"Takes the echo out of a bare room. | 带走空房间的回声。",
		],
		care: [
			"Vacuum with the pile, turn it round each spring. | 顺毛吸尘，每年春天转个方向。",
			"A felt underlay is part of the delivery. | 附送毛毡底垫。",
			"It sheds a little in the first weeks; that is the wool settling. | 头几周会掉些毛，那是羊毛在安顿。",
		],
		goods: `
	Caravan Kilim | Diamonds in warm wool | tidewool | 149 | brick harbour amber | Wool
	Three diamonds in a border, as weavers have drawn them along the old roads for ages.
	商队基里姆地毯 | 温暖羊毛菱形纹
	边框里三个菱形，古道沿途的织工世代如此描画。
	Furrow Rug | Broad rows, soft edges | tidewool | 129 | sage sand ink | Cotton
	Rows like a ploughed field in the evening, woven in heavy cotton.
	犁沟地毯 | 宽行软边的厚棉织
	像傍晚犁过的田垄，用厚棉织成。
	Ripple Rug | Rings on still water | tidewool | 169 | teal lilac fog | Wool
	Somebody threw a stone into this rug and the rings are still going.
	涟漪地毯 | 静水圆环的羊毛毯
	有人往这块地毯丢了石头，涟漪还在荡开。
	Saddle Runner Rug | Hard-wearing, for the hall | tidewool |
	119 | cocoa coal clay | Jute and wool
	Boots, paws and prams have tested it; the hall has not looked this tidy before.
	马鞍玄关毯 | 耐磨门厅专用
	靴子、爪子和婴儿车都试过，玄关从未如此整齐。
	Orchard Rug | Leaf colours, low pile | tidewool | 159 | forest butter | Wool
	Low enough for a door to pass, soft enough for bare feet in the morning.
	果园地毯 | 短绒叶色，赤脚舒适
	矮到门能推过，软到清晨可以赤脚。
	Snowfield Rug | Deep, pale and quiet | tidewool | 189 | oat chalk | Undyed wool
	Wool in the colour the sheep wore, which is why no two are the same white.
	雪原地毯 | 未染原色羊毛
	羊身上原本的颜色，所以没有两块是同样的白。
`,
	},
];
