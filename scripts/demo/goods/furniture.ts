// Furniture.
import type { Line } from "../types.ts";

export const furniture: Line[] = [
	{
		category: "chairs",
		kind: "chair",
		sku: "CHR",
		tags: ["dining", "stackable", "solid wood"],
		attributes: {
			"Seat height": ["44 cm", "45 cm", "47 cm"],
			"Carries up to": ["110 kg", "130 kg"],
			Assembly: ["None", "10 minutes"],
		},
		facts: [
			"The back gives a little where you lean. | 靠背在你倚靠处微微退让。",
			"Glides under the feet spare the floor. | 脚垫爱惜地板。",
			"Joints are glued and pegged, not only screwed. | 榫接加胶，不只靠螺丝。",
			"Tested with 50,000 people sitting down. By a machine. | 经过五万次落座测试，由机器完成。",
			"Seats can be re-covered one by one. | 坐垫可逐个换面。",
		],
		care: [
			"Tighten the screws once after a month, then forget them. | 一个月后拧紧一次螺丝，然后忘掉它。",
			"Buy four and the fifth can follow years later in the same tone. | 买四把，第五把多年后还能配同色。",
			"A drop of oil a year keeps the wood alive. | 每年一滴油，木头就活着。",
		],
		goods: `
	Kitchen Spindle Chair | Light, upright, for every day | ashgrain | 129 | oak sage brick | Beech
	You can lift it with two fingers, and it carries the heaviest uncle at the feast.
	厨房纺锤椅 | 轻巧挺直，日常之选
	两根手指就能提起，宴席上最重的叔叔也坐得稳。
	Cove Chair | A shell that holds you | norrfell | 179 | teal blush slate | Wool felt on oak
	The shell turns inward by just enough that you stay for the second coffee.
	海湾椅 | 环抱式椅壳
	椅壳恰好内收，让你留下来喝第二杯咖啡。
	Long Day Chair | For desks and their people | norrfell |
	289 | coal harbour sage | Mesh and steel
	Tilts when you think and straightens when you type, without a lever to learn.
	长日办公椅 | 随你后仰，随你坐直
	思考时后仰，打字时挺直，不必学什么拉杆。
	Schoolhouse Chair | Small footprint, strong legs | ashgrain | 109 | amber forest oat | Beech
	Drawn after a classroom chair that survived three generations of restless boys.
	校舍椅 | 小巧结实，三代耐用
	仿自一把熬过三代顽皮男孩的教室椅。
	Harbour Lounge Chair | Low, wide, unhurried | norrfell | 349 | clay ink | Linen on ash
	For the end of the day, with arms at the height where a cup wants to stand.
	港湾休闲椅 | 低矮宽大，不慌不忙
	给一天的尽头，扶手正好是杯子想待的高度。
	Studio Swivel Chair | Turns, rolls, stays quiet | norrfell |
	239 | lilac fog coral | Wool and steel
	Rubber castors roll over old boards without telling the neighbours.
	工作室转椅 | 静音脚轮，灵活转动
	橡胶脚轮滚过老地板，不惊动邻居。
`,
	},
	{
		category: "sofas",
		kind: "sofa",
		sku: "SOF",
		tags: ["living room", "removable cover", "delivery"],
		size: {
			name: "Seats",
			values: [
				["2 seats", 1],
				["3 seats", 1.3],
			],
		},
		attributes: {
			"Seat depth": ["56 cm", "60 cm", "66 cm"],
			Cover: ["Removable", "Fixed"],
			Frame: ["Solid pine", "Beech"],
		},
		facts: [
			"Comes through any door of 70 cm in three boxes. | 三箱装，能过任何 70 厘米的门。",
			"The covers zip off and go into the wash. | 外套拉链拆下即可机洗。",
			"Springs below, feathers above. | 下有弹簧，上有羽绒。",
			"Legs high enough for a robot to clean. | 脚高到扫地机能钻进去。",
			"The frame is guaranteed for fifteen years. | 框架保修十五年。",
		],
		care: [
			"Two people put it together in twenty minutes; the key is in the box. | 两个人二十分钟装好，扳手在盒里。",
			"New covers can be ordered for as long as we make the frame. | 只要我们还做这款框架，就能订新外套。",
			"Swap the seat cushions once a month and they age alike. | 每月对调坐垫，它们就一起变老。",
		],
		goods: `
	Lowtide Sofa | Deep seat, round arms | norrfell | 1190 | harbour oat clay | Linen blend
	Wide arms for cups and cats, and a seat deep enough to turn a page with your feet up.
	低潮沙发 | 深坐垫，圆扶手
	扶手够宽，放杯子也放猫，座深到可以跷脚翻书。
	Parkside Sofa | Upright for good talk | norrfell | 990 | forest blush | Wool
	You sit a little higher and look at each other, which is what a sofa once was for.
	公园边沙发 | 坐姿挺拔，宜聊天
	坐得略高，彼此相望，沙发原本就是为此。
	Cinder Sofa | Velvet, dark and soft | norrfell | 1390 | coal plum teal | Cotton velvet
	Swallows a whole film evening and gives back only the remote control.
	余烬丝绒沙发 | 深色柔软，观影一夜
	吞下一整晚电影，只吐出遥控器。
	Sunday Sofa | Loose covers, loose manners | norrfell | 1090 | chalk sand sky | Cotton
	Loose cotton covers that look better a bit crumpled, like the day itself.
	周日沙发 | 宽松外罩，随性自在
	松松的棉套，有点皱才好看，就像日子本身。
	Attic Sofa | Compact, under a sloping roof | norrfell | 790 | butter slate sage | Recycled wool
	Only 78 cm high, it fits below the window that nobody knew what to do with.
	阁楼小沙发 | 紧凑尺寸，斜顶也放得下
	只有 78 厘米高，正好放在谁也不知道该放什么的窗下。
	Foundry Leather Sofa | Gets better with scratches | ashgrain |
	1890 | cocoa walnut | Full-grain leather
	Leather that is not painted over, so that each year leaves a trace worth having.
	铸造皮沙发 | 越用越好看的头层皮
	没有涂层的皮革，每一年都留下值得的痕迹。
`,
	},
	{
		category: "tables",
		kind: "table",
		sku: "TBL",
		tags: ["dining", "solid wood", "living room"],
		size: {
			name: "Length",
			values: [
				["120 cm", 1],
				["160 cm", 1.3],
				["200 cm", 1.6],
			],
		},
		attributes: {
			Surface: ["Oiled", "Lacquered", "Linoleum"],
			Seats: ["2 to 4", "4 to 6", "6 to 8"],
			Extendable: ["Yes", "No"],
		},
		facts: [
			"Edges rounded for hips and toddlers. | 边角圆润，护着髋部和幼童。",
			"The legs screw into steel, not into wood. | 桌腿拧在钢上，不是拧在木头上。",
			"Stands still on old floors, thanks to one adjustable foot. | 一只可调脚，老地板上也站得稳。",
			"Sanded five times, oiled twice. | 打磨五遍，上油两遍。",
			"The boards are chosen to match by eye. | 板材由肉眼挑选配色。",
		],
		care: [
			"Wipe it damp, oil it in autumn, and let it have its rings. | 湿布擦拭，秋天上油，杯印就随它去。",
			"Scratches sand out by hand; a sheet of paper is in the drawer below. | 划痕可手工磨去，下方抽屉里有砂纸。",
			"Delivered by two people who also take the boxes away. | 由两人送货，并带走纸箱。",
		],
		goods: `
	Long Supper Table | For more people than chairs | ashgrain | 790 | oak walnut | Oak
	A top of full-length boards that has heard good stories before it even leaves the workshop.
	长宴餐桌 | 整板橡木，宾客满座
	整长木板的桌面，出作坊之前就听过好故事。
	Pebble Coffee Table | No corners at all | ashgrain | 329 | oak coal sage | Ash
	Shaped like a stone that the river has finished, so the knees stay whole.
	卵石茶几 | 圆润无角
	形如河水打磨完的石头，膝盖安然无恙。
	Workbench Desk | Thick top, honest legs | ashgrain | 459 | walnut oak | Beech
	A carpenter's bench that learned to type; the top does not care about cups.
	工作台书桌 | 厚实桌面，踏实桌腿
	学会打字的木工台，桌面不在乎杯子。
	Balcony Table | Small, round, weatherproof | norrfell |
	189 | teal coral fog | Powder-coated steel
	Big enough for two plates and a bottle, small enough for the narrowest balcony.
	阳台小圆桌 | 两盘一瓶刚刚好
	够放两只盘子和一瓶酒，小到最窄的阳台也放得下。
	Gate Leaf Table | Narrow by day, wide by night | norrfell | 389 | chalk slate harbour | Birch
	Leans on the wall as a shelf and opens both wings when friends come.
	折翼桌 | 白天窄，晚上宽
	靠墙是架子，朋友来了就展开双翼。
	Linden Round Table | Everybody in the middle | ashgrain | 649 | sand forest | Lime wood
	At a round table nobody sits at the end and the bread is near to all.
	椴木圆桌 | 人人都坐中间
	圆桌没有末席，面包离谁都近。
`,
	},
	{
		category: "storage",
		kind: "shelf",
		sku: "SHF",
		tags: ["books", "modular", "solid wood"],
		size: {
			name: "Width",
			values: [
				["60 cm", 1],
				["90 cm", 1.35],
			],
		},
		attributes: {
			Shelves: ["3", "4", "5"],
			"Load per shelf": ["20 kg", "30 kg"],
			"Wall fixing": ["Included"],
		},
		facts: [
			"Shelves move in steps of three centimetres. | 层板每三厘米一档。",
			"A back panel keeps it square for good. | 背板让它永远方正。",
			"Shelf edges are thick enough not to sag. | 层板够厚，不会下弯。",
			"Two can be joined side by side. | 两个可并排相连。",
			"Goes together with one key in half an hour. | 一把扳手，半小时装好。",
		],
		care: [
			"Fix it to the wall with the bracket in the box; children climb. | 请用盒中支架固定在墙上，孩子会爬。",
			"Heavy books below, light memories above. | 重书在下，轻回忆在上。",
			"More shelves can be ordered singly at any time. | 随时可单独加订层板。",
		],
		goods: `
	Alcove Bookcase | Made for full rows | norrfell | 259 | chalk forest ink | Painted pine
	Deep enough for tall books, shallow enough that nothing gets lost in a second row.
	壁龛书柜 | 专为满满的书而做
	深到放得下大书，浅到没有第二排会弄丢东西。
	Grid Shelf | Squares for everything | norrfell | 319 | oak slate | Oak veneer
	Records, baskets, a lamp and the good glasses; each square takes what it is given.
	方格架 | 一格一物，井井有条
	唱片、篮子、灯和好杯子，每格都接得住。
	Pantry Shelf | Jars in a row | ashgrain | 229 | sage oat brick | Ash
	Shelves at the height of jars, so that nothing hides behind anything.
	食品储物架 | 瓶罐整齐排成行
	层高正合罐子，没有东西藏在别的东西后面。
	Reading Ladder Shelf | Leans, but does not slip | ashgrain | 189 | walnut oak | Beech
	Rubber shoes below and a felt strip above let it lean where you want it.
	阅读梯架 | 斜靠不滑的书架
	下有胶脚，上有毡条，想靠哪儿就靠哪儿。
	Hallway Locker Shelf | Shoes down, hats up | norrfell | 279 | teal butter coal | Painted steel
	One place for what you drop when you come home, and find when you go.
	玄关收纳架 | 上放帽下放鞋
	回家放下、出门拿起的同一个地方。
	Nursery Bookcase | Covers to the front | norrfell | 169 | sky blush butter | Birch plywood
	Low and round, with covers facing out, so that the small ones choose for themselves.
	儿童书柜 | 封面朝外，自己挑书
	低矮圆润，封面朝外，小朋友自己挑。
`,
	},
];
