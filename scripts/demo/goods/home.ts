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
			"A dimmer on the cord, where the hand falls. | 调光器在线上，手一落就到。",
			"Warm light of 2700 K, kind to faces and books. | 2700 K 暖光，对脸和书都友善。",
			"The cable is covered in cotton. | 电线包着棉布。",
			"Felt under the foot, so the table stays whole. | 底座有毡，不伤桌面。",
			"The bulb comes with it and can be changed. | 含灯泡，可更换。",
		],
		care: [
			"Dust it with a dry cloth; the shade comes off without tools. | 干布除尘，灯罩免工具取下。",
			"Fits a bulb from any shop, so it will not age with its light. | 任何商店的灯泡都合适，不会随灯泡过时。",
			"Looks good switched off, which is most of the day. | 关着也好看，而它多半是关着的。",
		],
		goods: `
	Evening Table Lamp | Linen shade, brass stem | glimholt | 89 | sand sage ink | Linen and brass
	A pool of light for a book and a glass, and the rest of the room left to the dusk.
	黄昏台灯 | 亚麻灯罩，黄铜灯杆
	一汪光照着书和杯子，其余的房间留给黄昏。
	Mushroom Lamp | A dome that glows below | glimholt | 119 | coral forest butter | Painted steel
	The dome hides the bulb from every chair and paints a soft ring on the table.
	蘑菇灯 | 圆顶柔光，不见灯泡
	圆罩从每把椅子都看不到灯泡，在桌上画出柔和一圈。
	Draughtsman Lamp | An arm that stays put | glimholt |
	98 | coal harbour amber | Steel and aluminium
	Springs hold the arm where you leave it, from the keyboard to the far edge of the plan.
	绘图员台灯 | 灯臂随停随止
	弹簧让灯臂停在你放手的地方，从键盘到图纸的远端。
	Reading Nook Lamp | For the chair by the window | glimholt |
	104 | oat plum teal | Cotton and oak
	Tall enough to look over your shoulder and polite enough not to blind the dog.
	阅读角台灯 | 窗边椅子的好搭档
	高到能越过你的肩，礼貌到不晃狗的眼睛。
	Little Dusk Lamp | Small, for the bedside | glimholt | 54 | blush sky lilac | Painted steel
	Three steps by a tap on the foot; the lowest is a night light that nobody minds.
	小暮床头灯 | 轻触三档，夜里不刺眼
	轻触底座三档，最暗的是谁也不嫌的夜灯。
	Foundry Desk Lamp | Heavy foot, light arm | glimholt | 135 | slate brick | Cast iron and steel
	The iron foot weighs two kilos, so the arm may reach as far as it likes.
	铸造台灯 | 稳重底座，灵活灯臂
	铁底重两公斤，灯臂想伸多远都行。
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
			"The neck holds three stems upright without wire. | 瓶颈不用铁丝就能立住三枝。",
			"Glazed inside, so it is truly watertight. | 内壁上釉，真正不渗水。",
			"Heavy enough for a branch of blossom. | 重到撑得住一枝花。",
			"Looks finished with nothing in it. | 空着也像已经完成。",
			"Thrown by hand and signed under the foot. | 手工拉坯，底部签名。",
		],
		care: [
			"A bottle brush and warm water are all it needs. | 瓶刷和温水就够了。",
			"Change the water every second day and the flowers last a week. | 两天换一次水，花能开一周。",
			"Put two heights side by side; they were drawn as a pair. | 两种高度并排放，本就是一对。",
		],
		goods: `
	Pear Vase | Round below, slim above | kilnmoor | 38 | clay chalk sage | Stoneware
	Its belly carries the water, its neck carries the tulips, and neither shows the effort.
	梨形花瓶 | 下圆上细，稳稳当当
	肚子装水，颈子托郁金香，谁都不显吃力。
	Column Vase | A straight answer for long stems | kilnmoor | 46 | harbour oat coal | Porcelain
	For lilies, branches and other tall guests that need something to lean on.
	立柱花瓶 | 长枝花材的好依靠
	给百合、枝条和其他需要倚靠的高个客人。
	Lantern Vase | A globe with a collar | kilnmoor | 42 | amber lilac teal | Stoneware
	Short stems stand close together in the collar and look like more than they are.
	灯笼花瓶 | 圆肚收口，短枝也丰盈
	短茎在瓶口挤在一起，看着比实际更多。
	Driftline Vase | Glaze like a tide mark | kilnmoor | 52 | sky sand | Stoneware
	Two glazes run into each other at the height where the sea would leave its line.
	潮线花瓶 | 釉色如潮水印记
	两种釉在海水会留痕的高度相融。
	Courtyard Vase | Earth outside, shine inside | kilnmoor | 34 | brick cocoa forest | Terracotta
	Raw terracotta on the outside feels warm in the hand even in February.
	庭院花瓶 | 外陶内釉，冬日也温暖
	外壁是素赤陶，二月里握着也暖。
	First Snow Vase | White on white | kilnmoor | 58 | chalk fog | Bisque porcelain
	Unglazed porcelain drinks the light and gives it back softly.
	初雪花瓶 | 白上加白，柔光如雪
	无釉的瓷饮下光，再柔柔还回来。
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
			"A sweeping movement without a tick. | 扫秒机芯，没有滴答声。",
			"The glass is curved and does not mirror the window. | 弧形玻璃不映窗户。",
			"One AA battery lasts two years. | 一节五号电池用两年。",
			"Hangs on a single screw, which is in the box. | 挂在一颗螺丝上，盒中已附。",
			"Reads easily from across the kitchen. | 隔着厨房也看得清。",
		],
		care: [
			"Wipe the glass with a soft cloth and change the battery in spring. | 软布擦玻璃，春天换电池。",
			"Daylight saving needs one turn of the wheel at the back. | 夏令时只需转一下背后的轮子。",
			"Movements can be exchanged; we keep them for fifteen years. | 机芯可更换，我们备货十五年。",
		],
		goods: `
	Station Clock | Big marks, no doubts | glimholt | 59 | coal brick chalk | Steel and glass
	Drawn after the platform clocks that got a whole country to work on time.
	车站挂钟 | 大刻度，一目了然
	仿自让整个国家准时上班的站台钟。
	Oak Ring Clock | A frame with grain | glimholt | 68 | oak walnut | Oak and glass
	Bent from one strip of oak, so the grain runs once round the hours.
	橡木环挂钟 | 整条橡木弯成的钟框
	由一条橡木弯成，木纹绕时间走一圈。
	Kitchen Minute Clock | With a loud red hand | glimholt | 42 | sky butter sage | Painted steel
	The accent hand shows the seconds, for eggs and for children brushing teeth.
	厨房分秒钟 | 醒目秒针，煮蛋好帮手
	醒目的指针走秒，给煮蛋和刷牙的孩子。
	Quiet Hour Clock | Made for bedrooms | glimholt | 49 | lilac oat slate | Birch and glass
	So silent that you only notice it when you want to know the time.
	静时挂钟 | 卧室无声机芯
	安静到想知道时间才注意到它。
	Harbour Clock | Brass rim, deep blue | glimholt | 85 | ink harbour | Brass and glass
	A ship's clock that never leaves port; the brass darkens nicely over the years.
	港口挂钟 | 黄铜边深海蓝
	从不离港的船钟，黄铜随年月变深。
	Schoolroom Clock | Plain, round, right | glimholt | 38 | forest coral fog | Painted steel
	The one that hung above the blackboard, now without the wish that it went faster.
	教室挂钟 | 朴素圆钟，准时如昔
	曾挂在黑板上方的那一只，如今没人盼它走快。
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
			"Arrives in its pot, rooted and watered. | 连盆送到，已生根浇好水。",
			"A card tells its light and water in two lines. | 卡片用两行写明光照与浇水。",
			"Grown without peat. | 不用泥炭栽培。",
			"Forgives a holiday of two weeks. | 原谅两周的假期。",
			"The pot has a saucer and a hole, as a pot should. | 花盆有托盘也有孔，花盆本该如此。",
		],
		care: [
			"Stick a finger into the earth: dry to the second joint means water. | 手指插进土里，两节都干就浇水。",
			"If it does not settle within thirty days, we send another. | 三十天内没适应，我们再寄一株。",
			"Turn it a quarter every Sunday and it grows straight. | 每周日转四分之一圈，就会长得直。",
		],
		goods: `
	Window Monstera | Big leaves with small windows | kilnmoor |
	32 | clay chalk teal | Terracotta pot
	New leaves come rolled up and open within a week; watching it is half the pleasure.
	窗边龟背竹 | 大叶带孔，生机满满
	新叶卷着来，一周内展开，看着它是一半的乐趣。
	Patient Snake Plant | The one that never complains | kilnmoor | 26 | oat sage coal | Ceramic pot
	Stands in the darkest corner, drinks twice a month and still cleans the air.
	耐心虎尾兰 | 从不抱怨的好养绿植
	站在最暗的角落，一月喝两次，照样净化空气。
	Ledge Philodendron | Heart leaves for a shelf | kilnmoor | 22 | blush harbour | Ceramic pot
	Lets its leaves hang over the edge and hides the cables behind it.
	窗台喜林芋 | 心形叶片垂落书架
	叶子垂过边缘，把电线藏在身后。
	Desert Aloe | Useful on burnt fingers | kilnmoor | 18 | amber brick | Terracotta pot
	Keep it by the stove: one broken leaf soothes what the pan did.
	沙漠芦荟 | 烫伤时的小帮手
	放在灶边：折一片叶，安抚锅闯的祸。
	Garden Calathea | Moves its leaves at night | kilnmoor | 34 | plum lilac | Ceramic pot
	Folds up in the evening as if it were praying and opens with the blinds.
	花园竹芋 | 夜里合叶的小精灵
	傍晚像祈祷般合拢，随百叶窗一起打开。
	Studio Yucca | A tree for a small flat | kilnmoor | 45 | slate sand | Concrete pot
	Gives a room some height without taking any of its floor.
	工作室丝兰 | 小户型里的一棵树
	给房间一点高度，不占它的地面。
`,
	},
];
