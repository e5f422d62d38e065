// Tea, coffee, preserves, chocolate.
import type { Line } from "../types.ts";

export const pantry: Line[] = [
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
			"Whole leaves that open in the cup.",
			"Good for a second and a third infusion.",
			"Packed within weeks of the harvest.",
			"The tin closes with a sigh, airtight.",
			"The grower's name is on the lid.",
		],
		care: [
			"A heaped spoon for a pot, water a little below the boil.",
			"Refill bags fit the tin exactly.",
			"Keep it away from coffee; they do not get on.",
		],
		goods: `
	First Light Breakfast | Strong, malty, forgiving | morrowleaf |
	12.5 | brick cocoa | Assam, India
	Takes milk, takes sugar, takes ten minutes forgotten on the kitchen counter.
	第一缕光早餐茶 | 浓郁麦香，怎么泡都好
	Jade Terrace Green | Fresh, nutty, clear | morrowleaf | 15 | forest sage | Zhejiang, China
	Pan-fired by hand in spring; the cup smells of chestnuts and cut grass.
	玉台绿茶 | 春采手炒，栗香清鲜
	Moonlit Oolong | Between green and dark | morrowleaf | 18 | teal amber | Fujian, China
	Rolled pearls that take a minute to wake and an afternoon to finish.
	月光乌龙 | 半醒茶珠，回甘悠长
	Meadow Chamomile | A quiet cup for late | morrowleaf | 11 | butter oat | Thuringia, Germany
	Whole flowers, no dust; the cup is golden and the evening longer.
	草甸洋甘菊 | 整朵花茶，晚间安神
	Harbour Earl | Bergamot with restraint | morrowleaf |
	13.5 | ink harbour | Nuwara Eliya, Sri Lanka
	The bergamot is pressed, not sprayed, and knows when to stop.
	港湾伯爵茶 | 鲜榨佛手柑，恰到好处
	Smoke House Black | Pine smoke and plum | morrowleaf | 16 | coal plum | Wuyi Mountains, China
	Dried over pine fires, as if somebody had steeped an autumn walk.
	烟小种红茶 | 松烟梅香
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
			"Roasted on Tuesday, sent on Wednesday.",
			"Bought from the farm at a price we print on the bag.",
			"A valve keeps the air out and the scent in.",
			"Good with milk, better without.",
			"Rested for a week before it leaves.",
		],
		care: [
			"Grind it just before; a hand mill is enough.",
			"Best between one and six weeks after roasting.",
			"The bag is paper and corn: it may go on the compost.",
		],
		goods: `
	Hillside Espresso | Cocoa, hazelnut, patience | morrowleaf |
	13 | cocoa brick | Minas Gerais, Brazil
	Thick, sweet and even-tempered; the espresso for people who want no surprises at seven.
	山坡浓缩咖啡 | 可可榛果，稳定香甜
	Orchid Filter | Jasmine, peach, light | morrowleaf | 16 | blush lilac | Yirgacheffe, Ethiopia
	So floral that some guests ask which tea it is.
	兰花手冲豆 | 茉莉蜜桃，清亮花香
	Night Train Dark | Bold, smoky, awake | morrowleaf | 12 | coal ink | Sumatra, Indonesia
	Roasted until it speaks in a low voice.
	夜车深烘 | 醇厚烟熏，提神
	Market House Blend | For the big pot | morrowleaf | 11 | oat clay | Colombia and Honduras
	Made to please a table of eight who cannot agree on anything else.
	集市拼配 | 一大壶人人爱
	Slow Lane Decaf | All the taste, none of the night | morrowleaf |
	14 | sage teal | Cauca, Colombia
	Freed of caffeine by water alone; nobody at the table noticed.
	慢车道低因 | 水洗脱因，风味不减
	Red Cherry Natural | Dried in the fruit | morrowleaf | 18 | coral plum | Tarrazú, Costa Rica
	Tastes of strawberry jam in a way that is hard to believe and easy to repeat.
	红樱桃日晒豆 | 草莓果酱般的香甜
`,
	},
	{
		category: "preserves",
		kind: "jar",
		sku: "JAR",
		tags: ["handmade", "breakfast", "gift"],
		made: { attribute: "Contains", lead: "Contains" },
		size: {
			name: "Weight",
			values: [
				["220 g", 1],
				["340 g", 1.4],
			],
		},
		attributes: {
			Vegan: ["Yes", "No"],
			Sugar: ["Reduced", "Regular"],
			"Best before": ["12 months", "24 months"],
		},
		exceptions: {
			"Orchard Honey": { Vegan: "No", Sugar: "" },
			"Red Currant Jelly": { Vegan: "Yes" },
			"Plum & Star Anise Jam": { Vegan: "Yes" },
			"Seville Marmalade": { Vegan: "Yes" },
			"Green Tomato Chutney": { Vegan: "Yes" },
			"Pear & Vanilla Spread": { Vegan: "Yes", Sugar: "Reduced" },
		},
		facts: [
			"Cooked in copper, twenty jars at a time.",
			"More fruit than sugar.",
			"Set with lemon and patience, not with powder.",
			"Picked ripe and cooked the same day.",
			"The label comes off in warm water.",
		],
		care: [
			"Once open, keep it cold and finish it within a month, which is easy.",
			"Bring the jar back to the shop for fifty cents.",
			"Also good with cheese; try it before you object.",
		],
		goods: `
	Orchard Honey | Blossom in a jar | thistlejar | 11 | amber sand | Apple blossom honey
	The bees work our neighbours' orchards in May, and this is their report.
	果园蜂蜜 | 苹果花蜜，五月之味
	Red Currant Jelly | Sharp, bright and clear | thistlejar |
	8 | brick blush | Red currants, cane sugar
	Through it you can read the newspaper, if it is held against the window.
	红醋栗果冻 | 酸甜透亮
	Plum & Star Anise Jam | Dark and slow | thistlejar |
	9 | plum ink | Plums, cane sugar, star anise
	Stirred for six hours by someone with a good book.
	李子八角果酱 | 慢熬六小时
	Seville Marmalade | Thick cut, properly bitter | thistlejar |
	9.5 | coral butter | Oranges, cane sugar
	Peel cut by hand, bitter enough to wake the toast.
	塞维利亚橘子酱 | 厚切果皮，微苦
	Green Tomato Chutney | For cheese and leftovers | thistlejar |
	8.5 | forest sage | Tomatoes, onions, vinegar
	What to do when summer ends too early; now we hope that it does.
	青番茄酸甜酱 | 配奶酪剩菜都好
	Pear & Vanilla Spread | Soft, like October | thistlejar | 9 | oat harbour | Pears, vanilla
	Only pears and a pod, cooked until they agree.
	香草梨果酱 | 柔滑如十月
`,
	},
	{
		category: "chocolate",
		kind: "chocolate",
		sku: "CHO",
		tags: ["fair", "vegan", "gift"],
		made: { attribute: "Contains", lead: "Contains" },
		size: {
			name: "Pack",
			values: [
				["70 g", 1],
				["3 × 70 g", 2.7],
			],
		},
		attributes: {
			Cocoa: ["45 %", "65 %", "75 %", "85 %"],
			Vegan: ["Yes", "No"],
			"Single origin": ["Yes", "No"],
		},
		exceptions: {
			"Plain Eighty-Five": { Cocoa: "85 %", Vegan: "Yes" },
			"Hazel Milk": { Cocoa: "45 %", Vegan: "No" },
			"Caramel Field": { Cocoa: "45 %", Vegan: "No" },
			"Coast Salt Dark": { Cocoa: "75 %", Vegan: "Yes" },
			"Raspberry Noir": { Cocoa: "75 %", Vegan: "Yes" },
			"Mint Meadow": { Cocoa: "65 %", Vegan: "Yes" },
		},
		facts: [
			"Ground for three days between stones.",
			"Breaks with a clean snap.",
			"Cocoa from two cooperatives we visit.",
			"Wrapped in paper you can plant.",
			"Melts slowly; do not chew.",
		],
		care: [
			"Keep it cool, not cold, and not beside the garlic.",
			"Eight squares, which is one for each evening and one for the cook.",
			"Printed inside the wrapper: a recipe.",
		],
		goods: `
	Coast Salt Dark | A wave over cocoa | thistlejar |
	5.5 | harbour ink | Cocoa, cane sugar, sea salt
	The salt comes at the end, when you thought that it was over.
	海盐黑巧 | 尾韵一抹海盐
	Hazel Milk | Nuts before all | thistlejar | 5.5 | amber cocoa | Cocoa, milk, hazelnuts
	As many hazelnuts as the bar can hold without turning into a nut.
	榛子牛奶巧克力 | 满满整颗榛果
	Raspberry Noir | Sharp fruit in the dark | thistlejar |
	6 | plum blush | Cocoa, cane sugar, raspberries
	Freeze-dried berries crack and wake the tongue.
	覆盆子黑巧 | 冻干莓果，酸爽醒味
	Caramel Field | Milk, slowly browned | thistlejar | 5.5 | butter clay | Cocoa, caramelised milk
	The milk was browned on purpose and the result was worth the smoke alarm.
	焦糖田野巧克力 | 慢焦牛奶香
	Mint Meadow | Leaves, not toothpaste | thistlejar | 5.5 | sage forest | Cocoa, cane sugar, mint
	Real mint, dried and rubbed, so it tastes of garden.
	薄荷草地黑巧 | 真薄荷叶的清香
	Plain Eighty-Five | For those who mean it | thistlejar | 6.5 | coal brick | Cocoa, cane sugar
	Two contents and nothing to hide behind.
	八五纯黑巧 | 两种原料，毫不遮掩
`,
	},
];
