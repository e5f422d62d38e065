// Yoga mats, dumbbells and bottles.
import type { Line } from "../types.ts";

export const fitness: Line[] = [
	{
		category: "mats",
		kind: "mat",
		sku: "MAT",
		tags: ["yoga", "natural", "non-slip"],
		size: {
			name: "Thickness",
			values: [
				["3 mm", 1],
				["5 mm", 1.25],
			],
		},
		attributes: {
			Length: ["173 cm", "183 cm", "200 cm"],
			Weight: ["1.6 kg", "2.3 kg"],
			"Latex-free": ["Yes", "No"],
		},
		exceptions: {
			"Studio Long Mat": { Length: "200 cm", "Latex-free": "No" },
			"Tidal Yoga Mat": { "Latex-free": "No" },
			"First Breath Mat": { "Latex-free": "Yes" },
		},
		facts: [
			"Grips the floor and the hand, wet too. | 抓地也抓手，湿了也一样。",
			"Lies flat as soon as you unroll it. | 一铺开就平整。",
			"Smells of next to nothing. | 几乎没有气味。",
			"A fine line helps you find the middle. | 一道细线帮你找到中心。",
			"Comes with a cotton strap. | 附棉质绑带。",
		],
		care: [
			"Wipe it with water and a drop of vinegar, dry it in the shade. | 用水加一滴醋擦拭，阴凉处晾干。",
			"Roll it with the top outside and the corners stay down. | 正面朝外卷，四角不翘。",
			"After its life on the floor it makes good knee pads for gardening. | 退役后当园艺护膝垫正好。",
		],
		goods: `
	Tidal Yoga Mat | Grip for wet palms | cairnway | 69 | teal lilac fog | Natural rubber
	Holds you in downward dog on the hottest day of the year.
	潮汐瑜伽垫 | 湿手也防滑
	一年里最热的一天，下犬式也稳。
	Cork Floor Mat | Warm, dry, a bit rustic | cairnway | 79 | cocoa sand | Cork and rubber
	Grips better the more you sweat, and looks like good parquet.
	软木瑜伽垫 | 越出汗越防滑
	越出汗越抓，看着像好地板。
	First Breath Mat | Soft, for beginners | cairnway | 35 | blush sky sage | TPE foam
	Soft under knees that have not done this since school.
	初息瑜伽垫 | 新手软垫
	给自学生时代就没跪过的膝盖。
	Travel Fold Mat | Folds like a shirt | cairnway | 45 | ink coral | Microfibre and rubber
	Fits between two jumpers and makes any hotel floor your own.
	旅行折叠垫 | 像衬衫一样折起
	夹在两件毛衣之间，任何酒店地板都成了自己的。
	Studio Long Mat | For the tall | cairnway | 85 | plum forest slate | Natural rubber
	Two metres long, so that heads and heels both get a place.
	加长瑜伽垫 | 两米长，高个子友好
	两米长，头和脚跟都有位置。
	Desk Break Mat | Ten minutes beside the chair | cairnway | 39 | butter harbour | Recycled foam
	Short enough to lie behind a desk and remind you that you have a back.
	办公小憩垫 | 桌边十分钟伸展
	短到能躺在书桌后，提醒你还有背。
`,
	},
	{
		category: "weights",
		kind: "dumbbell",
		sku: "DMB",
		tags: ["fitness", "strength", "home gym"],
		size: {
			name: "Weight",
			values: [
				["2 × 2 kg", 1],
				["2 × 4 kg", 1.6],
				["2 × 8 kg", 2.6],
			],
		},
		attributes: {
			Coating: ["Neoprene", "Rubber", "Chrome"],
			Grip: ["Knurled", "Smooth", "Contoured"],
			Warranty: ["3 years", "5 years"],
		},
		facts: [
			"Does not roll away. | 不会滚走。",
			"Quiet when it meets the floor. | 落地安静。",
			"A grip that is rough enough, not more. | 握把恰好够糙。",
			"Weighed: what it says is what it is. | 经过称重：写多少就是多少。",
			"Sold as a pair. | 成对出售。",
		],
		care: [
			"Wipe, dry, done. | 擦一擦，晾干，完事。",
			"A poster with twelve exercises is in the box. | 盒中有十二个动作的海报。",
			"Start with less than you think; exchange within 60 days. | 从比你以为的更轻开始，60 天内可换。",
		],
		goods: `
	Anchor Dumbbells | Rubber ends, steel middle | cairnway | 45 | coal coral | Steel and rubber
	The pair that lies next to the sofa until, one evening, you pick it up.
	锚形哑铃 | 胶头钢柄，一对装
	躺在沙发旁，直到某个晚上你把它拿起来。
	Pastel Hand Weights | Light and soft to hold | cairnway |
	28 | blush sage lilac | Iron and neoprene
	Friendly colours for serious repetitions.
	柔彩小哑铃 | 包胶柔软，轻量训练
	友好的颜色，认真的重复。
	Foundry Hex Dumbbells | Six sides, no rolling | cairnway | 52 | slate | Cast iron
	Cast in one piece, with edges that stay where you leave them.
	铸造六角哑铃 | 六角防滚，整体铸造
	一体铸成，放哪儿就在哪儿。
	Chrome Club Dumbbells | Like in the old gym | cairnway | 64 | silver ink | Chromed steel
	They shine, they clink, and they make you stand a little straighter.
	镀铬哑铃 | 老式健身房的质感
	闪亮、叮当，让人站得更直。
	Oak Grip Dumbbells | Wood where the hand is | cairnway | 74 | oak walnut | Oak and iron
	A warm oak grip between two discs: too good-looking to hide.
	橡木握把哑铃 | 实木握感，颜值在线
	两片之间温润的橡木握把，好看得舍不得藏。
	Balcony Set Dumbbells | Weatherproof, rustproof | cairnway |
	39 | teal amber harbour | Coated iron
	May stay outside through the summer, so the excuse of the weather is gone.
	阳台哑铃 | 防锈耐候，户外可放
	整个夏天都能放在外面，天气的借口没了。
`,
	},
	{
		category: "bottles",
		kind: "bottle",
		sku: "BTL",
		tags: ["plastic-free", "travel", "school"],
		size: {
			name: "Capacity",
			values: [
				["350 ml", 1],
				["500 ml", 1.15],
				["750 ml", 1.35],
			],
		},
		attributes: {
			Insulated: ["Yes", "No"],
			"Keeps cold": ["12 h", "24 h"],
			"Dishwasher safe": ["Yes", "Lid only"],
		},
		exceptions: {
			"Spring Flask": { Insulated: "Yes" },
			"Summit Flask": { Insulated: "Yes" },
			"Classroom Bottle": { Insulated: "No", "Keeps cold": "" },
			"Long Ride Bottle": { Insulated: "No", "Keeps cold": "" },
			"Orchard Glass Bottle": { Insulated: "No", "Keeps cold": "" },
		},
		facts: [
			"Tight, even upside down in a bag. | 倒放在包里也不漏。",
			"A mouth wide enough for ice and a brush. | 瓶口宽，冰块和刷子都进得去。",
			"No taste of yesterday. | 没有昨天的味道。",
			"The loop takes a carabiner or a finger. | 挂环可扣登山扣，也可勾手指。",
			"Fits the cup holder of a pram, a car and a bike. | 婴儿车、汽车、自行车的杯架都合适。",
		],
		care: [
			"Seals can be bought for a coin and changed in a second. | 密封圈一枚硬币就能买，一秒换好。",
			"Dents do not harm it; we call them dates. | 凹痕不碍事，我们叫它日期。",
			"Baking soda overnight makes it new. | 小苏打泡一夜，焕然一新。",
		],
		goods: `
	Spring Flask | Cold all day | cairnway | 29 | sky forest coral | Stainless steel
	Fill it with ice at seven and it still rattles on the way home.
	清泉保冷瓶 | 一整天都冰凉
	七点装满冰，回家路上还在响。
	Summit Flask | Hot at the top | cairnway | 34 | ink amber brick | Stainless steel
	Tea stays hot to the summit and half the way down.
	登顶保温瓶 | 山顶还有热茶
	茶到山顶还热，下到半山也热。
	Classroom Bottle | Small hands, big gulps | cairnway | 19 | butter lilac teal | Tritan
	Opens with one click, closes with another, and the homework stays dry.
	课堂水瓶 | 一键开合不漏水
	咔一声开，再一声关，作业本一直是干的。
	Studio Bottle | Slim beside the keyboard | cairnway | 26 | oat slate blush | Steel
	Narrow, quiet on the desk, and tight beside things with a warranty.
	工作室水瓶 | 修长不占桌面
	窄身，放在桌上安静，放在有保修的东西旁也安心。
	Long Ride Bottle | Squeeze and go on | pedalune | 15 | plum sage | Soft bioplastic
	A soft body, a quick valve, and no need to look down from the road.
	长途骑行水壶 | 一挤即饮
	软瓶身，快阀门，不必把眼睛从路上移开。
	Orchard Glass Bottle | See what you drink | cairnway | 24 | clay harbour | Glass and silicone
	Glass for a clean taste, in a sleeve that has saved it many times.
	果园玻璃瓶 | 玻璃瓶身，硅胶护套
	玻璃味道干净，套子救过它很多次。
`,
	},
];
