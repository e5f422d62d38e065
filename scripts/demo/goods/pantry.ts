// Preserves and chocolate.
import type { Line } from "../types.ts";

export const pantry: Line[] = [
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
			"Cooked in copper, twenty jars at a time. | 铜锅熬煮，一次二十罐。",
			"More fruit than sugar. | 果多于糖。",
			"Set with lemon and patience, not with powder. | 靠柠檬和耐心凝结，不靠粉。",
			"Picked ripe and cooked the same day. | 熟了采，当天煮。",
			"The label comes off in warm water. | 标签温水即落。",
		],
		care: [
			"Once open, keep it cold and finish it within a month, which is easy. | 开封后冷藏，一个月内吃完，这很容易。",
			"Bring the jar back to the shop for fifty cents. | 把罐子带回店里，返五十分。",
			"Also good with cheese; try it before you object. | 配奶酪也好，反对之前先尝尝。",
		],
		goods: `
	Orchard Honey | Blossom in a jar | thistlejar | 11 | amber sand | Apple blossom honey
	The bees work our neighbours' orchards in May, and this is their report.
	果园蜂蜜 | 苹果花蜜，五月之味
	蜜蜂五月在邻居果园工作，这是它们的报告。
	Red Currant Jelly | Sharp, bright and clear | thistlejar |
	8 | brick blush | Red currants, cane sugar
	Through it you can read the newspaper, if it is held against the window.
	红醋栗果冻 | 酸甜透亮
	透过它能读报，只要对着窗户。
	Plum & Star Anise Jam | Dark and slow | thistlejar |
	9 | plum ink | Plums, cane sugar, star anise
	Stirred for six hours by someone with a good book.
	李子八角果酱 | 慢熬六小时
	由一个带着好书的人搅拌六小时。
	Seville Marmalade | Thick cut, properly bitter | thistlejar |
	9.5 | coral butter | Oranges, cane sugar
	Peel cut by hand, bitter enough to wake the toast.
	塞维利亚橘子酱 | 厚切果皮，微苦
	手切果皮，苦到能叫醒吐司。
	Green Tomato Chutney | For cheese and leftovers | thistlejar |
	8.5 | forest sage | Tomatoes, onions, vinegar
	What to do when summer ends too early; now we hope that it does.
	青番茄酸甜酱 | 配奶酪剩菜都好
	夏天结束得太早该做什么，如今我们盼它早点结束。
	Pear & Vanilla Spread | Soft, like October | thistlejar | 9 | oat harbour | Pears, vanilla
	Only pears and a pod, cooked until they agree.
	香草梨果酱 | 柔滑如十月
	只有梨和一根香草荚，煮到它们意见一致。
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
			"Ground for three days between stones. | 石磨三天。",
			"Breaks with a clean snap. | 掰断时声音清脆。",
			"Cocoa from two cooperatives we visit. | 可可来自我们走访的两家合作社。",
			"Wrapped in paper you can plant. | 包装纸可以种进土里。",
			"Melts slowly; do not chew. | 慢慢化，别嚼。",
		],
		care: [
			"Keep it cool, not cold, and not beside the garlic. | 阴凉存放，不必冰，也别放大蒜旁。",
			"Eight squares, which is one for each evening and one for the cook. | 八格，每晚一格，还有一格给厨师。",
			"Printed inside the wrapper: a recipe. | 包装内印着一份食谱。",
		],
		goods: `
	Coast Salt Dark | A wave over cocoa | thistlejar |
	5.5 | harbour ink | Cocoa, cane sugar, sea salt
	The salt comes at the end, when you thought that it was over.
	海盐黑巧 | 尾韵一抹海盐
	盐在最后才来，在你以为结束的时候。
	Hazel Milk | Nuts before all | thistlejar | 5.5 | amber cocoa | Cocoa, milk, hazelnuts
	As many hazelnuts as the bar can hold without turning into a nut.
	榛子牛奶巧克力 | 满满整颗榛果
	榛子多到再加就成坚果了。
	Raspberry Noir | Sharp fruit in the dark | thistlejar |
	6 | plum blush | Cocoa, cane sugar, raspberries
	Freeze-dried berries crack and wake the tongue.
	覆盆子黑巧 | 冻干莓果，酸爽醒味
	冻干的莓果噼啪作响，叫醒舌头。
	Caramel Field | Milk, slowly browned | thistlejar | 5.5 | butter clay | Cocoa, caramelised milk
	The milk was browned on purpose and the result was worth the smoke alarm.
	焦糖田野巧克力 | 慢焦牛奶香
	牛奶是故意焦化的，结果对得起烟雾报警器。
	Mint Meadow | Leaves, not toothpaste | thistlejar | 5.5 | sage forest | Cocoa, cane sugar, mint
	Real mint, dried and rubbed, so it tastes of garden.
	薄荷草地黑巧 | 真薄荷叶的清香
	真薄荷，晒干揉碎，吃得到花园。
	Plain Eighty-Five | For those who mean it | thistlejar | 6.5 | coal brick | Cocoa, cane sugar
	Two contents and nothing to hide behind.
	八五纯黑巧 | 两种原料，毫不遮掩
	两种成分，没什么可躲藏。
`,
	},
];
