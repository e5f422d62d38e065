// Shoes and bags.
import type { Line } from "../types.ts";

export const carry: Line[] = [
	{
		category: "shoes",
		kind: "sneaker",
		sku: "SNK",
		tags: ["running", "everyday", "vegan"],
		size: {
			name: "Size",
			values: [
				["38", 1],
				["39", 1],
				["40", 1],
				["41", 1],
				["42", 1],
				["43", 1],
			],
		},
		attributes: {
			Sole: ["Natural rubber", "EVA foam", "Cork and rubber"],
			Waterproof: ["Yes", "No"],
			Drop: ["4 mm", "6 mm", "8 mm"],
		},
		facts: [
			"The sole is stitched, so a cobbler can change it. | 鞋底是缝上的，鞋匠可以更换。",
			"A tongue that stays in the middle. | 鞋舌始终居中。",
			"Insoles come out for washing. | 鞋垫可取出清洗。",
			"Room for toes. | 脚趾有余地。",
			"Laces of cotton that hold their knot. | 棉质鞋带，系好不松。",
		],
		care: [
			"Brush off the mud, stuff with paper, never on the heater. | 刷掉泥，塞上纸，千万别放暖气上。",
			"New soles cost a third of a new pair; we do it in a week. | 换底只要新鞋的三分之一，一周完成。",
			"Fits as usual; with thick socks take half a size more. | 正常尺码，穿厚袜请选大半码。",
		],
		goods: `
	Loop Runner | Soft landing, quick start | loopfell | 119 | coral harbour coal | Recycled mesh
	For the five kilometres that you promised yourself and the ten that follow.
	Loop 跑鞋 | 软着陆，快起步
	为你答应自己的五公里，以及随后的十公里。
	Court Classic | A white shoe with memory | loopfell | 95 | chalk sage ink | Leather
	Looks good new and better after a summer of gravel and ice cream.
	球场经典鞋 | 小白鞋，越穿越有味
	新的时候好看，经过一夏的碎石与冰淇淋更好看。
	Ridge Trainer | Grip for wet roots | loopfell | 139 | forest amber slate | Recycled nylon
	Lugs that bite into mud and let go of it at the door.
	山脊越野鞋 | 湿滑树根也抓得住
	鞋齿咬住泥地，到门口就松口。
	Canvas Skipper | For boats and boardwalks | loopfell | 69 | sky butter brick | Organic canvas
	Dries in the sun in an hour and never squeaks on the deck.
	船长帆布鞋 | 甲板海边都好走
	太阳下一小时晒干，在甲板上从不吱吱作响。
	City Walker | Ten thousand steps, no blister | loopfell | 110 | lilac teal oat | Knitted wool
	Knitted wool that gives where the foot is wide and holds where it is narrow.
	城市步行鞋 | 万步不磨脚
	针织羊毛，脚宽处让，脚窄处托。
	Night Shift Trainer | All dark, one bright line | loopfell | 125 | coal plum | Leather and mesh
	A strip that lights up in headlamps, and a black that goes with all the rest.
	夜行运动鞋 | 全黑鞋身，一线反光
	车灯下会亮的一条，与百搭的黑。
`,
	},
	{
		category: "bags",
		kind: "backpack",
		sku: "BPK",
		tags: ["travel", "school", "waterproof"],
		size: {
			name: "Volume",
			values: [
				["18 l", 1],
				["24 l", 1.15],
				["30 l", 1.3],
			],
		},
		attributes: {
			Laptop: ["Up to 13 in", "Up to 15 in", "Up to 16 in"],
			Waterproof: ["Yes", "Water-repellent"],
			Weight: ["620 g", "780 g", "940 g"],
		},
		exceptions: {
			"Rolltop Messenger Pack": { Waterproof: "Yes" },
		},
		facts: [
			"A sleeve for the laptop that does not touch the ground. | 电脑夹层不触地。",
			"Straps that stay on narrow shoulders. | 窄肩也挂得住的背带。",
			"A pocket at the back for what must not get lost. | 背后有口袋，放不能丢的东西。",
			"Opens wide like a doctor's bag. | 像医生包一样敞开。",
			"Buckles you can close with cold fingers. | 冻僵的手指也能扣上的扣子。",
		],
		care: [
			"Wipe with soap and water; the lining turns inside out. | 肥皂水擦拭，内衬可翻出。",
			"Buckles, straps and zips are repaired for ten years. | 扣具、背带与拉链保修十年。",
			"Fits under the seat of every airline that we flew. | 我们坐过的航空公司，座位下都放得进。",
		],
		goods: `
	Commuter Pack | From desk to dinner | cairnway | 98 | ink clay sage | Recycled canvas
	Carries a laptop, a lunch and a jumper, and stands up by itself under the table.
	通勤双肩包 | 从办公桌到晚餐
	装下电脑、午饭和毛衣，还能自己立在桌下。
	Schoolyard Pack | For books and secrets | cairnway | 64 | amber teal plum | Recycled nylon
	A reflector all round, and a secret pocket that we will not describe here.
	校园双肩包 | 反光条加秘密口袋
	四周反光，还有一个不便描述的暗袋。
	Summit Daypack | Close to the back | cairnway | 119 | forest coral fog | Ripstop nylon
	A net keeps it off your spine, so only the view takes your breath.
	登顶日用包 | 透气背负，轻装登顶
	网面与背脊隔开，让人屏息的只有风景。
	Harvest Rucksack | Canvas and leather | cairnway | 139 | cocoa oat brick | Waxed canvas
	Grows darker where your hands take it and lighter where the sun does.
	丰收帆布包 | 帆布皮革，越用越美
	手碰到的地方变深，阳光照到的地方变浅。
	Rolltop Messenger Pack | Rolls shut in any rain | cairnway |
	110 | coal harbour butter | Tarpaulin
	Made from the stuff of truck covers; the notebooks inside have never met water.
	卷口防水包 | 卡车篷布，暴雨不怕
	用卡车篷布制成，里面的本子从未见过水。
	Little Hiker Pack | For the smallest of the party | cairnway |
	42 | sky blush sand | Recycled nylon
	Room for an apple, a bear and a stone, with a whistle on the strap.
	小小徒步包 | 儿童款，带口哨
	装得下苹果、小熊和石头，背带上有只哨子。
`,
	},
];
