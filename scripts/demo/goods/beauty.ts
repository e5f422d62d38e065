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
			"The case is refilled, not thrown away. | 外壳可补充，不必丢弃。",
			"Stays through a coffee, leaves with a cloth. | 喝完咖啡还在，一块布就能卸。",
			"No scent, no taste. | 无香无味。",
			"Cares with plum oil while it colours. | 上色的同时以李子油滋养。",
			"The bullet is cut for a sharp line. | 膏体斜切，线条利落。",
		],
		care: [
			"Refills cost half and click in with one turn. | 替换芯半价，一转即入。",
			"Not tested on animals, at no step. | 任何环节都不做动物实验。",
			"Try it for thirty days; wrong shade, new shade. | 试用三十天，色号不合就换。",
		],
		goods: `
	Velvet Hour Lipstick | Matt, but not dry | amberfen | 24 | brick plum blush | Plant waxes
	A soft matt that goes on like cream and lets you smile without thinking of it.
	丝绒时刻唇膏 | 哑光不拔干
	柔雾质地，像乳霜一样服帖，笑起来也不用惦记。
	Petal Sheen Balm | A hint of colour | amberfen | 18 | coral blush lilac | Plant waxes
	For days when you want to look like yourself after a holiday.
	花瓣润唇膏 | 一抹淡彩
	适合想看起来像刚度完假的自己的日子。
	Red Thread Lipstick | One red for everybody | amberfen | 26 | brick | Plant waxes
	Neither blue nor orange: the red that was tried on two hundred faces and left on most.
	红线唇膏 | 人人合适的正红
	不偏蓝也不偏橙：在两百张脸上试过、留在多数人脸上的红。
	Terracotta Lip Crayon | Draw, smudge, go | amberfen | 16 | clay cocoa coral | Plant waxes
	A thick pencil for trains, lifts and other mirrors that move.
	陶土唇彩笔 | 一画一抹就出门
	粗笔头，适合火车、电梯和其他会动的镜子。
	Evening Plum Lipstick | Dark with a soft edge | amberfen | 25 | plum cocoa | Plant waxes
	Looks like wine by candlelight and behaves better.
	暮梅唇膏 | 深色柔边，晚宴之选
	烛光下像葡萄酒，却更守规矩。
	Nude Study Lipstick | Five tones of no colour | amberfen |
	22 | sand blush cocoa clay | Plant waxes
	The tones between lip and skin are harder than red; these took us two years.
	裸色习作唇膏 | 多种裸调，自然贴合
	介于唇色与肤色之间的色调比红色更难，我们花了两年。
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
			"Stays six hours and then leaves politely. | 停留六小时，然后礼貌告别。",
			"The bottle is refilled in our shops. | 可到我们的门店补充。",
			"A spray so fine that it hardly lands. | 喷雾细到几乎没有落下。",
			"All contents are listed, in words. | 所有成分都用文字列出。",
			"A sample is tied to the box: try that first. | 盒上系着小样，请先试它。",
		],
		care: [
			"Keep it in the dark and cool; it stays fresh for three years. | 避光阴凉存放，三年不变味。",
			"Returned unopened with the sample used, we pay you back. | 只用小样、未开封退回，全额退款。",
			"Spray once on the scarf instead of twice on the wrist. | 在围巾上喷一下，胜过手腕上两下。",
		],
		goods: `
	Salt Garden | Sea air and rosemary | amberfen | 64 | sky sage | Glass, cork stopper
	Walk from the beach into a kitchen garden, and stop where the two meet.
	盐花园香水 | 海风与迷迭香
	从海滩走进菜园，停在两者相遇的地方。
	Amber Letter | Warm resin, old paper | amberfen | 78 | amber cocoa | Glass, wooden cap
	Opens like a drawer with letters in it and closes with vanilla.
	琥珀信笺香水 | 暖树脂与旧纸香
	像打开一抽屉旧信，最后以香草收尾。
	Green Stairwell | Ivy after rain | amberfen | 58 | forest teal | Glass, steel cap
	Cool stone, wet leaves, a door that falls shut somewhere above.
	绿阶香水 | 雨后常春藤
	凉石、湿叶，上方某处有一扇门关上。
	Peony Noon | Bright and a little shy | amberfen | 62 | blush lilac | Glass, cork stopper
	Petals with the dew still on, and no sugar behind them.
	牡丹正午香水 | 明亮含羞的花香
	花瓣还带着露水，背后没有糖。
	Black Fig | Dark fruit, dry wood | amberfen | 74 | plum ink | Glass, wooden cap
	The fruit comes first, but it is the branch that you remember.
	黑无花果香水 | 深果与干木
	先闻到的是果实，记住的却是枝条。
	Citrus Ledger | Bitter orange and ink | amberfen | 55 | coral butter | Glass, steel cap
	For tidy mornings: peel, pencil, clean shirt.
	柑橘账簿香水 | 苦橙与墨水
	献给整洁的早晨：果皮、铅笔、干净的衬衫。
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
			"Boiled slowly, rested for six weeks. | 慢慢熬煮，静置六周。",
			"A bar lasts as long as two bottles. | 一块抵得上两瓶。",
			"Lathers in hard water too. | 硬水里也能起泡。",
			"Wrapped in paper and nothing else. | 只用纸包，别无他物。",
			"The oval fits the hand to the last sliver. | 椭圆形直到最后一小片都合手。",
		],
		care: [
			"Let it dry on the ridged dish; it lasts twice as long. | 放在沥水皂盒上晾干，寿命加倍。",
			"Good for hands, body and, between us, wool jumpers. | 洗手、洗身体，私下说，羊毛衫也行。",
			"Oils pressed within a day's drive. | 油脂在一天车程内压榨。",
		],
		goods: `
	Sea Lavender Soap | Calm in the evening | amberfen | 7.5 | lilac sky | Olive and coconut oil
	For the last wash of the day, when the light is already low.
	海薰衣草皂 | 睡前的宁静
	适合一天里最后一次洗手，光线已经低垂。
	Oat Milk Soap | For skin that complains | amberfen | 8 | oat sand | Oat milk and shea
	No scent and no colour, only oats that have calmed grandmothers' hands before.
	燕麦奶皂 | 敏感肌温和之选
	无香无色，只有曾安抚外婆双手的燕麦。
	Pine Tar Soap | Smells of a workshop | amberfen | 8.5 | forest cocoa | Olive oil and pine tar
	Takes off engine oil, garden soil and Monday.
	松焦油皂 | 木工房的味道
	洗掉机油、花园的泥土和星期一。
	Rose Clay Soap | Pink from the earth | amberfen | 9 | blush brick | Clay and almond oil
	The colour is clay, the scent is rose, the feeling is clean.
	玫瑰泥皂 | 大地的粉色
	颜色是陶土，香气是玫瑰，感觉是干净。
	Lemon Verbena Soap | Wakes you up | amberfen | 7.5 | butter sage | Olive oil and verbena
	A bright bar for the morning that has no mercy otherwise.
	柠檬马鞭草皂 | 清晨提神
	献给毫不留情的早晨的一块明亮。
	Charcoal Mint Soap | Cool and dark | amberfen | 8.5 | coal teal | Charcoal and mint
	Black in the dish, white in the hand, cold on the neck.
	炭薄荷皂 | 黑皂白沫，清凉一身
	皂盒里是黑，手心里是白，脖子上是凉。
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
			"Sinks in before the shirt is buttoned. | 衬衫还没扣好就已吸收。",
			"Twelve contents, all of them readable. | 十二种成分，全都读得懂。",
			"Free of perfume. | 不含香精。",
			"Glass or tin, never mixed plastics. | 玻璃或铁罐，绝不用混合塑料。",
			"Tested by people with red cheeks. | 由脸颊泛红的人测试。",
		],
		care: [
			"A pea is enough; two are for winter. | 一粒豌豆大小就够，冬天用两粒。",
			"Send five empty ones back and the sixth is free. | 寄回五个空罐，第六罐免费。",
			"Use within a year of opening; the date is on the foot. | 开封后一年内用完，日期在罐底。",
		],
		goods: `
	Morning Dew Cream | Light, for under everything | amberfen | 29 | sky sage | Aloe and squalane
	Gone in ten seconds, leaving skin that looks as if it had slept.
	晨露面霜 | 轻薄好吸收
	十秒吸收，肌肤像睡足了一样。
	Hand Harvest Balm | For hands that work | amberfen | 16 | amber clay | Beeswax and oats
	Developed with a gardener, a nurse and a bricklayer, who still order it.
	丰收护手霜 | 劳动双手的好伴侣
	与园丁、护士和泥瓦匠一起研发，他们至今仍在回购。
	Night Moss Cream | Rich, slow, quiet | amberfen | 38 | forest plum | Moss extract and shea
	A thick green cream that has all night and uses it.
	夜苔晚霜 | 浓润修护一整夜
	厚实的绿色面霜，整夜都是它的工作时间。
	Clear Brook Gel | Cool for oily days | amberfen | 24 | teal chalk | Cucumber and zinc
	A gel that mattes the nose and leaves the rest alone.
	清溪控油凝露 | 清凉控油
	让鼻翼哑光、其余不动的凝胶。
	Sunday Mask | Fifteen minutes of nothing | amberfen | 32 | blush oat | Kaolin and honey
	Put it on, lie down, say that you can't talk now.
	周日面膜 | 十五分钟的放空
	敷上，躺下，说现在不方便讲话。
	Weather Shield Cream | Against wind and cold | amberfen | 27 | slate coral | Lanolin and jojoba
	A film as thin as breath that the north wind does not get through.
	风雪防护霜 | 抵御寒风
	薄如一口气的膜，北风也穿不过。
`,
	},
];
