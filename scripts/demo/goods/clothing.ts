// Clothing.
import type { Line } from "../types.ts";

const sizes: Line["size"] = {
	name: "Size",
	values: [
		["XS", 1],
		["S", 1],
		["M", 1],
		["L", 1],
		["XL", 1],
	],
};

export const clothing: Line[] = [
	{
		category: "tops",
		kind: "shirt",
		sku: "TEE",
		tags: ["organic", "everyday", "summer"],
		size: sizes,
		attributes: {
			Fit: ["Regular", "Relaxed", "Slim"],
			Weight: ["160 g/m²", "200 g/m²", "240 g/m²"],
			Wash: ["30 °C", "40 °C"],
		},
		exceptions: {
			"Heavyweight Tee": { Weight: "240 g/m²" },
			"Garden Boxy Tee": { Fit: "Relaxed" },
		},
		facts: [
			"A neckband that springs back. | 领口拉开会弹回。",
			"Side seams that stay at the side. | 侧缝始终在侧面。",
			"Washed before it is sewn, so it will not shrink. | 先洗后缝，不会缩水。",
			"No label that scratches; it is printed. | 没有扎人的标签，全是印的。",
			"Cut a little longer, so it stays tucked in. | 裁得略长，塞得住。",
		],
		care: [
			"Wash it inside out and hang it by the hem. | 翻面清洗，夹住下摆晾。",
			"Sewn in a family workshop whose address is on our site. | 由家庭作坊缝制，地址在我们的网站上。",
			"When it is done after years, send it back; it becomes yarn. | 穿旧多年后寄回，它会变成纱线。",
		],
		goods: `
	Daily Tee | The good plain one | marlowe | 29 | chalk ink sage clay | Organic cotton
	It took eleven samples to make a T-shirt about which there is nothing more to say.
	日常T恤 | 百搭素色好T恤
	做了十一件样品，才有一件无可再说的 T 恤。
	Pier Stripe Tee | Stripes that meet at the seam | marlowe |
	36 | oat harbour brick | Organic cotton
	Knitted in stripes, not printed, and matched at the sides by somebody who cares.
	码头条纹T恤 | 针织条纹，侧缝对齐
	条纹是织出来的，不是印的，侧缝还有人用心对齐。
	Heavyweight Tee | Thick as a small jumper | marlowe | 42 | coal forest butter | Organic cotton
	Stands by itself almost, and gets softer where you do.
	重磅T恤 | 厚实有型，越穿越软
	几乎能自己站着，在你柔软的地方变软。
	Sunday Henley | Three buttons to undo | marlowe | 48 | slate plum sand | Cotton and modal
	Soft as sleepwear, yet good enough for the baker's queue.
	周日亨利衫 | 三粒扣，睡衣般柔软
	软如睡衣，排队买面包也够体面。
	Trail Merino Tee | Three days without a wash | saltmere | 69 | teal amber ink | Merino wool
	Fine merino that warms when it is cold, cools when it is hot, and does not smell of either.
	山径美利奴T恤 | 三天不洗也清爽
	细美利奴羊毛，冷时保暖，热时清凉，都不留味。
	Garden Boxy Tee | Short, wide, airy | marlowe | 34 | blush lilac sky | Hemp and cotton
	Cut like a square on purpose, with hemp for days when the air stands still.
	花园宽版T恤 | 短款宽松，棉麻透气
	故意裁成方形，用麻做成，给空气静止的日子。
`,
	},
	{
		category: "jackets",
		kind: "jacket",
		sku: "JKT",
		tags: ["outerwear", "waterproof", "winter"],
		size: sizes,
		attributes: {
			Waterproof: ["10,000 mm", "Water-repellent", "No"],
			Lining: ["Cotton", "Recycled fleece", "None"],
			Fit: ["Regular", "Relaxed"],
		},
		exceptions: {
			"Drizzle Shell": { Waterproof: "10,000 mm" },
			"Northwall Fleece": { Waterproof: "No" },
			"Workroom Chore Coat": { Waterproof: "No" },
			"Pilot Cove Jacket": { Waterproof: "Water-repellent" },
		},
		facts: [
			"Pockets where hands go by themselves. | 口袋就在手自然伸去的地方。",
			"A zip that runs with gloves on. | 戴着手套也拉得动的拉链。",
			"Cuffs that let the watch through. | 袖口让得过手表。",
			"An inner pocket for a paperback. | 内袋放得下一本平装书。",
			"Seams that can be let out by a finger. | 缝份可放出一指。",
		],
		care: [
			"Re-proof it once a year; the wash is in our shop. | 每年做一次防水，洗剂我们有售。",
			"A torn elbow comes back from our mending desk for free. | 磨破的手肘，缝补台免费补好。",
			"Brush the dry mud off; mostly that is enough. | 干泥刷掉就好，多半足够。",
		],
		goods: `
	Pilot Cove Jacket | A collar against the wind | saltmere |
	149 | harbour forest clay | Waxed cotton
	Short enough for the bicycle, with a collar that stands up when the ferry leaves.
	海湾飞行夹克 | 立领挡风，短款利落
	短到适合骑车，渡船开动时领子会竖起。
	Drizzle Shell | Dry without the rustle | saltmere | 189 | teal amber coal | Recycled nylon
	A shell that keeps the rain out and lets a conversation happen.
	细雨防水外套 | 防水无声，轻盈贴身
	挡住雨水、容得下谈话的外壳。
	Workroom Chore Coat | Four pockets, no nonsense | marlowe | 119 | ink oat brick | Cotton canvas
	Started as what painters wore; now also worn by those who only choose the colour.
	工装外套 | 四口袋帆布，简单耐穿
	本是画家的工作服，如今只挑颜色的人也在穿。
	Orchard Bomber | Rib-knit and roomy | marlowe | 135 | sage plum sand | Cotton sateen
	Ribbed at wrist and waist, so it keeps its shape when you do not.
	果园飞行员外套 | 罗纹收口，版型挺括
	袖口和腰部罗纹，你走形它也不走形。
	Northwall Fleece | Warm as a stove | saltmere | 99 | butter slate lilac | Recycled fleece
	Thick fleece with a windproof chest, made from bottles that had better days.
	北壁抓绒衣 | 厚绒保暖，胸前防风
	厚抓绒加防风前胸，由有过好日子的瓶子制成。
	Evening Track Jacket | Slim, dark, zipped high | marlowe | 109 | coal blush | Recycled jersey
	Goes from the last tram to the first dance without a change.
	夜色运动夹克 | 修身高领拉链
	从末班电车直奔第一支舞，不必换装。
`,
	},
	{
		category: "trousers",
		kind: "trousers",
		sku: "TRS",
		tags: ["everyday", "work", "organic"],
		size: sizes,
		attributes: {
			Cut: ["Straight", "Tapered", "Wide"],
			Rise: ["Mid", "High"],
			Stretch: ["Yes", "No"],
		},
		exceptions: {
			"Canal Chino": { Cut: "Straight" },
			"Wide Meadow Trousers": { Cut: "Wide" },
			"Five Pocket Denim": { Stretch: "No" },
		},
		facts: [
			"A gusset where jeans tend to give up. | 在牛仔裤最易破的地方加了插片。",
			"Deep pockets, also for phones of today. | 口袋很深，今天的手机也放得下。",
			"Four centimetres of spare hem. | 预留四厘米裤边。",
			"Belt loops sewn in, not on. | 裤袢缝进腰头，不是缝在外面。",
			"A coin pocket that takes a key. | 零钱袋放得下一把钥匙。",
		],
		care: [
			"We hem them to your length for nothing; tell us in the note. | 免费按您的长度改裤脚，请在备注中告知。",
			"Wash them seldom and dark. | 少洗，且与深色同洗。",
			"Knees are mended free of charge for two years. | 两年内膝盖免费修补。",
		],
		goods: `
	Canal Chino | Straight and easy | marlowe | 79 | sand ink forest | Organic cotton
	The trousers for when you do not know yet what the day will ask.
	运河卡其裤 | 直筒百搭
	当你还不知道今天要做什么时穿的裤子。
	Brushed Work Pant | Soft inside, tough outside | marlowe |
	95 | cocoa slate sage | Brushed canvas
	Brushed on the inside like a good shirt, with double knees for what life wants from them.
	磨毛工装裤 | 内里柔软，外层耐磨
	内里像好衬衫一样磨毛，双层膝盖应付生活。
	Wide Meadow Trousers | Room to move | marlowe | 89 | oat clay lilac | Linen and cotton
	They swing a little when you walk and dry on the line in an hour.
	草地阔腿裤 | 宽松摆动，亚麻速干
	走路时轻轻摆动，晾在绳上一小时就干。
	Five Pocket Denim | Dark, dry, patient | marlowe | 110 | ink coal | Selvedge denim
	Stiff in the first month and yours alone by the third.
	五袋牛仔裤 | 原色赤耳，越穿越合身
	第一个月硬挺，第三个月就只属于你。
	Ridge Hiking Trousers | Zips off at the knee | cairnway | 92 | forest amber fog | Recycled nylon
	Long in the morning, short at noon, long again at the hut.
	山脊徒步裤 | 可拆裤腿，速干轻便
	早上长，中午短，到了山屋又变长。
	Lounge Knit Pant | For trains and sofas | saltmere | 69 | plum harbour oat | Cotton and wool
	A knitted pair that looks like trousers and feels like Saturday.
	休闲针织裤 | 看着正式，穿着舒适
	看着像正装，穿着像周六的针织裤。
`,
	},
	{
		category: "dresses",
		kind: "dress",
		sku: "DRS",
		tags: ["summer", "organic", "party"],
		size: sizes,
		attributes: { Length: ["Knee", "Midi", "Maxi"], Pockets: ["Yes"], Lining: ["Yes", "No"] },
		facts: [
			"Pockets. Two of them. Deep. | 有口袋。两个。很深。",
			"A waist seam that sits where waists are. | 腰线在腰的位置。",
			"Opens at the side with a zip that does not catch. | 侧开拉链，不夹布。",
			"Does not need a slip. | 不需要衬裙。",
			"Machine-washable, all of it. | 全部可机洗。",
		],
		care: [
			"Hang it in the steam of the shower and skip the iron. | 挂在淋浴蒸汽里，省去熨烫。",
			"A spare button and a length of thread are sewn inside. | 内侧缝着备用纽扣和线。",
			"Runs true to size; between two, take the smaller. | 尺码准确，介于两码之间选小的。",
		],
		goods: `
	Regatta Dress | Stripes with a swing | marlowe | 89 | harbour brick oat | Organic cotton
	Striped like a deck chair and as easy to spend an afternoon in.
	帆船赛连衣裙 | 条纹裙摆，轻松惬意
	条纹像躺椅，穿着它消磨一下午也一样惬意。
	Poppy Field Dress | Dots in the wind | marlowe | 95 | coral sage ink | Viscose
	The dots are scattered by hand, and the skirt takes every breeze as an offer.
	罂粟田连衣裙 | 手绘圆点随风摇曳
	圆点由手工散落，裙摆把每阵风都当作邀请。
	Linen Hour Dress | Straight and cool | marlowe | 110 | sand sky forest | Linen
	Heavy linen that falls straight and stays cool where others give up.
	亚麻时光连衣裙 | 垂坠清凉
	厚亚麻垂坠笔直，别人投降时它依旧清凉。
	Evening Plum Dress | A quiet shine | marlowe | 139 | plum teal coal | Satin viscose
	Catches the light of candles and not the crumbs of canapés.
	暮紫晚装裙 | 低调光泽，赴约之选
	接住烛光，不接点心屑。
	Knit Column Dress | A long jumper, really | saltmere | 119 | slate clay butter | Merino blend
	Pull it on over boots and the question of what to wear is closed.
	针织直筒裙 | 像一件长毛衣
	套在靴子外面，穿什么的问题就此结束。
	Terrace Wrap Dress | Ties once, holds all day | marlowe | 99 | amber lilac blush | Cotton voile
	One knot, no button, and it looks different on each of us.
	露台裹身裙 | 一结系好，整日不松
	一个结，没有扣子，每个人穿都不一样。
`,
	},
];
