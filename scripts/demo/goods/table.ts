// Kettles, coffee makers and bowls.
import type { Line } from "../types.ts";

export const table: Line[] = [
	{
		category: "kettles",
		kind: "kettle",
		sku: "KET",
		tags: ["breakfast", "tea time", "classic"],
		size: {
			name: "Capacity",
			values: [
				["0.9 l", 1],
				["1.4 l", 1.2],
			],
		},
		attributes: {
			Power: ["1200 W", "1500 W", "2200 W"],
			"Keep warm": ["Yes", "No"],
			"Cord length": ["75 cm", "100 cm"],
		},
		exceptions: {
			"Parlour Kettle": { Power: "", "Keep warm": "", "Cord length": "" },
			"Wanderer Kettle": { Power: "", "Keep warm": "", "Cord length": "" },
			"Degree Kettle": { "Keep warm": "Yes" },
		},
		facts: [
			"The slim spout pours where you look. | 细长壶嘴，看哪儿倒哪儿。",
			"The inside is seamless and wipes clean. | 内壁无缝，一擦就净。",
			"A mark inside shows two cups, four and full. | 内侧刻度：两杯、四杯、满壶。",
			"The lid opens wide enough for a brush. | 盖口宽到刷子能进。",
			"Hums rather than roars while it boils. | 烧水时是哼唱，不是轰鸣。",
		],
		care: [
			"Descale with vinegar once a month and it stays quiet. | 每月用醋除垢，就一直安静。",
			"All seals and the lid knob can be bought as spare parts. | 所有密封圈和盖钮都有备件。",
			"Fill it from the tap through the spout; the lid may stay on. | 从壶嘴灌水即可，盖子不必打开。",
		],
		goods: `
	Heron Gooseneck Kettle | Slow pour for filter coffee | brasswick |
	79 | coal chalk teal | Brushed steel
	A long neck and a counterweighted grip make the thin, steady stream that good filter coffee
	needs.
	苍鹭细口壶 | 手冲咖啡的稳稳水流
	长颈与配重手柄，倒出手冲咖啡要的细稳水流。
	Parlour Kettle | A round shape for the stove | brasswick |
	64 | butter brick sky | Enamelled steel
	It whistles a friendly fifth and looks as if it had always stood on that stove.
	客厅炉灶壶 | 圆润壶身，炉上好看
	哨声是友善的五度，像一直站在那炉上。
	Quickfall Kettle | Two cups in eighty seconds | brasswick |
	55 | ink fog coral | Steel, cool-touch shell
	For mornings that started late: boils what you need, not what the kettle wants.
	急流电水壶 | 80 秒烧好两杯水
	给起晚了的早晨：烧你要的量，而不是壶要的量。
	Degree Kettle | Five temperatures, one button | brasswick | 99 | slate oat | Brushed steel
	Green tea at 75, oolong at 90, coffee at 94; it holds the degree for half an hour.
	温控电水壶 | 五档温度，一键可达
	绿茶 75、乌龙 90、咖啡 94 度，保温半小时。
	Wanderer Kettle | Small, flat, for the pack | cairnway | 38 | forest amber | Anodised aluminium
	Boils on the smallest camping stove and packs flat with its handle folded over.
	漫游者小壶 | 小巧扁平，随包出行
	最小的营炉也能烧，手柄折下便平。
	Verandah Kettle | Wood grip, soft shoulders | brasswick |
	72 | sage blush cocoa | Steel and beech
	The beech grip never gets hot, and the shoulders let the last drop out.
	走廊木柄壶 | 榉木握柄，永不烫手
	榉木柄从不烫手，壶肩让最后一滴也倒得出。
`,
	},
	{
		category: "coffee-makers",
		kind: "press",
		sku: "PRS",
		tags: ["coffee", "breakfast", "plastic-free"],
		size: {
			name: "Cups",
			values: [
				["3 cups", 1],
				["6 cups", 1.25],
				["8 cups", 1.4],
			],
		},
		attributes: {
			Filter: ["Steel mesh", "Double mesh"],
			"Dishwasher safe": ["Yes"],
			Insulated: ["Yes", "No"],
		},
		exceptions: {
			"Nightshift Press": { Insulated: "Yes" },
			"Copper Bay Press": { Insulated: "No" },
			"Slow Drip Stand": { Insulated: "No" },
		},
		facts: [
			"The double mesh keeps the last sip clear. | 双层网让最后一口也清澈。",
			"Borosilicate glass that takes boiling water calmly. | 硼硅玻璃，从容面对沸水。",
			"The frame lifts off for cleaning. | 框架可取下清洗。",
			"No paper filters, no capsules, no waste. | 没有滤纸，没有胶囊，没有垃圾。",
			"A line inside marks four spoons of coffee. | 内侧刻线标出四勺咖啡。",
		],
		care: [
			"Take the plunger apart once a week: three parts, no tools. | 每周拆一次压杆：三个零件，不用工具。",
			"Broken glass? The jug alone costs little and fits for years. | 玻璃碎了？单买壶身不贵，多年都配得上。",
			"Coarse coffee, water just off the boil, four minutes. | 粗研磨，刚离沸点的水，四分钟。",
		],
		goods: `
	Copper Bay Press | French press in a warm frame | brasswick |
	49 | clay coal sage | Glass and steel
	The press you know, with a frame that stands firmly and a knob that is good to hold.
	铜湾法压壶 | 温暖框架的法式滤压
	你熟悉的法压壶，框架稳，旋钮好握。
	Nightshift Press | Insulated, for two rounds | brasswick | 65 | ink coal | Double-wall glass
	Two walls of glass keep the second cup as hot as the first was.
	夜班保温法压壶 | 双层保温，第二杯依旧热
	双层玻璃让第二杯和第一杯一样热。
	Lido Press | Colours of a swimming bath | brasswick | 42 | sky coral butter | Glass and steel
	Bright as a summer lido, so that even a Monday pot looks like leave.
	泳池彩色法压壶 | 夏日配色，周一也明快
	明亮如夏日泳池，周一的一壶也像放假。
	Field Press | Unbreakable, for outside | cairnway | 39 | forest slate | Tritan and steel
	Drops off a tailgate and keeps brewing; the plunger locks for the road.
	田野法压壶 | 摔不碎的户外款
	从车尾板掉下也照样冲，压杆可锁，方便上路。
	Slow Drip Stand | Filter coffee without paper | morrowleaf | 58 | oat walnut | Glass and steel
	Water finds its own way through the mesh, and the cup is bright without a paper filter.
	慢滴咖啡壶 | 不用滤纸的清亮咖啡
	水自己穿过滤网，不用滤纸也清亮。
	Grandmother's Press | The original outline | brasswick | 36 | brick plum amber | Glass and steel
	Drawn after a press from 1958 that still works in our test kitchen.
	祖母法压壶 | 1958 年的经典轮廓
	仿自 1958 年的一把壶，它还在我们的试验厨房服役。
`,
	},
	{
		category: "bowls",
		kind: "bowl",
		sku: "BWL",
		tags: ["handmade", "everyday", "serving"],
		size: {
			name: "Diameter",
			values: [
				["14 cm", 1],
				["20 cm", 1.5],
				["26 cm", 2.1],
			],
		},
		attributes: {
			"Dishwasher safe": ["Yes", "No"],
			Microwave: ["Yes", "No"],
			Finish: ["Glossy", "Satin", "Matt"],
		},
		facts: [
			"The foot ring lets you carry it hot from below. | 圈足让你从下面端起热碗。",
			"Nests with its sisters into one neat stack. | 与姐妹们叠成整齐一摞。",
			"A rim that does not drip. | 不滴水的碗沿。",
			"Glazed inside and out, safe for vinegar and lemon. | 内外上釉，不怕醋和柠檬。",
			"Deep enough for noodles, wide enough for salad. | 深到装面，宽到装沙拉。",
		],
		care: [
			"Warm it under the tap before serving soup; the glaze will thank you. | 盛汤前用热水温一温，釉会感谢你。",
			"Sold singly, so that a broken one never breaks the set. | 单只出售，碎一只不坏一套。",
			"Small specks in the glaze are iron from the clay, not faults. | 釉里的小点是泥中的铁，不是瑕疵。",
		],
		goods: `
	Terrace Bowl | For salad, fruit and everything else | kilnmoor | 24 | sage clay oat | Stoneware
	Stands in the middle of the table from breakfast to the last olive of the evening.
	露台大碗 | 沙拉水果样样能装
	从早餐到夜里最后一颗橄榄，都站在桌子中间。
	Rice Moon Bowl | A quiet round for one | kilnmoor | 16 | chalk sky blush | Porcelain
	The size of two cupped hands, and about as comfortable to hold.
	米月饭碗 | 一人份的安静圆碗
	两手合捧的大小，捧着也差不多一样舒服。
	Ripple Serving Bowl | Turned with a wavy wall | kilnmoor | 38 | teal harbour | Stoneware
	The potter's fingers left soft rings; light and salad dressing run along them.
	涟漪盛菜碗 | 手指留下的柔和波纹
	陶工的手指留下柔和圈纹，光与沙拉汁沿着它流。
	Orchard Fruit Bowl | Wide, low, made to be filled | ashgrain | 49 | oak walnut | Turned oak
	Turned from one piece of oak, oiled twice, and never the same grain again.
	果园木碗 | 整块橡木车制
	由一整块橡木车成，上油两遍，木纹绝不重复。
	Market Noodle Bowl | Deep, with room for broth | kilnmoor | 21 | ink brick coal | Stoneware
	Holds the noodles, the broth and the egg on top, and leaves a corner for the chopsticks.
	集市面碗 | 深碗大容量，汤面刚好
	装得下面、汤和上面的蛋，还给筷子留一角。
	Pebble Snack Bowl | Small and speckled | kilnmoor | 14 | fog sand lilac | Stoneware
	For nuts, dip, keys, rings: the bowl that always has a job.
	卵石小碗 | 小巧带斑点，随手一用
	坚果、蘸酱、钥匙、戒指：总有差事的碗。
`,
	},
];
