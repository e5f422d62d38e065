// Kitchen and table.
import type { Line } from "../types.ts";

export const kitchen: Line[] = [
	{
		category: "mugs",
		kind: "mug",
		sku: "MUG",
		tags: ["handmade", "everyday", "breakfast"],
		size: {
			name: "Capacity",
			values: [
				["300 ml", 1],
				["450 ml", 1.25],
			],
		},
		attributes: {
			"Dishwasher safe": ["Yes"],
			Microwave: ["Yes", "No"],
			Finish: ["Glossy", "Satin", "Matt"],
		},
		facts: [
			"A handle wide enough for three fingers. | 把手宽到容得下三根手指。",
			"The glazed foot does not scratch the table. | 上釉的杯底不刮桌面。",
			"Keeps coffee warm while you read a long message. | 读一条长消息的工夫，咖啡还是热的。",
			"Stacks in pairs, so the cupboard stays calm. | 两两相叠，橱柜安静。",
			"Each piece differs a little, as hand-dipped glaze does. | 手工蘸釉，每只略有不同。",
		],
		care: [
			"Goes into the dishwasher every day without losing its shine. | 天天进洗碗机也不失光泽。",
			"A chipped mug within a year? We send you another one. | 一年内磕了口？我们再寄一只。",
			"Mix the colours; they were chosen to sit on one shelf. | 颜色随意混搭，本就为同一层架子挑选。",
		],
		goods: `
	Harbour Mug | Everyday stoneware with a thumb rest | kilnmoor |
	18 | harbour oat clay | Stoneware
	The mug that ends up at the front of the shelf: a calm shape, a generous handle, no fuss.
	港湾马克杯 | 日常炻瓷，拇指贴合杯柄
	总会站到架子最前面的杯子：形状沉静，把手大方，毫不费事。
	Morning Fold Cup | Thin rim, deep body | kilnmoor | 22 | sage blush chalk | Porcelain
	A fine porcelain rim on a body that is heavier than it looks, so it never tips over.
	晨折瓷杯 | 薄杯沿，深杯身
	薄瓷杯沿，杯身比看起来重，所以从不倾倒。
	Dipped Studio Mug | Two glazes, one line | kilnmoor | 24 | coral teal amber | Stoneware
	Dipped once by hand; the line where the glazes meet is never quite the same twice.
	双釉工作室杯 | 手工蘸釉，一杯一线
	手工蘸一次，两釉相接的线从不完全相同。
	Campfire Enamel Cup | Light, loud and hard to break | cairnway |
	14 | forest coal brick | Enamelled steel
	Goes from the tent to the office kitchen and picks up its stories in small chips.
	营火搪瓷杯 | 轻便耐摔，露营必备
	从帐篷走进办公室茶水间，用小小的磕痕收集故事。
	Slow Sunday Cup | A big bowl of a mug | kilnmoor | 26 | oat lilac slate | Stoneware
	Nearly a soup bowl with a handle, made for the second coffee that nobody hurries.
	慢周日大杯 | 像碗一样的大马克杯
	几乎是带把手的汤碗，为谁也不催的第二杯咖啡。
	Quiet Office Mug | With a lid that is also a coaster | brasswick |
	28 | ink fog sand | Glazed ceramic
	The cork-edged lid keeps the tea hot through a meeting and then saves the desk.
	安静办公杯 | 杯盖亦是杯垫
	软木边的杯盖在会议中保温，然后保护桌面。
`,
	},
	{
		category: "cookware",
		kind: "pan",
		sku: "PAN",
		tags: ["induction", "cooking", "classic"],
		size: {
			name: "Diameter",
			values: [
				["20 cm", 1],
				["24 cm", 1.2],
				["28 cm", 1.45],
			],
		},
		attributes: {
			Induction: ["Yes", "Yes", "No"],
			"Oven safe to": ["180 °C", "220 °C", "260 °C"],
			Coating: ["None", "Ceramic"],
		},
		exceptions: {
			"Ember Iron Pan": { Induction: "Yes", Coating: "None", "Oven safe to": "260 °C" },
			"Sunny Egg Pan": { Coating: "Ceramic" },
			"Featherweight Pan": { Coating: "Ceramic" },
			"Lakeside Crêpe Pan": { Coating: "None" },
		},
		facts: [
			"Heats evenly to the edge, so the pancakes brown alike. | 受热均匀到边缘，松饼颜色一致。",
			"The handle stays cool for half an hour on the hob. | 在灶上半小时，手柄仍是凉的。",
			"A pouring lip on both sides, for left hands too. | 两侧有倾口，左手也方便。",
			"Works on gas, electric and glass tops. | 燃气、电炉、玻璃灶面都适用。",
			"A hole in the handle for the hook by the stove. | 手柄有孔，挂在灶旁的钩上。",
		],
		care: [
			"Wash by hand, dry, wipe with a drop of oil: that is all the care it wants. | 手洗，擦干，抹一滴油，这就是它要的全部照料。",
			"Spare handles are kept in stock for at least ten years. | 备用手柄至少备货十年。",
			"The more you cook in it, the better it gets. | 越用越好用。",
		],
		goods: `
	Copperline Skillet | The everyday frying pan | brasswick |
	69 | clay coal | Aluminium, copper base
	A copper sole spreads the heat quickly and forgives a cook who looks away for a minute.
	铜线煎锅 | 每天都用得上的平底锅
	铜底导热快，也原谅走神一分钟的厨师。
	Ember Iron Pan | Cast iron, seasoned and ready | brasswick | 59 | coal | Cast iron
	Poured in sand and seasoned three times, this pan sears a steak and bakes a tart.
	余烬铸铁锅 | 出厂已养锅，开箱即用
	砂型浇铸，开锅三次，能煎牛排也能烤塔。
	Featherweight Pan | Half the weight of iron | brasswick |
	54 | sky sage butter | Forged aluminium
	For wrists that have had enough: a pan that you can toss vegetables in with one hand.
	轻羽煎锅 | 重量只有铸铁的一半
	给已经受够的手腕：单手就能颠菜的锅。
	Sunny Egg Pan | Small, quick and ceramic | brasswick |
	34 | butter blush | Aluminium, ceramic coat
	Two eggs, one minute, nothing sticks; the coating is ceramic and free of PFAS.
	太阳煎蛋锅 | 小巧快热，陶瓷不粘
	两个蛋，一分钟，什么都不粘，陶瓷涂层，不含 PFAS。
	Market Sauté Pan | High sides, wide floor | brasswick | 89 | slate forest | Tri-ply steel
	Room for a whole market bag of greens, and sides high enough to keep the hob clean.
	集市深煎锅 | 高边宽底，一锅装下
	装得下一整袋青菜，锅壁高到灶台干净。
	Lakeside Crêpe Pan | Flat as still water | brasswick | 44 | ink plum | Carbon steel
	A low rim lets the spatula slide under; thin crêpes turn without a tear.
	湖畔可丽饼锅 | 低边平底，翻面不破
	低沿让铲子滑进去，薄可丽饼翻面不破。
`,
	},
	{
		category: "knives",
		kind: "knife",
		sku: "KNF",
		tags: ["cooking", "handmade", "gift"],
		attributes: {
			Hardness: ["56 HRC", "58 HRC", "60 HRC"],
			"Dishwasher safe": ["No"],
			Edge: ["Plain", "Granton"],
		},
		facts: [
			"Balanced at the bolster, so it turns without effort. | 重心在护手处，转动毫不费力。",
			"Comes sharp enough for a ripe tomato. | 到手就能切熟番茄。",
			"Riveted handle, no gap for water to hide in. | 铆钉手柄，没有藏水的缝。",
			"The spine is rounded where the finger rests. | 手指搭的刀背处磨圆。",
			"Free sharpening for the first two years. | 头两年免费磨刀。",
		],
		care: [
			"Rinse, dry, and keep it away from the dishwasher and glass boards. | 冲洗，擦干，远离洗碗机和玻璃砧板。",
			"The beech board in the picture is part of the set. | 图中的榉木砧板包含在套装里。",
			"A few strokes on a fine stone each month keep the edge. | 每月在细石上磨几下，刃口常在。",
		],
		goods: `
	Meridian Chef's Knife | 20 cm, the one you reach for | brasswick |
	95 | ink walnut | German steel
	If there is room for one knife only, let it be this: rocks, slices and crushes garlic.
	子午线主厨刀 | 20 厘米，一把走天下
	若只容得下一把刀，就选它：能摇、能切、能拍蒜。
	Garden Paring Knife | 9 cm, for small careful work | brasswick |
	32 | forest coral amber | Stainless steel
	Peels an apple in one ribbon and fits a child's hand as well as a grandmother's.
	花园水果刀 | 9 厘米，精细小活
	削苹果一气呵成，孩子和外婆的手都合适。
	Crumb Bread Knife | 23 cm with a gentle wave | brasswick | 58 | oak cocoa | Stainless steel
	The wave goes through the crust and leaves the crumb alone, even on a warm loaf.
	面包波纹刀 | 23 厘米，切面包不掉渣
	波浪刃切开外皮不伤内里，热面包也行。
	Tide Santoku | 17 cm, thin and quick | brasswick | 84 | teal coal | Japanese steel
	A flat belly for fast, straight cuts; onions hardly notice what happened.
	潮汐三德刀 | 17 厘米，轻薄快切
	平直的刀腹快而直，洋葱还没反应过来。
	Orchard Utility Knife | 13 cm, between big and small | brasswick |
	42 | sage brick | Stainless steel
	Sandwiches, cheese, a melon in the park: the knife for all that is in between.
	果园多用刀 | 13 厘米，大小皆宜
	三明治、奶酪、公园里的瓜：介于其间的一切。
	Smith Carving Knife | 25 cm, long and calm | brasswick | 110 | walnut | Damascus steel
	One long stroke from heel to tip gives slices that look as good as they taste.
	匠人切肉刀 | 25 厘米，一刀到底
	从刀根到刀尖一长拉，切片好看如好吃。
`,
	},
];
