// Sport and outdoors.
import type { Line } from "../types.ts";

export const outdoor: Line[] = [
	{
		category: "bikes",
		kind: "bike",
		sku: "BIK",
		tags: ["city", "commuting", "serviced"],
		size: {
			name: "Frame",
			values: [
				["S", 1],
				["M", 1],
				["L", 1],
			],
		},
		attributes: {
			Gears: ["3", "7", "8", "1"],
			Brakes: ["Disc", "Rim", "Coaster"],
			Weight: ["10.8 kg", "12.4 kg", "14.2 kg"],
		},
		facts: [
			"Lights that run on a hub and never need charging. | 花鼓发电的车灯，从不用充电。",
			"A chain guard that trousers will love. | 裤脚会喜欢的链罩。",
			"Tyres that ignore broken glass. | 无视碎玻璃的轮胎。",
			"Frame number registered for you. | 车架号已为您登记。",
			"Comes nine tenths built; the last tenth takes ten minutes. | 出厂装好九成，剩下一成只要十分钟。",
		],
		care: [
			"The first service after 300 km is ours. | 300 公里后的首保由我们来。",
			"A drop of oil a month, air every second week. | 每月一滴油，隔周打一次气。",
			"Every screw is a standard one, so any workshop can help. | 每颗螺丝都是标准件，任何车行都能帮忙。",
		],
		goods: `
	Pedalune Baker | Upright, for bread and books | pedalune | 649 | teal coral chalk | Steel
	You sit like at a table and see over the cars, with the flowers safe in the basket.
	Pedalune Baker 城市车 | 坐姿挺拔，买菜带花
	坐姿像在餐桌旁，视线越过车顶，花在篮里安稳。
	Pedalune Courier | Fast between red lights | pedalune | 890 | coal amber | Aluminium
	A stiff frame, a short bar, and the feeling of being early.
	Pedalune Courier 快车 | 红绿灯之间的速度
	硬朗的车架，短把，还有早到的感觉。
	Pedalune Gravel | Leaves the road when you do | pedalune |
	1290 | forest clay slate | Chromoly steel
	Wide tyres, low gears, three bottle mounts and no fixed plans.
	Pedalune Gravel 砾石车 | 随时离开公路
	宽胎、低速比、三个水壶架，没有固定计划。
	Pedalune Fold | Under the desk in ten seconds | pedalune | 990 | ink butter | Aluminium
	Small wheels, big gears; the conductor takes it for luggage.
	Pedalune Fold 折叠车 | 十秒折好，放桌下
	小轮子，大齿轮，乘务员把它当行李。
	Pedalune Tandem Days | A long bike for two lungs | pedalune | 1890 | plum sage | Chromoly steel
	Whoever sits behind may look at the landscape; whoever sits in front decides on cake.
	Pedalune 双人车 | 两个人一路同行
	坐后面的可以看风景，坐前面的决定吃什么蛋糕。
	Pedalune Sprout | The first real one | pedalune | 289 | sky blush amber | Aluminium
	Light enough for a child to lift after falling, with a saddle that grows.
	Pedalune Sprout 童车 | 轻巧可升高的第一辆车
	轻到孩子摔倒后能自己扶起，坐垫会跟着长。
`,
	},
	{
		category: "tents",
		kind: "tent",
		sku: "TNT",
		tags: ["camping", "waterproof", "family"],
		size: {
			name: "Sleeps",
			values: [
				["2 people", 1],
				["4 people", 1.55],
			],
		},
		attributes: {
			Waterproof: ["3,000 mm", "5,000 mm"],
			Season: ["3 seasons", "4 seasons"],
			Weight: ["1.9 kg", "2.8 kg", "6.4 kg"],
		},
		facts: [
			"One person pitches it in eight minutes. | 一个人八分钟搭好。",
			"Poles marked by colour, for the dark. | 帐杆按颜色标记，天黑也不怕。",
			"A porch for boots and breakfast. | 门厅放靴子和早餐。",
			"Vents that stay open in rain. | 下雨也能开着的通风口。",
			"Goes back into its bag, truly. | 真的装得回袋子里。",
		],
		care: [
			"Dry it before you store it and it lasts twenty summers. | 收起前晾干，可用二十个夏天。",
			"Patches and a pole sleeve are in the bag. | 补丁和帐杆套管在袋里。",
			"We rent it too: ask before you buy one for a single weekend. | 也可租用：只用一个周末，先问问我们。",
		],
		goods: `
	Meadow Bell Tent | A room with a centre pole | cairnway | 389 | sand clay sage | Cotton canvas
	High enough to stand and dance, and the canvas breathes so the morning is fresh.
	草地钟形帐篷 | 可站立的棉布大帐
	高到能站着跳舞，帆布透气，清晨清新。
	Ridgeline Tent | Two poles, no weight | cairnway | 299 | forest amber | Ripstop nylon
	Weighs less than the wine you leave at home for it.
	山脊帐篷 | 两杆轻量双人帐
	比为它留在家里的那瓶酒还轻。
	Storm Cove Tent | Low against the wind | cairnway | 449 | brick slate | Ripstop nylon
	Turns its narrow end to the gale and lets you sleep.
	风暴湾帐篷 | 低矮抗风，安心入睡
	把窄的一头朝向大风，让你安睡。
	Backyard Wigwam | For the first night outside | cairnway | 119 | butter lilac sky | Cotton
	Ten metres from the kitchen door is far enough when you are six.
	后院小帐篷 | 孩子的第一次露营
	六岁时，离厨房门十米就够远了。
	Festival Pop Tent | Throw, peg, done | cairnway | 89 | coral teal plum | Polyester
	Opens in the air and lands as a tent, easy to find again among four thousand.
	音乐节速开帐 | 一抛即开，颜色醒目
	抛到空中落下就是帐篷，在四千顶中也好找。
	Longhouse Tent | Two rooms and a hall | cairnway | 629 | ink oat | Poly-cotton
	Parents left, children right, wet dog in the middle.
	长屋帐篷 | 两室一厅全家用
	父母在左，孩子在右，湿狗在中间。
`,
	},
	{
		category: "balls",
		kind: "ball",
		sku: "BAL",
		tags: ["sport", "kids", "summer"],
		attributes: {
			Size: ["3", "4", "5"],
			Use: ["Indoor", "Outdoor", "Both"],
			Weight: ["270 g", "430 g", "600 g"],
		},
		exceptions: {
			"Gym Volleyball": { Size: "5", Use: "Indoor", Weight: "270 g" },
			"Beach Volleyball": { Size: "5", Use: "Outdoor", Weight: "270 g" },
			"Driveway Basketball": { Use: "Outdoor", Weight: "600 g" },
			"Sunday League Football": { Size: "5", Weight: "430 g" },
			"Streetlight Football": { Use: "Outdoor", Weight: "430 g" },
		},
		facts: [
			"Arrives pumped and ready to play. | 到手已打好气，马上能玩。",
			"Hand-stitched by adults who are paid for it. | 由拿报酬的成年人手工缝制。",
			"Keeps its air for months. | 气能保几个月。",
			"Grippy when wet. | 湿了也抓手。",
			"A needle adapter is in the net. | 网袋里有气针转接头。",
		],
		care: [
			"Wipe off the mud, keep it from the heater, pump now and then. | 擦掉泥，远离暖气，偶尔打气。",
			"A ball that loses its seam within a year is replaced. | 一年内开线就换新。",
			"Send us a picture from your pitch; we hang them up. | 寄来你们球场的照片，我们会挂起来。",
		],
		goods: `
	Beach Volleyball | Soft panels, bright arcs | cairnway | 32 | coral butter sky | Soft-touch PU
	Kind to forearms and easy to see against the evening sun.
	沙滩排球 | 软面不疼，夕阳里也醒目
	对前臂友善，在晚霞里也看得清。
	Sunday League Football | Thirty-two honest panels | cairnway |
	36 | ink brick forest | Stitched PU
	Flies straight when you hit it straight; about the rest it is discreet.
	周日联赛足球 | 三十二片手缝
	踢得正就飞得直，其余它守口如瓶。
	Driveway Basketball | For concrete and neighbours | cairnway | 34 | clay plum | Rubber
	Deep channels for small hands, and a bounce that is lower in volume.
	车道篮球 | 水泥地专用，声音更轻
	深沟合小手，弹起来声音更小。
	Gym Volleyball | Indoor, quick and quiet | cairnway | 39 | teal amber lilac | Microfibre
	Comes off the hand clean, so that the setter has no excuse left.
	室内排球 | 手感干净，轻快安静
	出手干净，二传再没有借口。
	Streetlight Football | For the last game of the day | cairnway |
	29 | butter coal | Rubberised cloth
	Covered in cloth that grips asphalt, in a tone that you still see at dusk.
	街灯足球 | 傍晚也看得清
	布面抓得住沥青，黄昏里也看得见的颜色。
	Junior Basketball | Smaller, lighter, same swish | cairnway | 24 | amber sage | Rubber
	Sized for eight-year-olds who already know which number they want.
	少年篮球 | 小号轻量，一样好投
	为已经知道自己要几号球衣的八岁孩子准备的尺寸。
`,
	},
];
