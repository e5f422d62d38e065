// Tea and coffee.
import type { Line } from "../types.ts";

export const drinks: Line[] = [
	{
		category: "tea",
		kind: "tea",
		sku: "TEA",
		tags: ["organic", "gift", "loose leaf"],
		made: { attribute: "Origin", lead: "Grown in" },
		size: {
			name: "Weight",
			values: [
				["80 g tin", 1],
				["200 g refill", 1.9],
			],
		},
		attributes: {
			Caffeine: ["Yes", "Low", "None"],
			Organic: ["Yes"],
			Steep: ["2 minutes", "3 minutes", "5 minutes"],
		},
		exceptions: {
			"Meadow Chamomile": { Caffeine: "None" },
			"First Light Breakfast": { Caffeine: "Yes" },
			"Jade Terrace Green": { Caffeine: "Low" },
			"Smoke House Black": { Caffeine: "Yes" },
			"Harbour Earl": { Caffeine: "Yes" },
			"Moonlit Oolong": { Caffeine: "Low" },
		},
		facts: [
			"Whole leaves that open in the cup. | 整叶在杯中舒展。",
			"Good for a second and a third infusion. | 可再泡第二、第三道。",
			"Packed within weeks of the harvest. | 采收后数周内包装。",
			"The tin closes with a sigh, airtight. | 罐子轻叹一声合上，密不透气。",
			"The grower's name is on the lid. | 盖上写着种植者的名字。",
		],
		care: [
			"A heaped spoon for a pot, water a little below the boil. | 一壶一满匙，水略低于沸点。",
			"Refill bags fit the tin exactly. | 补充袋正好装满罐。",
			"Keep it away from coffee; they do not get on. | 离咖啡远一点，它们合不来。",
		],
		goods: `
	First Light Breakfast | Strong, malty, forgiving | morrowleaf |
	12.5 | brick cocoa | Assam, India
	Takes milk, takes sugar, takes ten minutes forgotten on the kitchen counter.
	第一缕光早餐茶 | 浓郁麦香，怎么泡都好
	加奶、加糖、在厨房台面被遗忘十分钟，都行。
	Jade Terrace Green | Fresh, nutty, clear | morrowleaf | 15 | forest sage | Zhejiang, China
	Pan-fired by hand in spring; the cup smells of chestnuts and cut grass.
	玉台绿茶 | 春采手炒，栗香清鲜
	春天手工锅炒，杯中有栗子和青草香。
	Moonlit Oolong | Between green and dark | morrowleaf | 18 | teal amber | Fujian, China
	Rolled pearls that take a minute to wake and an afternoon to finish.
	月光乌龙 | 半醒茶珠，回甘悠长
	卷成珠的茶，醒来一分钟，喝完一下午。
	Meadow Chamomile | A quiet cup for late | morrowleaf | 11 | butter oat | Thuringia, Germany
	Whole flowers, no dust; the cup is golden and the evening longer.
	草甸洋甘菊 | 整朵花茶，晚间安神
	整朵花，无碎末，杯色金黄，夜晚更长。
	Harbour Earl | Bergamot with restraint | morrowleaf |
	13.5 | ink harbour | Nuwara Eliya, Sri Lanka
	The bergamot is pressed, not sprayed, and knows when to stop.
	港湾伯爵茶 | 鲜榨佛手柑，恰到好处
	佛手柑是压榨的，不是喷的，懂得适可而止。
	Smoke House Black | Pine smoke and plum | morrowleaf | 16 | coal plum | Wuyi Mountains, China
	Dried over pine fires, as if somebody had steeped an autumn walk.
	烟小种红茶 | 松烟梅香
	在松火上烘干，像泡了一场秋日散步。
`,
	},
	{
		category: "coffee",
		kind: "coffee",
		sku: "COF",
		tags: ["organic", "fresh roast", "fair"],
		made: { attribute: "Origin", lead: "Grown in" },
		size: {
			name: "Weight",
			values: [
				["250 g", 1],
				["500 g", 1.85],
				["1 kg", 3.5],
			],
		},
		attributes: {
			Roast: ["Light", "Medium", "Dark"],
			Grind: ["Whole bean", "Filter", "Espresso"],
			Organic: ["Yes", "No"],
		},
		exceptions: {
			"Night Train Dark": { Roast: "Dark" },
			"Orchid Filter": { Roast: "Light" },
			"Hillside Espresso": { Roast: "Dark" },
		},
		facts: [
			"Roasted on Tuesday, sent on Wednesday. | 周二烘焙，周三寄出。",
			"Bought from the farm at a price we print on the bag. | 向农场采购，价格印在袋上。",
			"A valve keeps the air out and the scent in. | 气阀挡住空气，留住香气。",
			"Good with milk, better without. | 加奶好，不加更好。",
			"Rested for a week before it leaves. | 出门前静置一周。",
		],
		care: [
			"Grind it just before; a hand mill is enough. | 现磨现喝，手磨就够。",
			"Best between one and six weeks after roasting. | 烘焙后一到六周最佳。",
			"The bag is paper and corn: it may go on the compost. | 袋子由纸和玉米制成，可堆肥。",
		],
		goods: `
	Hillside Espresso | Cocoa, hazelnut, patience | morrowleaf |
	13 | cocoa brick | Minas Gerais, Brazil
	Thick, sweet and even-tempered; the espresso for people who want no surprises at seven.
	山坡浓缩咖啡 | 可可榛果，稳定香甜
	醇厚、甜润、平和，给早上七点不想要惊喜的人的意式。
	Orchid Filter | Jasmine, peach, light | morrowleaf | 16 | blush lilac | Yirgacheffe, Ethiopia
	So floral that some guests ask which tea it is.
	兰花手冲豆 | 茉莉蜜桃，清亮花香
	花香浓到有客人问这是什么茶。
	Night Train Dark | Bold, smoky, awake | morrowleaf | 12 | coal ink | Sumatra, Indonesia
	Roasted until it speaks in a low voice.
	夜车深烘 | 醇厚烟熏，提神
	烘到它低声说话为止。
	Market House Blend | For the big pot | morrowleaf | 11 | oat clay | Colombia and Honduras
	Made to please a table of eight who cannot agree on anything else.
	集市拼配 | 一大壶人人爱
	为八个什么都谈不拢的人准备的一壶。
	Slow Lane Decaf | All the taste, none of the night | morrowleaf |
	14 | sage teal | Cauca, Colombia
	Freed of caffeine by water alone; nobody at the table noticed.
	慢车道低因 | 水洗脱因，风味不减
	只用水去除咖啡因，桌上没人察觉。
	Red Cherry Natural | Dried in the fruit | morrowleaf | 18 | coral plum | Tarrazú, Costa Rica
	Tastes of strawberry jam in a way that is hard to believe and easy to repeat.
	红樱桃日晒豆 | 草莓果酱般的香甜
	有草莓酱的味道，难以置信，却容易再来一杯。
`,
	},
];
