// Three short articles for the home page.
import type { BannerPicture } from "./pictures/banner.ts";

export type DemoTopic = {
	key: string;
	title: string;
	summary: string;
	body: string;
	categories: string[];
	picture: BannerPicture;
	daysAgo: number;
	translations: { zh: { title: string; summary: string; body: string } };
};

export const topics: DemoTopic[] = [
	{
		key: "four-minutes",
		title: "Four minutes for better coffee",
		summary: "You need a kettle, a press, coarse grounds, and the patience of one song.",
		body: html([
			"Good coffee at home does not begin with a machine. It begins with fresh " +
				"beans, and with water that has stopped boiling for half a minute.",
			"Grind 60 grams for each litre, about as coarse as sea salt. Pour a little, " +
				"let the grounds swell and smell, then fill the press to the band.",
			"Now wait four minutes. Break the crust with a spoon, take off the foam, " +
				"and push the plunger down as slowly as you can. Pour all of it at once: " +
				"what stays on the grounds turns bitter.",
			"Rinse the mesh right away. That is the whole secret, and it costs nothing.",
		]),
		categories: ["coffee", "coffee-makers", "kettles"],
		picture: { scene: "window", kinds: ["press", "mug", "coffee"], colour: "#7c5470", seed: 4 },
		daysAgo: 4,
		translations: {
			zh: {
				title: "四分钟，喝杯更好的咖啡",
				summary: "一把水壶、一个法压壶、粗研磨的豆子，再加一首歌的耐心。",
				body: html([
					"在家喝到好咖啡，不必从机器开始。先要有新鲜的豆子，再等沸水静置半分钟。",
					"每升水用 60 克咖啡粉，磨得像海盐一样粗。先注少许热水，让粉膨胀散香，再注满。",
					"等四分钟，用勺子拨开表层，撇去浮沫，慢慢压下滤网，然后一次倒完，留在粉上的会变苦。",
					"最后立刻冲洗滤网。秘诀就这么多，一分钱不花。",
				]),
			},
		},
	},
	{
		key: "a-corner-to-read",
		title: "How to build a corner for reading",
		summary: "A chair, a lamp at the right height, and something green: that is all it takes.",
		body: html([
			"A reading corner is not a piece of furniture but an agreement: here nobody " +
				"asks where the scissors are.",
			"Put the chair with its back to the room and its side to the window. " +
				"Daylight should come over the shoulder, in the evening the lamp takes its " +
				"place. Its lower edge belongs at the height of your eyes.",
			"A small table within reach spares the floor many cups. A rug quietens the " +
				"steps of the others, a cushion behind the back adds an hour.",
			"Last comes a plant. It asks for a glass of water a week and makes the " +
				"corner look as though it had always been there.",
		]),
		categories: ["chairs", "lamps", "cushions", "plants"],
		picture: { scene: "shelf", kinds: ["chair", "lamp", "plant"], colour: "#43695a", seed: 5 },
		daysAgo: 11,
		translations: {
			zh: {
				title: "布置一个读书角",
				summary: "一把椅子、一盏高度合适的灯，再来一点绿意，就够了。",
				body: html([
					"读书角不是一件家具，而是一种约定：在这里，没有人来问剪刀放哪儿了。",
					"让椅背朝向房间，侧面对着窗。白天光线从肩后来，晚上由灯接班，灯罩下沿与视线齐平最好。",
					"手边放张小桌，地板就少遭些咖啡渍。地毯收住脚步声，背后的抱枕能让你多坐一小时。",
					"最后添一盆绿植。每周一杯水，这个角落就像一直在那里似的。",
				]),
			},
		},
	},
	{
		key: "first-night-outside",
		title: "The first night outside",
		summary: "What to pack for one night in a tent, and what you can leave at home.",
		body: html([
			"The first night in a tent should be short, dry and close to home. A meadow " +
				"an hour away is wild enough.",
			"Pitch the tent while it is light, on ground that is a little higher than " +
				"the rest. Turn the low end to the wind. Put the torch where your hand will " +
				"look for it.",
			"Pack warm socks, a hat, a mat that keeps the cold of the ground away, and " +
				"a flask of tea. Leave the second pair of trousers, the big knife and the " +
				"portable shower.",
			"You will wake up at five because the birds do. Make coffee, look around, " +
				"and notice that nothing is missing.",
		]),
		categories: ["tents", "bottles", "bags"],
		picture: {
			scene: "hills",
			kinds: ["tent", "bottle", "backpack"],
			colour: "#bd6a4e",
			seed: 6,
		},
		daysAgo: 23,
		translations: {
			zh: {
				title: "第一次在户外过夜",
				summary: "在帐篷里住一晚该带什么，又有什么可以留在家里。",
				body: html([
					"第一次露营，时间要短、地面要干、离家要近。一小时车程外的草地就足够野了。",
					"趁天亮搭好帐篷，选稍高的地面，低的一头迎风。手电放在伸手就能摸到的地方。",
					"带上厚袜子、帽子、隔冷的垫子和一壶热茶。第二条裤子、大刀和便携淋浴都不用带。",
					"清晨五点，你会和鸟儿一起醒来。煮杯咖啡，看看四周，会发现什么都不缺。",
				]),
			},
		},
	},
];

function html(paragraphs: string[]): string {
	return paragraphs.map((text) => `<p>${text}</p>`).join("");
}
