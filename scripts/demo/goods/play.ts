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
			"Printed on cream paper that does not glare.",
			"Opens flat and stays open.",
			"A ribbon marks where you fell asleep.",
			"Set in a type made for long reading.",
			"Drawings on every tenth page.",
		],
		care: [
			"Lend it; it was bound for that.",
			"Each order carries a bookmark from the same paper.",
			"Printed by a house that runs on its own river.",
		],
		goods: `
	The Lighthouse Keeper's Almanac | A year on a small rock | papermoth |
	24 | harbour ink | Cloth hardback
	Twelve months of weather, birds and letters, told by a woman who was never bored.
	灯塔守护人年历 | 小岛上的一年
	Bread Before Seven | Thirty loaves, honestly explained | papermoth |
	32 | clay butter | Hardback, photographs
	Starts with flour and water and does not lose its patience with you.
	七点前的面包 | 三十款面包详解
	A Short History of Chairs | What we sit on and why | papermoth |
	28 | sage brick | Hardback, drawings
	Three thousand years of people trying to rest, in two hundred pages.
	椅子小史 | 我们为何这样坐
	Night Trains of the North | Travels with a thermos | papermoth | 19 | ink amber | Paperback
	Eleven lines, nine countries, and conversations that only happen in couchettes.
	北方夜车 | 带着保温壶旅行
	The Garden in Nine Pots | For people with a balcony | papermoth |
	22 | forest coral | Paperback, colour
	What grows in nine pots, from the first radish to the last fig.
	九盆花园 | 阳台种植指南
	Small Machines | Stories about repair | papermoth | 18 | slate teal | Paperback
	Fourteen stories in which something is broken and somebody stays to mend it.
	小机器 | 关于修理的故事
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
			"Pieces thick enough to hear them click.",
			"No two pieces of the same shape.",
			"A linen finish that does not mirror the lamp.",
			"No dust in the box; we count that as a feature.",
			"Lost a piece? Tell us its row and we cut it again.",
		],
		care: [
			"The poster in the box saves you from holding up the lid.",
			"Printed with vegetable inks on recycled board.",
			"Needs a table that nobody wants back before Sunday.",
		],
		goods: `
	Dune Path Puzzle | Sand, grass, a lot of sky | papermoth | 24 | sand sky | Recycled board
	The sky is less hard than it looks; the sand is harder.
	沙丘小径拼图 | 沙草与大片天空
	Harbour Morning Puzzle | Boats by the dozen | papermoth | 26 | harbour coral | Recycled board
	Forty boats, forty names, and a gull on the wrong mast.
	港口清晨拼图 | 四十艘船等你拼
	Greenhouse Puzzle | Leaves upon leaves | papermoth | 25 | forest sage | Recycled board
	Two hundred plants that all have labels, should you get lost.
	温室拼图 | 层层叠叠的叶子
	City of Roofs Puzzle | Tiles in the evening | papermoth | 27 | brick plum | Recycled board
	Every window tells something small; one of them is a joke.
	屋顶之城拼图 | 每扇窗都有故事
	Night Sky Puzzle | For the brave | papermoth | 28 | ink lilac | Recycled board
	All stars are where they belong, which helps astronomers and nobody else.
	夜空拼图 | 勇者之选
	Market Day Puzzle | Fruit, cheese and quarrels | papermoth | 24 | amber teal | Recycled board
	A square full of people; you will know one of them.
	集市日拼图 | 热闹广场众生相
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
			"Eyes stitched, so that nothing comes off.",
			"Sits by itself, also on window sills.",
			"Arms long enough to hold on to.",
			"Filled until it is soft, not until it is hard.",
			"Passed every test, and one with a dog.",
		],
		care: [
			"Wash it while its owner sleeps; it is dry by morning.",
			"Our toy doctor mends ears free of charge.",
			"Name tag on the foot, to be filled in by the finder.",
		],
		goods: `
	Bruno Bear | The steady friend | tumblewick | 32 | cocoa oak fog | Cotton plush
	Listens well, keeps secrets, and has been to more places than you think.
	布鲁诺小熊 | 稳重的好朋友
	Hazel Rabbit | Long ears for long stories | tumblewick | 34 | oat blush lilac | Cotton plush
	The ears are made for holding while one is being carried upstairs.
	榛果兔 | 长耳朵听长故事
	Captain Cub | A bear with plans | tumblewick | 36 | amber teal | Wool plush
	Has a bow tie for occasions and no fear of puddles.
	船长小熊 | 有主意的熊
	Clover Bunny | Green as a meadow | tumblewick | 29 | sage butter | Cotton plush
	Found in a drawing by a four-year-old, and sewn exactly so.
	三叶草兔 | 草地般的绿兔子
	Midnight Bear | Guards the dark side | tumblewick | 33 | ink slate | Wool plush
	Stays awake all night so that nobody else must.
	午夜熊 | 守护夜晚的熊
	Peach Rabbit | Soft beyond reason | tumblewick | 31 | coral blush | Cotton plush
	So soft that grown-ups find reasons to tidy it away themselves.
	蜜桃兔 | 软到舍不得放手
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
			"Edges rounded twice, once by machine and once by hand.",
			"Paint that may be licked.",
			"Comes in a cotton bag with a drawstring.",
			"Fits with every other set we make.",
			"Beech from forests within sight of the workshop.",
		],
		care: [
			"Wipe it damp; wood does not like baths.",
			"Lost blocks can be ordered one by one.",
			"Build it high and let it fall: that is the lesson.",
		],
		goods: `
	Village Blocks | Houses, arches, a tower | tumblewick | 39 | coral teal | Beech
	Builds a village in the morning and a bridge after the nap.
	小镇积木 | 房子拱门和高塔
	Castle Blocks | For sieges before supper | tumblewick | 52 | plum amber | Beech
	With battlements, a gate, and a dragon that you must imagine.
	城堡积木 | 晚饭前的攻城战
	Harbour Blocks | Cranes and long quays | tumblewick | 46 | harbour brick | Beech
	Containers that stack in all colours and ships that do not float but try.
	港口积木 | 起重机与长码头
	Meadow Blocks | Round shapes and soft tones | tumblewick | 36 | sage blush | Lime wood
	The first set, for hands that have just found out how to let go.
	草地积木 | 圆润柔和的第一套
	Night City Blocks | Windows to look through | tumblewick | 48 | ink butter | Beech
	Put a torch behind it and the city goes to bed.
	夜城积木 | 打灯就亮的小窗
	Bridge Builder Blocks | Arches that really carry | tumblewick | 44 | slate amber | Beech
	Teaches more about keystones than most books do.
	造桥积木 | 真能承重的拱桥
`,
	},
];
