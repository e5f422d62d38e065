// Hats, scarves and watches.
import type { Line } from "../types.ts";

export const accessories: Line[] = [
	{
		category: "hats",
		kind: "hat",
		sku: "HAT",
		tags: ["winter", "summer", "wool"],
		attributes: {
			"Head size": ["One size", "56 to 60 cm"],
			Season: ["Winter", "Summer", "All year"],
			Wash: ["By hand", "30 °C"],
		},
		exceptions: {
			"Beach Fedora": { Season: "Summer" },
			"Bobble Beanie": { Season: "Winter" },
			"Frost Beanie": { Season: "Winter" },
			"Market Bucket Hat": { Season: "Summer" },
		},
		facts: [
			"Keeps its shape in a pocket. | 放进口袋也不变形。",
			"Lined where wool meets the forehead. | 羊毛贴着额头的地方有衬里。",
			"Knitted or blocked in one piece. | 整片编织或一体定型。",
			"Warm without weight. | 温暖而不沉重。",
			"Covers the ears when it must. | 需要时能盖住耳朵。",
		],
		care: [
			"Wash it by hand in the water of the wool wash, dry it flat. | 用羊毛洗涤液手洗，平铺晾干。",
			"Store it on a bowl upside down and it stays in form. | 倒扣在碗上存放，保持帽形。",
			"If the wind takes it, the second one is cheaper; write to us. | 若被风吹走，第二顶有优惠，写信给我们。",
		],
		goods: `
	Beach Fedora | A brim for long afternoons | saltmere | 49 | sand chalk cocoa | Paper straw
	Wide enough to read under, light enough to forget until somebody compliments it.
	海滩草帽 | 宽檐遮阳，轻若无物
	宽到能在帽檐下看书，轻到有人称赞才想起戴着它。
	Bobble Beanie | Thick rib, big bobble | saltmere | 34 | amber harbour brick | Lambswool
	The bobble has no purpose at all, which is why nobody gives it away.
	绒球毛线帽 | 粗罗纹大绒球
	绒球毫无用处，所以谁也舍不得去掉。
	Market Bucket Hat | Folds, waits, returns | marlowe | 39 | sage oat ink | Cotton twill
	Lives at the bottom of the bag and comes out flat, round and ready.
	集市渔夫帽 | 随手一折，随时好戴
	压在包底，拿出来依旧平整浑圆。
	Fisherman Rib Cap | Short, snug, above the ear | saltmere | 29 | coal teal clay | Merino wool
	Sits like a lid, as it should on men who mend nets and those who mend code.
	渔夫短帽 | 短款贴头美利奴
	像盖子一样稳稳戴着，补网的人和写代码的人都合适。
	Garden Party Hat | With a band to change | marlowe | 59 | oat blush lilac | Wool felt
	Three bands are in the box, for three kinds of invitation.
	花园派对帽 | 三条帽带随心换
	盒中附三条帽带，应对三种邀约。
	Frost Beanie | Double-knit for below zero | cairnway | 38 | forest slate plum | Merino wool
	Two layers with air between them, tested at the bus stop in January.
	霜冻毛线帽 | 双层针织，零下也暖
	双层之间留有空气，在一月的公交站经过测试。
`,
	},
	{
		category: "scarves",
		kind: "scarf",
		sku: "SCF",
		tags: ["wool", "winter", "gift"],
		attributes: {
			Length: ["160 cm", "180 cm", "200 cm"],
			Width: ["25 cm", "35 cm", "70 cm"],
			Wash: ["By hand", "30 °C"],
		},
		facts: [
			"Long enough for two turns and a knot. | 够绕两圈再打一个结。",
			"Fringes twisted by hand. | 流苏由手工捻成。",
			"Does not itch; we asked a child. | 不扎人，我们问过一个孩子。",
			"Woven on a slow loom, so it stays soft. | 慢速织机织成，所以一直柔软。",
			"The colours are dyed in the yarn. | 先染纱，后织造。",
		],
		care: [
			"Air it on the balcony overnight instead of washing it. | 晚上挂在阳台透气，代替清洗。",
			"Roll, do not hang: it keeps its length. | 卷起来而不是挂着，长度不变。",
			"Moths hate cedar; a small block comes with it. | 蛀虫讨厌雪松，随附一小块。",
		],
		goods: `
	Ferry Scarf | Striped and wide | tidewool | 59 | harbour brick sage | Lambswool
	Wide enough to be a blanket when the crossing takes longer than it said.
	渡轮围巾 | 宽条纹，可当毯
	宽到可以当毯子，船程比预计更久时正好。
	Lichen Scarf | The colour of old stone walls | tidewool | 64 | forest butter fog | Shetland wool
	Yarns in seven greens, which from afar make one that you cannot name.
	地衣围巾 | 石墙苔色的羊毛
	七种绿色的纱线，远看合成一种说不出名字的绿。
	Cloud Scarf | Brushed until it floats | tidewool | 79 | blush lilac chalk | Mohair and silk
	Weighs as much as a letter and warms like an answer.
	云朵围巾 | 轻若信纸的马海毛
	轻如一封信，暖如一封回信。
	Conductor Scarf | Thin, dark, formal | tidewool | 54 | coal plum ink | Merino wool
	Lies flat under a coat and looks right in the third row.
	指挥家围巾 | 轻薄正式，衬大衣
	平整地待在大衣下，坐在第三排也得体。
	Orchard Check Scarf | Checks from the farm shop | tidewool | 62 | clay amber teal | Lambswool
	A check that a farmer would wear and an architect already does.
	果园格纹围巾 | 田园格子羊毛围巾
	农夫会围、建筑师已经在围的格纹。
	Summer Linen Scarf | Against sun and air conditioning | tidewool | 45 | sky sand coral | Linen
	Cool on the neck at noon and warm enough for the last row of the open-air cinema.
	夏日亚麻围巾 | 防晒又防空调
	正午贴颈清凉，露天影院最后一排也够暖。
`,
	},
	{
		category: "watches",
		kind: "watch",
		sku: "WCH",
		tags: ["gift", "classic", "fitness"],
		attributes: {
			Waterproof: ["3 ATM", "5 ATM", "10 ATM"],
			Glass: ["Mineral", "Sapphire"],
			Case: ["38 mm", "40 mm", "42 mm"],
		},
		exceptions: {
			"Harbour Diver": { Waterproof: "20 ATM" },
			"Pace Smartwatch": { Waterproof: "5 ATM" },
			"Pace Lite Band": { Waterproof: "5 ATM" },
			"Pace Trail": { Waterproof: "10 ATM" },
		},
		facts: [
			"Straps change without a tool. | 换表带无需工具。",
			"The hands glow long after the light is out. | 熄灯许久，指针仍在发光。",
			"A crown that you can turn with a wet thumb. | 湿拇指也能转动的表冠。",
			"Thin enough for a cuff. | 薄到能滑进袖口。",
			"Engraved on the back, if you like. | 可在表背刻字。",
		],
		care: [
			"New straps from spare leather cost less than a lunch. | 用边角皮料做的新表带，比一顿午饭还便宜。",
			"Seals are checked free of charge every third year. | 每三年免费检查一次密封。",
			"Comes in a box of felt that later holds buttons. | 装在毛毡盒里，以后可以放纽扣。",
		],
		goods: `
	Meadow Watch | A plain face, well drawn | glimholt | 129 | cocoa sage ink | Steel and leather
	Twelve lines, two hands and a thin third one that dares to be coloured.
	草地腕表 | 素净表盘，耐看
	十二道刻线、两根指针，再加一根敢于上色的细针。
	Pace Smartwatch | Rings for each day | orvello | 199 | coal coral sky | Aluminium and silicone
	Counts steps, breaths and beats, and keeps them to itself.
	Pace 智能手表 | 三环记录每一天
	记录步数、呼吸与心跳，只留给自己。
	Tramline Watch | Railway minutes | glimholt | 149 | chalk brick forest | Steel and leather
	A dial with a minute track that would satisfy a station master.
	轨道腕表 | 铁路分钟刻度
	分钟刻度足以让站长满意。
	Pace Lite Band | Small, square, light | orvello | 89 | lilac teal butter | Recycled plastics
	Sleeps with you, swims with you, and needs a plug twice a month.
	Pace Lite 手环表 | 轻巧方形，半月一充
	陪你睡觉、陪你游泳，一个月只需充两次电。
	Harbour Diver | For depth, or the dishes | glimholt | 249 | harbour slate | Steel
	Goes down two hundred metres and has mostly seen washing-up so far; it does not mind.
	港湾潜水表 | 深潜两百米
	可下潜两百米，目前多半在洗碗，它并不介意。
	Pace Trail | Maps on the wrist | orvello | 329 | forest amber | Titanium and nylon
	Shows the path, the storm and the way back, for nine days on a charge.
	Pace Trail 户外手表 | 腕上地图，九天续航
	一次充电九天，告诉你路线、风暴和归途。
`,
	},
];
