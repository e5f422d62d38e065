// Home and decoration.
import type { Line } from "../types.ts";

export const home: Line[] = [
	{
		category: "lamps",
		kind: "lamp",
		sku: "LMP",
		tags: ["lighting", "evening", "dimmable"],
		attributes: {
			Socket: ["E14", "E27", "Built-in LED"],
			Power: ["6 W", "9 W", "12 W"],
			Dimmable: ["Yes", "No"],
		},
		facts: [
			"A dimmer on the cord, where the hand falls.",
			"Warm light of 2700 K, kind to faces and books.",
			"The cable is covered in cotton.",
			"Felt under the foot, so the table stays whole.",
			"The bulb comes with it and can be changed.",
		],
		care: [
			"Dust it with a dry cloth; the shade comes off without tools.",
			"Fits a bulb from any shop, so it will not age with its light.",
			"Looks good switched off, which is most of the day.",
		],
		goods: `
	Evening Table Lamp | Linen shade, brass stem | glimholt | 89 | sand sage ink | Linen and brass
	A pool of light for a book and a glass, and the rest of the room left to the dusk.
	黄昏台灯 | 亚麻灯罩，黄铜灯杆
	Mushroom Lamp | A dome that glows below | glimholt | 119 | coral forest butter | Painted steel
	The dome hides the bulb from every chair and paints a soft ring on the table.
	蘑菇灯 | 圆顶柔光，不见灯泡
	Draughtsman Lamp | An arm that stays put | glimholt |
	98 | coal harbour amber | Steel and aluminium
	Springs hold the arm where you leave it, from the keyboard to the far edge of the plan.
	绘图员台灯 | 灯臂随停随止
	Reading Nook Lamp | For the chair by the window | glimholt |
	104 | oat plum teal | Cotton and oak
	Tall enough to look over your shoulder and polite enough not to blind the dog.
	阅读角台灯 | 窗边椅子的好搭档
	Little Dusk Lamp | Small, for the bedside | glimholt | 54 | blush sky lilac | Painted steel
	Three steps by a tap on the foot; the lowest is a night light that nobody minds.
	小暮床头灯 | 轻触三档，夜里不刺眼
	Foundry Desk Lamp | Heavy foot, light arm | glimholt | 135 | slate brick | Cast iron and steel
	The iron foot weighs two kilos, so the arm may reach as far as it likes.
	铸造台灯 | 稳重底座，灵活灯臂
`,
	},
	{
		category: "vases",
		kind: "vase",
		sku: "VAS",
		tags: ["handmade", "flowers", "decor"],
		size: {
			name: "Height",
			values: [
				["18 cm", 1],
				["28 cm", 1.6],
			],
		},
		attributes: { Watertight: ["Yes"], Finish: ["Glossy", "Satin", "Matt"] },
		facts: [
			"The neck holds three stems upright without wire.",
			"Glazed inside, so it is truly watertight.",
			"Heavy enough for a branch of blossom.",
			"Looks finished with nothing in it.",
			"Thrown by hand and signed under the foot.",
		],
		care: [
			"A bottle brush and warm water are all it needs.",
			"Change the water every second day and the flowers last a week.",
			"Put two heights side by side; they were drawn as a pair.",
		],
		goods: `
	Pear Vase | Round below, slim above | kilnmoor | 38 | clay chalk sage | Stoneware
	Its belly carries the water, its neck carries the tulips, and neither shows the effort.
	梨形花瓶 | 下圆上细，稳稳当当
	Column Vase | A straight answer for long stems | kilnmoor | 46 | harbour oat coal | Porcelain
	For lilies, branches and other tall guests that need something to lean on.
	立柱花瓶 | 长枝花材的好依靠
	Lantern Vase | A globe with a collar | kilnmoor | 42 | amber lilac teal | Stoneware
	Short stems stand close together in the collar and look like more than they are.
	灯笼花瓶 | 圆肚收口，短枝也丰盈
	Driftline Vase | Glaze like a tide mark | kilnmoor | 52 | sky sand | Stoneware
	Two glazes run into each other at the height where the sea would leave its line.
	潮线花瓶 | 釉色如潮水印记
	Courtyard Vase | Earth outside, shine inside | kilnmoor | 34 | brick cocoa forest | Terracotta
	Raw terracotta on the outside feels warm in the hand even in February.
	庭院花瓶 | 外陶内釉，冬日也温暖
	First Snow Vase | White on white | kilnmoor | 58 | chalk fog | Bisque porcelain
	Unglazed porcelain drinks the light and gives it back softly.
	初雪花瓶 | 白上加白，柔光如雪
`,
	},
	{
		category: "clocks",
		kind: "clock",
		sku: "CLK",
		tags: ["silent", "decor", "wall"],
		attributes: {
			Diameter: ["25 cm", "30 cm", "38 cm"],
			Movement: ["Quartz, silent", "Radio-controlled"],
			Battery: ["1 × AA"],
		},
		facts: [
			"A sweeping movement without a tick.",
			"The glass is curved and does not mirror the window.",
			"One AA battery lasts two years.",
			"Hangs on a single screw, which is in the box.",
			"Reads easily from across the kitchen.",
		],
		care: [
			"Wipe the glass with a soft cloth and change the battery in spring.",
			"Daylight saving needs one turn of the wheel at the back.",
			"Movements can be exchanged; we keep them for fifteen years.",
		],
		goods: `
	Station Clock | Big marks, no doubts | glimholt | 59 | coal brick chalk | Steel and glass
	Drawn after the platform clocks that got a whole country to work on time.
	车站挂钟 | 大刻度，一目了然
	Oak Ring Clock | A frame with grain | glimholt | 68 | oak walnut | Oak and glass
	Bent from one strip of oak, so the grain runs once round the hours.
	橡木环挂钟 | 整条橡木弯成的钟框
	Kitchen Minute Clock | With a loud red hand | glimholt | 42 | sky butter sage | Painted steel
	The accent hand shows the seconds, for eggs and for children brushing teeth.
	厨房分秒钟 | 醒目秒针，煮蛋好帮手
	Quiet Hour Clock | Made for bedrooms | glimholt | 49 | lilac oat slate | Birch and glass
	So silent that you only notice it when you want to know the time.
	静时挂钟 | 卧室无声机芯
	Harbour Clock | Brass rim, deep blue | glimholt | 85 | ink harbour | Brass and glass
	A ship's clock that never leaves port; the brass darkens nicely over the years.
	港口挂钟 | 黄铜边深海蓝
	Schoolroom Clock | Plain, round, right | glimholt | 38 | forest coral fog | Painted steel
	The one that hung above the blackboard, now without the wish that it went faster.
	教室挂钟 | 朴素圆钟，准时如昔
`,
	},
	{
		category: "plants",
		kind: "plant",
		sku: "PLT",
		tags: ["green", "air", "gift"],
		size: {
			name: "Pot",
			values: [
				["12 cm", 1],
				["17 cm", 1.6],
				["21 cm", 2.2],
			],
		},
		attributes: {
			Daylight: ["Bright", "Half shade", "Shade"],
			Water: ["Weekly", "Every two weeks", "Rarely"],
			"Safe for pets": ["Yes", "No"],
		},
		facts: [
			"Arrives in its pot, rooted and watered.",
			"A card tells its light and water in two lines.",
			"Grown without peat.",
			"Forgives a holiday of two weeks.",
			"The pot has a saucer and a hole, as a pot should.",
		],
		care: [
			"Stick a finger into the earth: dry to the second joint means water.",
			"If it does not settle within thirty days, we send another.",
			"Turn it a quarter every Sunday and it grows straight.",
		],
		goods: `
	Window Monstera | Big leaves with small windows | kilnmoor |
	32 | clay chalk teal | Terracotta pot
	New leaves come rolled up and open within a week; watching it is half the pleasure.
	窗边龟背竹 | 大叶带孔，生机满满
	Patient Snake Plant | The one that never complains | kilnmoor | 26 | oat sage coal | Ceramic pot
	Stands in the darkest corner, drinks twice a month and still cleans the air.
	耐心虎尾兰 | 从不抱怨的好养绿植
	Ledge Philodendron | Heart leaves for a shelf | kilnmoor | 22 | blush harbour | Ceramic pot
	Lets its leaves hang over the edge and hides the cables behind it.
	窗台喜林芋 | 心形叶片垂落书架
	Desert Aloe | Useful on burnt fingers | kilnmoor | 18 | amber brick | Terracotta pot
	Keep it by the stove: one broken leaf soothes what the pan did.
	沙漠芦荟 | 烫伤时的小帮手
	Garden Calathea | Moves its leaves at night | kilnmoor | 34 | plum lilac | Ceramic pot
	Folds up in the evening as if it were praying and opens with the blinds.
	花园竹芋 | 夜里合叶的小精灵
	Studio Yucca | A tree for a small flat | kilnmoor | 45 | slate sand | Concrete pot
	Gives a room some height without taking any of its floor.
	工作室丝兰 | 小户型里的一棵树
`,
	},
];
