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
			"A neckband that springs back.",
			"Side seams that stay at the side.",
			"Washed before it is sewn, so it will not shrink.",
			"No label that scratches; it is printed.",
			"Cut a little longer, so it stays tucked in.",
		],
		care: [
			"Wash it inside out and hang it by the hem.",
			"Sewn in a family workshop whose address is on our site.",
			"When it is done after years, send it back; it becomes yarn.",
		],
		goods: `
	Daily Tee | The good plain one | marlowe | 29 | chalk ink sage clay | Organic cotton
	It took eleven samples to make a T-shirt about which there is nothing more to say.
	日常T恤 | 百搭素色好T恤
	Pier Stripe Tee | Stripes that meet at the seam | marlowe |
	36 | oat harbour brick | Organic cotton
	Knitted in stripes, not printed, and matched at the sides by somebody who cares.
	码头条纹T恤 | 针织条纹，侧缝对齐
	Heavyweight Tee | Thick as a small jumper | marlowe | 42 | coal forest butter | Organic cotton
	Stands by itself almost, and gets softer where you do.
	重磅T恤 | 厚实有型，越穿越软
	Sunday Henley | Three buttons to undo | marlowe | 48 | slate plum sand | Cotton and modal
	Soft as sleepwear, yet good enough for the baker's queue.
	周日亨利衫 | 三粒扣，睡衣般柔软
	Trail Merino Tee | Three days without a wash | saltmere | 69 | teal amber ink | Merino wool
	Fine merino that warms when it is cold, cools when it is hot, and does not smell of either.
	山径美利奴T恤 | 三天不洗也清爽
	Garden Boxy Tee | Short, wide, airy | marlowe | 34 | blush lilac sky | Hemp and cotton
	Cut like a square on purpose, with hemp for days when the air stands still.
	花园宽版T恤 | 短款宽松，棉麻透气
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
			"Pockets where hands go by themselves.",
			"A zip that runs with gloves on.",
			"Cuffs that let the watch through.",
			"An inner pocket for a paperback.",
			"Seams that can be let out by a finger.",
		],
		care: [
			"Re-proof it once a year; the wash is in our shop.",
			"A torn elbow comes back from our mending desk for free.",
			"Brush the dry mud off; mostly that is enough.",
		],
		goods: `
	Pilot Cove Jacket | A collar against the wind | saltmere |
	149 | harbour forest clay | Waxed cotton
	Short enough for the bicycle, with a collar that stands up when the ferry leaves.
	海湾飞行夹克 | 立领挡风，短款利落
	Drizzle Shell | Dry without the rustle | saltmere | 189 | teal amber coal | Recycled nylon
	A shell that keeps the rain out and lets a conversation happen.
	细雨防水外套 | 防水无声，轻盈贴身
	Workroom Chore Coat | Four pockets, no nonsense | marlowe | 119 | ink oat brick | Cotton canvas
	Started as what painters wore; now also worn by those who only choose the colour.
	工装外套 | 四口袋帆布，简单耐穿
	Orchard Bomber | Rib-knit and roomy | marlowe | 135 | sage plum sand | Cotton sateen
	Ribbed at wrist and waist, so it keeps its shape when you do not.
	果园飞行员外套 | 罗纹收口，版型挺括
	Northwall Fleece | Warm as a stove | saltmere | 99 | butter slate lilac | Recycled fleece
	Thick fleece with a windproof chest, made from bottles that had better days.
	北壁抓绒衣 | 厚绒保暖，胸前防风
	Evening Track Jacket | Slim, dark, zipped high | marlowe | 109 | coal blush | Recycled jersey
	Goes from the last tram to the first dance without a change.
	夜色运动夹克 | 修身高领拉链
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
			"A gusset where jeans tend to give up.",
			"Deep pockets, also for phones of today.",
			"Four centimetres of spare hem.",
			"Belt loops sewn in, not on.",
			"A coin pocket that takes a key.",
		],
		care: [
			"We hem them to your length for nothing; tell us in the note.",
			"Wash them seldom and dark.",
			"Knees are mended free of charge for two years.",
		],
		goods: `
	Canal Chino | Straight and easy | marlowe | 79 | sand ink forest | Organic cotton
	The trousers for when you do not know yet what the day will ask.
	运河卡其裤 | 直筒百搭
	Brushed Work Pant | Soft inside, tough outside | marlowe |
	95 | cocoa slate sage | Brushed canvas
	Brushed on the inside like a good shirt, with double knees for what life wants from them.
	磨毛工装裤 | 内里柔软，外层耐磨
	Wide Meadow Trousers | Room to move | marlowe | 89 | oat clay lilac | Linen and cotton
	They swing a little when you walk and dry on the line in an hour.
	草地阔腿裤 | 宽松摆动，亚麻速干
	Five Pocket Denim | Dark, dry, patient | marlowe | 110 | ink coal | Selvedge denim
	Stiff in the first month and yours alone by the third.
	五袋牛仔裤 | 原色赤耳，越穿越合身
	Ridge Hiking Trousers | Zips off at the knee | cairnway | 92 | forest amber fog | Recycled nylon
	Long in the morning, short at noon, long again at the hut.
	山脊徒步裤 | 可拆裤腿，速干轻便
	Lounge Knit Pant | For trains and sofas | saltmere | 69 | plum harbour oat | Cotton and wool
	A knitted pair that looks like trousers and feels like Saturday.
	休闲针织裤 | 看着正式，穿着舒适
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
			"Pockets. Two of them. Deep.",
			"A waist seam that sits where waists are.",
			"Opens at the side with a zip that does not catch.",
			"Does not need a slip.",
			"Machine-washable, all of it.",
		],
		care: [
			"Hang it in the steam of the shower and skip the iron.",
			"A spare button and a length of thread are sewn inside.",
			"Runs true to size; between two, take the smaller.",
		],
		goods: `
	Regatta Dress | Stripes with a swing | marlowe | 89 | harbour brick oat | Organic cotton
	Striped like a deck chair and as easy to spend an afternoon in.
	帆船赛连衣裙 | 条纹裙摆，轻松惬意
	Poppy Field Dress | Dots in the wind | marlowe | 95 | coral sage ink | Viscose
	The dots are scattered by hand, and the skirt takes every breeze as an offer.
	罂粟田连衣裙 | 手绘圆点随风摇曳
	Linen Hour Dress | Straight and cool | marlowe | 110 | sand sky forest | Linen
	Heavy linen that falls straight and stays cool where others give up.
	亚麻时光连衣裙 | 垂坠清凉
	Evening Plum Dress | A quiet shine | marlowe | 139 | plum teal coal | Satin viscose
	Catches the light of candles and not the crumbs of canapés.
	暮紫晚装裙 | 低调光泽，赴约之选
	Knit Column Dress | A long jumper, really | saltmere | 119 | slate clay butter | Merino blend
	Pull it on over boots and the question of what to wear is closed.
	针织直筒裙 | 像一件长毛衣
	Terrace Wrap Dress | Ties once, holds all day | marlowe | 99 | amber lilac blush | Cotton voile
	One knot, no button, and it looks different on each of us.
	露台裹身裙 | 一结系好，整日不松
`,
	},
];
