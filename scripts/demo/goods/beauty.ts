// Beauty and care.
import type { Line } from "../types.ts";

export const beauty: Line[] = [
	{
		category: "makeup",
		kind: "lipstick",
		sku: "LIP",
		tags: ["vegan", "refillable", "gift"],
		attributes: { Finish: ["Matt", "Satin", "Sheer"], Vegan: ["Yes"], Refillable: ["Yes"] },
		facts: [
			"The case is refilled, not thrown away.",
			"Stays through a coffee, leaves with a cloth.",
			"No scent, no taste.",
			"Cares with plum oil while it colours.",
			"The bullet is cut for a sharp line.",
		],
		care: [
			"Refills cost half and click in with one turn.",
			"Not tested on animals, at no step.",
			"Try it for thirty days; wrong shade, new shade.",
		],
		goods: `
	Velvet Hour Lipstick | Matt, but not dry | amberfen | 24 | brick plum blush | Plant waxes
	A soft matt that goes on like cream and lets you smile without thinking of it.
	丝绒时刻唇膏 | 哑光不拔干
	Petal Sheen Balm | A hint of colour | amberfen | 18 | coral blush lilac | Plant waxes
	For days when you want to look like yourself after a holiday.
	花瓣润唇膏 | 一抹淡彩
	Red Thread Lipstick | One red for everybody | amberfen | 26 | brick | Plant waxes
	Neither blue nor orange: the red that was tried on two hundred faces and left on most.
	红线唇膏 | 人人合适的正红
	Terracotta Lip Crayon | Draw, smudge, go | amberfen | 16 | clay cocoa coral | Plant waxes
	A thick pencil for trains, lifts and other mirrors that move.
	陶土唇彩笔 | 一画一抹就出门
	Evening Plum Lipstick | Dark with a soft edge | amberfen | 25 | plum cocoa | Plant waxes
	Looks like wine by candlelight and behaves better.
	暮梅唇膏 | 深色柔边，晚宴之选
	Nude Study Lipstick | Five tones of no colour | amberfen |
	22 | sand blush cocoa clay | Plant waxes
	The tones between lip and skin are harder than red; these took us two years.
	裸色习作唇膏 | 多种裸调，自然贴合
`,
	},
	{
		category: "fragrance",
		kind: "perfume",
		sku: "PRF",
		tags: ["gift", "vegan", "refillable"],
		size: {
			name: "Volume",
			values: [
				["30 ml", 1],
				["50 ml", 1.4],
				["100 ml", 2.1],
			],
		},
		attributes: {
			Family: ["Woody", "Floral", "Citrus", "Amber"],
			Strength: ["Eau de toilette", "Eau de parfum"],
			Vegan: ["Yes"],
		},
		exceptions: {
			"Salt Garden": { Family: "Citrus" },
			"Amber Letter": { Family: "Amber" },
			"Green Stairwell": { Family: "Woody" },
			"Peony Noon": { Family: "Floral" },
			"Black Fig": { Family: "Woody" },
			"Citrus Ledger": { Family: "Citrus" },
		},
		facts: [
			"Stays six hours and then leaves politely.",
			"The bottle is refilled in our shops.",
			"A spray so fine that it hardly lands.",
			"All contents are listed, in words.",
			"A sample is tied to the box: try that first.",
		],
		care: [
			"Keep it in the dark and cool; it stays fresh for three years.",
			"Returned unopened with the sample used, we pay you back.",
			"Spray once on the scarf instead of twice on the wrist.",
		],
		goods: `
	Salt Garden | Sea air and rosemary | amberfen | 64 | sky sage | Glass, cork stopper
	Walk from the beach into a kitchen garden, and stop where the two meet.
	盐花园香水 | 海风与迷迭香
	Amber Letter | Warm resin, old paper | amberfen | 78 | amber cocoa | Glass, wooden cap
	Opens like a drawer with letters in it and closes with vanilla.
	琥珀信笺香水 | 暖树脂与旧纸香
	Green Stairwell | Ivy after rain | amberfen | 58 | forest teal | Glass, steel cap
	Cool stone, wet leaves, a door that falls shut somewhere above.
	绿阶香水 | 雨后常春藤
	Peony Noon | Bright and a little shy | amberfen | 62 | blush lilac | Glass, cork stopper
	Petals with the dew still on, and no sugar behind them.
	牡丹正午香水 | 明亮含羞的花香
	Black Fig | Dark fruit, dry wood | amberfen | 74 | plum ink | Glass, wooden cap
	The fruit comes first, but it is the branch that you remember.
	黑无花果香水 | 深果与干木
	Citrus Ledger | Bitter orange and ink | amberfen | 55 | coral butter | Glass, steel cap
	For tidy mornings: peel, pencil, clean shirt.
	柑橘账簿香水 | 苦橙与墨水
`,
	},
	{
		category: "soap",
		kind: "soap",
		sku: "SOP",
		tags: ["plastic-free", "vegan", "handmade"],
		size: {
			name: "Pack",
			values: [
				["1 bar", 1],
				["3 bars", 2.6],
			],
		},
		attributes: {
			Skin: ["All", "Dry", "Sensitive"],
			Scent: ["Herbal", "Floral", "Citrus", "None"],
			Vegan: ["Yes"],
		},
		exceptions: {
			"Oat Milk Soap": { Skin: "Sensitive", Scent: "None" },
			"Sea Lavender Soap": { Scent: "Floral" },
			"Rose Clay Soap": { Scent: "Floral" },
			"Lemon Verbena Soap": { Scent: "Citrus" },
			"Pine Tar Soap": { Scent: "Herbal" },
			"Charcoal Mint Soap": { Scent: "Herbal" },
		},
		facts: [
			"Boiled slowly, rested for six weeks.",
			"A bar lasts as long as two bottles.",
			"Lathers in hard water too.",
			"Wrapped in paper and nothing else.",
			"The oval fits the hand to the last sliver.",
		],
		care: [
			"Let it dry on the ridged dish; it lasts twice as long.",
			"Good for hands, body and, between us, wool jumpers.",
			"Oils pressed within a day's drive.",
		],
		goods: `
	Sea Lavender Soap | Calm in the evening | amberfen | 7.5 | lilac sky | Olive and coconut oil
	For the last wash of the day, when the light is already low.
	海薰衣草皂 | 睡前的宁静
	Oat Milk Soap | For skin that complains | amberfen | 8 | oat sand | Oat milk and shea
	No scent and no colour, only oats that have calmed grandmothers' hands before.
	燕麦奶皂 | 敏感肌温和之选
	Pine Tar Soap | Smells of a workshop | amberfen | 8.5 | forest cocoa | Olive oil and pine tar
	Takes off engine oil, garden soil and Monday.
	松焦油皂 | 木工房的味道
	Rose Clay Soap | Pink from the earth | amberfen | 9 | blush brick | Clay and almond oil
	The colour is clay, the scent is rose, the feeling is clean.
	玫瑰泥皂 | 大地的粉色
	Lemon Verbena Soap | Wakes you up | amberfen | 7.5 | butter sage | Olive oil and verbena
	A bright bar for the morning that has no mercy otherwise.
	柠檬马鞭草皂 | 清晨提神
	Charcoal Mint Soap | Cool and dark | amberfen | 8.5 | coal teal | Charcoal and mint
	Black in the dish, white in the hand, cold on the neck.
	炭薄荷皂 | 黑皂白沫，清凉一身
`,
	},
	{
		category: "skincare",
		kind: "cream",
		sku: "CRM",
		tags: ["vegan", "fragrance-free", "daily"],
		size: {
			name: "Volume",
			values: [
				["50 ml", 1],
				["100 ml", 1.6],
			],
		},
		attributes: {
			Skin: ["Dry", "Normal", "Oily", "Sensitive"],
			Use: ["Day", "Night", "Day and night"],
			SPF: ["None", "15", "30"],
		},
		exceptions: {
			"Night Moss Cream": { Use: "Night", SPF: "" },
			"Clear Brook Gel": { Skin: "Oily", Use: "Day and night", SPF: "" },
			"Hand Harvest Balm": { SPF: "", Use: "Day and night" },
			"Sunday Mask": { SPF: "", Use: "Night" },
		},
		facts: [
			"Sinks in before the shirt is buttoned.",
			"Twelve contents, all of them readable.",
			"Free of perfume.",
			"Glass or tin, never mixed plastics.",
			"Tested by people with red cheeks.",
		],
		care: [
			"A pea is enough; two are for winter.",
			"Send five empty ones back and the sixth is free.",
			"Use within a year of opening; the date is on the foot.",
		],
		goods: `
	Morning Dew Cream | Light, for under everything | amberfen | 29 | sky sage | Aloe and squalane
	Gone in ten seconds, leaving skin that looks as if it had slept.
	晨露面霜 | 轻薄好吸收
	Hand Harvest Balm | For hands that work | amberfen | 16 | amber clay | Beeswax and oats
	Developed with a gardener, a nurse and a bricklayer, who still order it.
	丰收护手霜 | 劳动双手的好伴侣
	Night Moss Cream | Rich, slow, quiet | amberfen | 38 | forest plum | Moss extract and shea
	A thick green cream that has all night and uses it.
	夜苔晚霜 | 浓润修护一整夜
	Clear Brook Gel | Cool for oily days | amberfen | 24 | teal chalk | Cucumber and zinc
	A gel that mattes the nose and leaves the rest alone.
	清溪控油凝露 | 清凉控油
	Sunday Mask | Fifteen minutes of nothing | amberfen | 32 | blush oat | Kaolin and honey
	Put it on, lie down, say that you can't talk now.
	周日面膜 | 十五分钟的放空
	Weather Shield Cream | Against wind and cold | amberfen | 27 | slate coral | Lanolin and jojoba
	A film as thin as breath that the north wind does not get through.
	风雪防护霜 | 抵御寒风
`,
	},
];
