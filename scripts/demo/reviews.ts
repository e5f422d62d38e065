// Reviews that buyers might have written: tied to the goods, ratings spread as in real shops.
import { chance, type Chance } from "./random.ts";
import { words, type Words } from "./review-words.ts";
import type { DemoProduct } from "./types.ts";

export type DemoReview = {
	product: string;
	rating: number;
	title: string;
	body: string;
	author: string;
	daysAgo: number;
	locale: "en" | "zh";
};

const given = [
	"Anna",
	"Ben",
	"Carla",
	"David",
	"Elif",
	"Femi",
	"Grace",
	"Hugo",
	"Ines",
	"Jonas",
	"Kofi",
	"Lena",
	"Marta",
	"Nils",
	"Olivia",
	"Priya",
	"Quentin",
	"Rosa",
	"Samir",
	"Tess",
	"Umar",
	"Vera",
	"Wim",
	"Yara",
	"Zoe",
	"Arjun",
	"Bea",
	"Callum",
	"Dora",
	"Emil",
	"Freya",
	"Gus",
	"Hana",
	"Ivo",
	"Jude",
];
const family = [..."ABCDEFGHJKLMNPRSTVW"];
const givenZh = ["李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];
const titles: Record<number, string[]> = {
	5: [
		"Exactly what I hoped for",
		"Would buy again",
		"Lovely",
		"Better than the picture",
		"So glad",
		"A small joy every day",
		"Perfect gift",
		"Worth every cent",
		"Five stars from all of us",
	],
	4: [
		"Very good",
		"Nearly perfect",
		"Good, with one small thing",
		"Happy with it",
		"Solid choice",
	],
	3: ["It is all right", "Mixed feelings", "Good, but", "Does the job"],
	2: ["Not quite for me", "Expected more", "A bit disappointed"],
	1: ["Sent it back", "Not my day", "Sadly no"],
};
const openings = [
	"Bought this {noun} for our new flat.",
	"This {noun} was a present from my sister.",
	"I compared for weeks and took this one.",
	"My second order here.",
	"Use it every single day.",
	"Had it for about two months now.",
	"Came well packed and a day early.",
	"I was not sure about the {size}, but it is right.",
	"My partner laughed at first and now uses it too.",
	"Replaced an old one that I had for ten years.",
	"Ordered on Sunday, here on Wednesday.",
	"First time that I review anything.",
];
const closings: Record<string, string[]> = {
	good: [
		"Would take it again.",
		"Already ordered a second one.",
		"Recommended.",
		"Well done.",
		"My mother wants one too.",
		"No complaints at all.",
		"Simply good.",
		"That is how it should be.",
		"I hope it lasts as long as it looks.",
		"Thank you to the people who pack so carefully.",
	],
	fair: [
		"Otherwise I am content.",
		"Still good for the money.",
		"For the price it is fine.",
		"Support answered within a day.",
		"I will keep it.",
		"Not a deal-breaker.",
	],
	poor: [
		"Returning it was easy, at least.",
		"Support was kind about it.",
		"A pity.",
		"Perhaps I was unlucky.",
		"I got my money back in three days.",
	],
};
const titlesZh: Record<number, string[]> = {
	5: ["非常满意", "超出预期", "值得推荐", "会回购", "好看又好用", "物超所值"],
	4: ["挺好的", "整体满意", "不错，小有遗憾"],
	3: ["中规中矩", "一般般"],
};
const openingsZh = [
	"收到很快，包装仔细。",
	"用了一个月来评价。",
	"第二次购买了。",
	"给家里新房买的。",
	"朋友推荐买的。",
	"对比了很久选的这款。",
	"物流给力，两天就到。",
];
const closingsZh = [
	"推荐给大家。",
	"客服也很耐心。",
	"性价比很高。",
	"下次还会来。",
	"希望能一直耐用。",
	"五星好评。",
];

/** Up to twelve reviews of a product, more for the popular, none twice in the shop. */
export function reviewsOf(product: DemoProduct, taken = new Set<string>()): DemoReview[] {
	const luck = chance(`${product.key} reviews`);
	const said = words[product.category];
	if (!said || product.daysAgo < 3) return [];
	const most = Math.round(12 * product.popularity ** 0.7);
	const count = luck.whole(Math.floor(most / 2), most);
	return Array.from({ length: count }, () => review(product, said, luck)).filter((one) => {
		const isNew = !taken.has(one.body);
		taken.add(one.body);
		return isNew;
	});
}

export function allReviews(products: DemoProduct[]): DemoReview[] {
	const taken = new Set<string>();
	return products.flatMap((product) => reviewsOf(product, taken));
}

function review(product: DemoProduct, said: Words, luck: Chance): DemoReview {
	const rating = stars(luck, product);
	const since = Math.min(product.daysAgo - 2, 400);
	const daysAgo = Math.floor(luck.next() ** 1.3 * since);
	const isChinese = rating >= 3 && luck.next() < 0.16;
	const text = isChinese ? chinese(said, rating, luck) : english(said, rating, luck);
	return { product: product.key, rating, ...text, daysAgo };
}

/** Good goods get better stars: some products are loved, a few are not. */
function stars(luck: Chance, { key }: DemoProduct): number {
	const mood = (chance(`${key} mood`).next() - 0.5) * 0.24;
	const draw = luck.next() - mood;
	const steps: [number, number][] = [
		[0.58, 5],
		[0.83, 4],
		[0.93, 3],
		[0.985, 2],
	];
	return steps.find(([limit]) => draw < limit)?.[1] ?? 1;
}

function english(said: Words, rating: number, luck: Chance) {
	const opening = luck.pick(openings).replace("{noun}", said.noun).replace("{size}", "colour");
	const mood = rating > 4 ? "good" : rating > 2 ? "fair" : "poor";
	const body = [
		opening,
		...(rating > 2 ? luck.some(said.praise, rating > 4 ? luck.whole(1, 2) : 1) : []),
		...(rating < 5 ? luck.some(said.complaints, rating < 3 ? 2 : 1) : []),
		luck.pick(closings[mood] ?? []),
	];
	return {
		title: luck.pick(titles[rating] ?? []),
		body: body.map((part) => (part.endsWith(".") ? part : `${part}.`)).join(" "),
		author: `${luck.pick(given)} ${luck.pick(family)}.`,
		locale: "en" as const,
	};
}

function chinese(said: Words, rating: number, luck: Chance) {
	const but = rating < 5 ? "就是颜色和图片略有差别。" : "";
	const body = `${luck.pick(openingsZh)}${luck.pick(said.zh)}。${but}${luck.pick(closingsZh)}`;
	return {
		title: luck.pick(titlesZh[rating] ?? []),
		body,
		author: `${luck.pick(givenZh)}**`,
		locale: "zh" as const,
	};
}
