// Books and play.
import type { Line } from "../types.ts";

export const play: Line[] = [
	{
		category: "books",
		kind: "book",
		sku: "BOK",
		tags: ["reading", "gift", "illustrated"],
		made: { attribute: "Edition", lead: "Edition:" },
		attributes: {
			Pages: ["192", "256", "320", "416"],
			Language: ["English"],
			Binding: ["Thread-sewn", "Glued"],
		},
		facts: [
			"Printed on cream paper that does not glare. | 印在不反光的米色纸上。",
			"Opens flat and stays open. | 平摊就一直平摊。",
			"A ribbon marks where you fell asleep. | 一条丝带标记你睡着的地方。",
			"Set in a type made for long reading. | 用适合久读的字体排版。",
			"Drawings on every tenth page. | 每十页一幅插画。",
		],
		care: [
			"Lend it; it was bound for that. | 借出去吧，它就是为此装订的。",
			"Each order carries a bookmark from the same paper. | 每单附一枚同款纸书签。",
			"Printed by a house that runs on its own river. | 由一家靠自家河水运转的印厂印制。",
		],
		goods: `
	The Lighthouse Keeper's Almanac | A year on a small rock | papermoth |
	24 | harbour ink | Cloth hardback
	Twelve months of weather, birds and letters, told by a woman who was never bored.
	灯塔守护人年历 | 小岛上的一年
	十二个月的天气、鸟和信，由一位从不无聊的女人讲述。
	Bread Before Seven | Thirty loaves, honestly explained | papermoth |
	32 | clay butter | Hardback, photographs
	Starts with flour and water and does not lose its patience with you.
	七点前的面包 | 三十款面包详解
	从面粉和水开始，从不对你失去耐心。
	A Short History of Chairs | What we sit on and why | papermoth |
	28 | sage brick | Hardback, drawings
	Three thousand years of people trying to rest, in two hundred pages.
	椅子小史 | 我们为何这样坐
	三千年里人们如何努力休息，写在两百页中。
	Night Trains of the North | Travels with a thermos | papermoth | 19 | ink amber | Paperback
	Eleven lines, nine countries, and conversations that only happen in couchettes.
	北方夜车 | 带着保温壶旅行
	十一条线路，九个国家，只在卧铺车厢才有的谈话。
	The Garden in Nine Pots | For people with a balcony | papermoth |
	22 | forest coral | Paperback, colour
	What grows in nine pots, from the first radish to the last fig.
	九盆花园 | 阳台种植指南
	九个花盆里长出的一切，从第一颗萝卜到最后一枚无花果。
	Small Machines | Stories about repair | papermoth | 18 | slate teal | Paperback
	Fourteen stories in which something is broken and somebody stays to mend it.
	小机器 | 关于修理的故事
	十四个故事，每个都有东西坏了，也有人留下来修补。
`,
	},
	{
		category: "puzzles",
		kind: "puzzle",
		sku: "PUZ",
		tags: ["family", "gift", "rainy day"],
		size: {
			name: "Pieces",
			values: [
				["500 pieces", 1],
				["1000 pieces", 1.25],
			],
		},
		attributes: { Age: ["8+", "12+"], Finish: ["Linen", "Matt"], Poster: ["Included"] },
		facts: [
			"Pieces thick enough to hear them click. | 拼块厚到能听见咔嗒声。",
			"No two pieces of the same shape. | 没有两块形状相同。",
			"A linen finish that does not mirror the lamp. | 亚麻纹表面，不反灯光。",
			"No dust in the box; we count that as a feature. | 盒里没有碎屑，我们把它算作优点。",
			"Lost a piece? Tell us its row and we cut it again. | 丢了一块？告诉我们行号，我们再切一块。",
		],
		care: [
			"The poster in the box saves you from holding up the lid. | 盒中有海报，不必举着盒盖。",
			"Printed with vegetable inks on recycled board. | 植物油墨印在再生纸板上。",
			"Needs a table that nobody wants back before Sunday. | 需要一张周日前没人要用的桌子。",
		],
		goods: `
	Dune Path Puzzle | Sand, grass, a lot of sky | papermoth | 24 | sand sky | Recycled board
	The sky is less hard than it looks; the sand is harder.
	沙丘小径拼图 | 沙草与大片天空
	天空没有看起来难，沙滩更难。
	Harbour Morning Puzzle | Boats by the dozen | papermoth | 26 | harbour coral | Recycled board
	Forty boats, forty names, and a gull on the wrong mast.
	港口清晨拼图 | 四十艘船等你拼
	四十条船，四十个名字，还有一只停错桅杆的海鸥。
	Greenhouse Puzzle | Leaves upon leaves | papermoth | 25 | forest sage | Recycled board
	Two hundred plants that all have labels, should you get lost.
	温室拼图 | 层层叠叠的叶子
	两百种植物都有名牌，以防你迷路。
	City of Roofs Puzzle | Tiles in the evening | papermoth | 27 | brick plum | Recycled board
	Every window tells something small; one of them is a joke.
	屋顶之城拼图 | 每扇窗都有故事
	每扇窗都讲一件小事，其中一扇是玩笑。
	Night Sky Puzzle | For the brave | papermoth | 28 | ink lilac | Recycled board
	All stars are where they belong, which helps astronomers and nobody else.
	夜空拼图 | 勇者之选
	星星都在该在的位置，这帮得了天文学家，帮不了别人。
	Market Day Puzzle | Fruit, cheese and quarrels | papermoth | 24 | amber teal | Recycled board
	A square full of people; you will know one of them.
	集市日拼图 | 热闹广场众生相
	一整个广场的人，总有一个你认识。
`,
	},
	{
		category: "soft-toys",
		kind: "teddy",
		sku: "TOY",
		tags: ["kids", "newborn", "washable"],
		size: {
			name: "Height",
			values: [
				["25 cm", 1],
				["38 cm", 1.5],
			],
		},
		attributes: {
			Age: ["From birth", "12 months+"],
			Wash: ["30 °C", "By hand"],
			Filling: ["Wool", "Recycled fibre"],
		},
		facts: [
			"Eyes stitched, so that nothing comes off. | 眼睛是绣的，什么都不会掉。",
			"Sits by itself, also on window sills. | 自己坐得住，窗台上也行。",
			"Arms long enough to hold on to. | 手臂长到抱得住。",
			"Filled until it is soft, not until it is hard. | 填到柔软为止，不填到硬。",
			"Passed every test, and one with a dog. | 通过了所有检测，还有一只狗的检测。",
		],
		care: [
			"Wash it while its owner sleeps; it is dry by morning. | 趁主人睡觉时洗，早上就干。",
			"Our toy doctor mends ears free of charge. | 玩具医生免费补耳朵。",
			"Name tag on the foot, to be filled in by the finder. | 脚上有名牌，由捡到的人填写。",
		],
		goods: `
	Bruno Bear | The steady friend | tumblewick | 32 | cocoa oak fog | Cotton plush
	Listens well, keeps secrets, and has been to more places than you think.
	布鲁诺小熊 | 稳重的好朋友
	善于倾听，保守秘密，去过的地方比你想的多。
	Hazel Rabbit | Long ears for long stories | tumblewick | 34 | oat blush lilac | Cotton plush
	The ears are made for holding while one is being carried upstairs.
	榛果兔 | 长耳朵听长故事
	耳朵是给被抱上楼时抓着的。
	Captain Cub | A bear with plans | tumblewick | 36 | amber teal | Wool plush
	Has a bow tie for occasions and no fear of puddles.
	船长小熊 | 有主意的熊
	有领结应付场合，也不怕水坑。
	Clover Bunny | Green as a meadow | tumblewick | 29 | sage butter | Cotton plush
	Found in a drawing by a four-year-old, and sewn exactly so.
	三叶草兔 | 草地般的绿兔子
	出自四岁孩子的画，原样缝成。
	Midnight Bear | Guards the dark side | tumblewick | 33 | ink slate | Wool plush
	Stays awake all night so that nobody else must.
	午夜熊 | 守护夜晚的熊
	整夜醒着，好让别人不必。
	Peach Rabbit | Soft beyond reason | tumblewick | 31 | coral blush | Cotton plush
	So soft that grown-ups find reasons to tidy it away themselves.
	蜜桃兔 | 软到舍不得放手
	软到大人也找理由自己收起来。
`,
	},
	{
		category: "blocks",
		kind: "blocks",
		sku: "BLK",
		tags: ["kids", "wooden", "learning"],
		attributes: {
			Age: ["12 months+", "2+", "3+"],
			Pieces: ["18", "32", "50"],
			Paint: ["Water-based", "Plain oil"],
		},
		facts: [
			"Edges rounded twice, once by machine and once by hand. | 边角磨圆两次，一次机器一次手工。",
			"Paint that may be licked. | 舔了也没事的漆。",
			"Comes in a cotton bag with a drawstring. | 装在抽绳棉袋里。",
			"Fits with every other set we make. | 与我们的其他套装都能配。",
			"Beech from forests within sight of the workshop. | 榉木来自作坊望得见的森林。",
		],
		care: [
			"Wipe it damp; wood does not like baths. | 湿布擦，木头不喜欢泡澡。",
			"Lost blocks can be ordered one by one. | 丢失的积木可单块订购。",
			"Build it high and let it fall: that is the lesson. | 搭高，让它倒：这就是课程。",
		],
		goods: `
	Village Blocks | Houses, arches, a tower | tumblewick | 39 | coral teal | Beech
	Builds a village in the morning and a bridge after the nap.
	小镇积木 | 房子拱门和高塔
	上午盖村庄，午睡后造桥。
	Castle Blocks | For sieges before supper | tumblewick | 52 | plum amber | Beech
	With battlements, a gate, and a dragon that you must imagine.
	城堡积木 | 晚饭前的攻城战
	有城垛、有城门，还有一条要靠想象的龙。
	Harbour Blocks | Cranes and long quays | tumblewick | 46 | harbour brick | Beech
	Containers that stack in all colours and ships that do not float but try.
	港口积木 | 起重机与长码头
	各色集装箱可叠，船不会浮但很努力。
	Meadow Blocks | Round shapes and soft tones | tumblewick | 36 | sage blush | Lime wood
	The first set, for hands that have just found out how to let go.
	草地积木 | 圆润柔和的第一套
	第一套积木，给刚学会松手的小手。
	Night City Blocks | Windows to look through | tumblewick | 48 | ink butter | Beech
	Put a torch behind it and the city goes to bed.
	夜城积木 | 打灯就亮的小窗
	背后放支手电，城市就去睡觉。
	Bridge Builder Blocks | Arches that really carry | tumblewick | 44 | slate amber | Beech
	Teaches more about keystones than most books do.
	造桥积木 | 真能承重的拱桥
	关于拱顶石，比多数书教得多。
`,
	},
];
