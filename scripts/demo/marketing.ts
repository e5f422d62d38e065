// Promotions, coupons, the flash sale and banners of the demo shop. Days are counted from today,
// negative ones lie ahead; amounts are in cents.
import { chance } from "./random.ts";
import type { BannerPicture } from "./pictures/banner.ts";
import type { DemoProduct } from "./types.ts";

type Texts = { name: string };
export type DemoPromotion = {
	key: string;
	name: string;
	kind: "order";
	conditions: { minimumSpend: number };
	action: { type: "percent-off" | "free-shipping"; percent?: number };
	from: number;
	until: number;
	translations: { zh: Texts };
};
export type DemoCoupon = {
	key: string;
	name: string;
	kind: "claim" | "code" | "registration";
	code?: string;
	discount: { type: "amount" | "percent"; value: number; cap?: number };
	scope: { type: "all" } | { type: "categories"; keys: string[] };
	minimumSpend: number;
	total: number;
	perPerson: number;
	from: number;
	until: number;
	translations: { zh: Texts };
};
export type DemoBanner = {
	key: string;
	title: string;
	subtitle: string;
	action: string;
	link: string;
	picture: BannerPicture;
	translations: { zh: { title: string; subtitle: string; action: string } };
};
export type DemoFlashSale = {
	title: string;
	from: number;
	until: number;
	sessions: { key: string; name: string; from: string; to: string }[];
	products: { session: string; sku: string; price: number; quota: number; perPerson: number }[];
	translations: { zh: { title: string } };
};

export const promotions: DemoPromotion[] = [
	{
		key: "spend-and-save",
		name: "10 % off orders over $150",
		kind: "order",
		conditions: { minimumSpend: 15000 },
		action: { type: "percent-off", percent: 10 },
		from: 20,
		until: -40,
		translations: { zh: { name: "满 150 美元享九折" } },
	},
	{
		key: "free-shipping",
		name: "Free standard shipping over $60",
		kind: "order",
		conditions: { minimumSpend: 6000 },
		action: { type: "free-shipping" },
		from: 60,
		until: -300,
		translations: { zh: { name: "满 60 美元免标准运费" } },
	},
];

const table: [Pick<DemoCoupon, "key" | "name" | "kind" | "code">, number[], string[], string][] = [
	[
		{ key: "welcome", name: "10 % off your first order", kind: "code", code: "WELCOME10" },
		[10, 3000, 2000, 5000, 1],
		[],
		"首单九折",
	],
	[
		{ key: "five-off", name: "$5 off from $40", kind: "claim" },
		[500, 0, 4000, 800, 1],
		[],
		"满 40 减 5 美元",
	],
	[
		{ key: "kitchen-fifteen", name: "15 % off kitchen", kind: "claim" },
		[15, 2500, 3000, 300, 1],
		["kitchen"],
		"厨房用品八五折",
	],
	[
		{ key: "outdoor-twenty", name: "$20 off outdoor from $120", kind: "claim" },
		[2000, 0, 12000, 200, 1],
		["outdoor"],
		"户外满 120 减 20 美元",
	],
	[
		{ key: "pantry-treat", name: "$3 off tea, coffee and chocolate", kind: "claim" },
		[300, 0, 1500, 1000, 2],
		["pantry"],
		"茶饮食品减 3 美元",
	],
	[
		{ key: "hello", name: "$8 welcome gift", kind: "registration" },
		[800, 0, 5000, 10000, 1],
		[],
		"新人礼：减 8 美元",
	],
];

export const coupons: DemoCoupon[] = table.map(([head, numbers, keys, zh]) => {
	const [value = 0, cap = 0, minimumSpend = 0, total = 0, perPerson = 1] = numbers;
	return {
		...head,
		discount: cap ? { type: "percent", value, cap } : { type: "amount", value },
		scope: keys.length ? { type: "categories", keys } : { type: "all" },
		minimumSpend,
		total,
		perPerson,
		from: 15,
		until: -45,
		translations: { zh: { name: zh } },
	};
});

const scenes: [string[], string[], BannerPicture][] = [
	[
		[
			"slow-mornings",
			"Slow mornings",
			"Kettles, mugs and fresh roasts for the best hour of the day.",
			"Set the table",
			"/c/kitchen",
		],
		["慢晨时光", "水壶、马克杯与新鲜烘焙，陪你最好的一小时。", "去布置餐桌"],
		{ scene: "window", kinds: ["kettle", "mug", "plant"], colour: "#5f8f86", seed: 2 },
	],
	[
		[
			"out-there",
			"Out there",
			"Light tents, dry packs and hot tea on the summit.",
			"Pack your bag",
			"/c/outdoor",
		],
		["去野外", "轻帐篷、防水包，山顶一杯热茶。", "收拾行囊"],
		{
			scene: "hills",
			kinds: ["tent", "backpack", "bottle", "ball"],
			colour: "#d98f4a",
			seed: 2,
		},
	],
	[
		[
			"rooms-that-rest",
			"Rooms that rest",
			"Sofas, lamps and green corners, made to stay for years.",
			"See furniture",
			"/c/furniture",
		],
		["让房间歇一歇", "沙发、灯光与绿植，经得起岁月。", "看看家具"],
		{ scene: "shelf", kinds: ["sofa", "lamp", "plant"], colour: "#4f7a7a", seed: 2 },
	],
	[
		[
			"after-hours",
			"After hours",
			"Sound that fills the room and leaves the neighbours in peace.",
			"Listen in",
			"/c/audio",
		],
		["夜晚时分", "充满房间的声音，不打扰邻居。", "听一听"],
		{
			scene: "night",
			kinds: ["headphones", "speaker", "phone", "candle"],
			colour: "#41568c",
			seed: 2,
		},
	],
	[
		[
			"new-season",
			"New season, old friends",
			"Shoes to resole, hats to fold, watches to hand down.",
			"See what is new",
			"/c/fashion",
		],
		["新季老友", "可换底的鞋、可折的帽、可传家的表。", "看看新品"],
		{ scene: "steps", kinds: ["sneaker", "hat", "watch"], colour: "#7d6bb0", seed: 2 },
	],
	[
		[
			"short-lists",
			"Short lists, soft skin",
			"Care and scent from plants, with contents you can read.",
			"Discover care",
			"/c/beauty",
		],
		["成分简短，肌肤柔软", "源自植物的护理与香氛，成分一目了然。", "探索护理"],
		{ scene: "arch", kinds: ["perfume", "cream", "lipstick"], colour: "#c97f6a", seed: 2 },
	],
];

export const banners: DemoBanner[] = scenes.map(([english, chinese, picture]) => {
	const [key = "", title = "", subtitle = "", action = "", link = ""] = english;
	const [zhTitle = "", zhSubtitle = "", zhAction = ""] = chinese;
	const zh = { title: zhTitle, subtitle: zhSubtitle, action: zhAction };
	return { key, title, subtitle, action, link, picture, translations: { zh } };
});

const sessions = [
	{ key: "morning", name: "Morning", from: "08:00", to: "12:00" },
	{ key: "afternoon", name: "Afternoon", from: "12:00", to: "18:00" },
	{ key: "evening", name: "Evening", from: "18:00", to: "23:00" },
	{ key: "night", name: "Night", from: "23:00", to: "08:00" },
];

/** A sale that runs today and all week: in each session eight things, a quarter to a third off. */
export function planFlashSale(products: DemoProduct[]): DemoFlashSale {
	const luck = chance("flash sale");
	const wanted = products.flatMap((product) => {
		const variant = product.variants.find((one) => one.stock >= 20);
		return variant && variant.price < 30000 ? [variant] : [];
	});
	const chosen = luck.some(wanted, sessions.length * 8);
	return {
		title: "Flash deals of the week",
		from: 1,
		until: -7,
		sessions,
		products: chosen.map((variant, at) => ({
			session: sessions[at % sessions.length]?.key ?? "morning",
			sku: variant.sku,
			price: Math.round((variant.price * luck.pick([0.67, 0.7, 0.75])) / 50) * 50,
			quota: Math.min(luck.whole(8, 20), Math.floor(variant.stock / 2)),
			perPerson: 2,
		})),
		translations: { zh: { title: "本周限时秒杀" } },
	};
}
