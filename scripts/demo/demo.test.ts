// What must hold of the demo data, whatever is added to it.
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { brands } from "./brands.ts";
import { catalogue } from "./catalogue.ts";
import { categories } from "./categories.ts";
import { banners, coupons, planFlashSale, promotions } from "./marketing.ts";
import { planOrders, seedableOrders } from "./orders.ts";
import { people } from "./people.ts";
import { bannerScenes, drawBanner, drawBrandMark, drawCategory } from "./pictures/banner.ts";
import { drawEmpty, emptyKinds } from "./pictures/empty.ts";
import { kinds } from "./pictures/kinds.ts";
import { drawProduct, views } from "./pictures/product.ts";
import { allReviews } from "./reviews.ts";
import { topics } from "./topics.ts";
import { weights } from "./weights.ts";
import { words } from "./words.ts";

const categoryKeys = new Set(categories.map((one) => one.key));
const variants = catalogue.flatMap((product) => product.variants);
const skus = new Set(variants.map((variant) => variant.sku));
const firstReasons = [
	"damaged",
	"defective",
	"wrong-item",
	"not-as-described",
	"does-not-fit",
	"changed-mind",
];
const unique = (list: string[]) => expect(new Set(list).size).toBe(list.length);

describe("the demo catalogue", () => {
	it("has the promised size", () => {
		expect(catalogue.length).toBeGreaterThanOrEqual(290);
		expect(categories.length).toBeGreaterThanOrEqual(38);
		expect(brands).toHaveLength(20);
		expect(Object.keys(kinds).length).toBeGreaterThanOrEqual(40);
	});

	it("repeats no key, SKU, name or text", () => {
		unique(catalogue.map((one) => one.key));
		unique(variants.map((one) => one.sku));
		unique(catalogue.map((one) => one.name));
		unique(catalogue.map((one) => one.subtitle));
		unique(catalogue.map((one) => one.description));
		unique(catalogue.map((one) => one.translations.zh.name));
		unique(catalogue.map((one) => one.translations.zh.subtitle));
		unique(catalogue.map((one) => one.translations.zh.description));
		unique(catalogue.map((one) => one.description.split("</p>")[0] ?? ""));
	});

	it("is called something in Chinese, down to each option, attribute and tag", () => {
		const known = new Set(words.map(({ word }) => word));
		const isMeasure = (text: string) =>
			/^[\d.,×+ ]*(ml|l|cm|mm|g|kg|[GT]B|W|in|h|mAh|°C|HRC|%|g\/m²|ATM)?$/.test(text);
		const isName = (text: string) =>
			/^(X?[SML]|X[SL]|IPX?\d+|E\d\d|[45][GK]|APS-C|USB-C)$/.test(text);
		const shown = catalogue.flatMap(({ options, attributes, tags }) => [
			...options.flatMap(({ name, values }) => [name, ...values]),
			...attributes.flatMap(({ name, value }) => [name, value]),
			...tags,
		]);

		const missing = shown.filter(
			(text) => !isMeasure(text) && !isName(text) && !known.has(text),
		);

		expect([...new Set(missing)]).toEqual([]);
		unique(words.map(({ word }) => word));
		for (const { word, chinese } of words) expect(chinese, word).not.toBe("");
	});

	it("is described in Chinese without an English word", () => {
		for (const { key, description, translations } of catalogue) {
			const { zh } = translations;
			const words = zh.description.replaceAll(/<[^>]*>/g, "");
			const foreign = words.match(/[A-Za-z]{4,}/g) ?? [];
			expect(
				foreign.filter((word) => !["PFAS", "Tritan"].includes(word)),
				key,
			).toEqual([]);
			expect(words.length, key).toBeGreaterThan(40);
			expect(zh.description.match(/<li>/g), key).toHaveLength(
				description.match(/<li>/g)!.length,
			);
		}
	});

	it("refers only to what exists", () => {
		const brandKeys = new Set(brands.map((one) => one.key));
		for (const product of catalogue) {
			expect(categoryKeys, product.key).toContain(product.category);
			expect(brandKeys, product.key).toContain(product.brand);
			expect(kinds, product.key).toHaveProperty(product.picture.kind);
		}
		for (const { parent } of categories) if (parent) expect(categoryKeys).toContain(parent);
	});

	it("sells something of every brand and in every category without children", () => {
		const parents = new Set(categories.map((one) => one.parent));
		const leaves = categories.filter((one) => !parents.has(one.key)).map((one) => one.key);
		const sold = new Set(catalogue.map((one) => one.category));
		expect([...sold].toSorted()).toEqual(leaves.toSorted());
		expect(new Set(catalogue.map((one) => one.brand)).size).toBe(brands.length);
	});

	it("weighs everything that it sells", () => {
		for (const { category } of catalogue)
			expect(weights[category], category).toBeGreaterThan(0);
	});

	it("gives every variant one allowed value of each option, and none twice", () => {
		for (const product of catalogue) {
			const names = product.options.map((option) => option.name);
			for (const variant of product.variants) {
				expect(Object.keys(variant.options), variant.sku).toEqual(names);
				for (const option of product.options) {
					expect(option.values, variant.sku).toContain(variant.options[option.name]);
				}
			}
			unique(product.variants.map((variant) => JSON.stringify(variant.options)));
		}
	});

	it("has whole positive prices, list prices above them, and stock from none to plenty", () => {
		for (const { sku, price, listPrice, stock } of variants) {
			expect(Number.isInteger(price) && price > 0, sku).toBe(true);
			expect(listPrice ?? price + 1, sku).toBeGreaterThan(price);
			expect(Number.isInteger(stock) && stock >= 0, sku).toBe(true);
		}
		const reduced = catalogue.filter((one) => one.variants[0]?.listPrice).length;
		expect(reduced / catalogue.length).toBeGreaterThan(0.2);
		expect(reduced / catalogue.length).toBeLessThan(0.4);
		expect(variants.some((one) => one.stock === 0)).toBe(true);
		const low = variants.filter((one) => one.stock <= 5).length;
		expect(low).toBeGreaterThanOrEqual(6);
		expect(low).toBeLessThanOrEqual(14);
		expect(catalogue.some((one) => one.daysAgo < 7)).toBe(true);
		expect(catalogue.every((one) => one.daysAgo >= 0 && one.daysAgo <= 730)).toBe(true);
	});
});

describe("the drawn pictures", () => {
	it("draws every kind in every view as small, self-contained SVG", () => {
		for (const [at, kind] of Object.keys(kinds).entries()) {
			for (const view of views) {
				const seed = at + views.indexOf(view);
				const svg = drawProduct({ kind, view, seed, colour: "#4a7396", accent: "#dca549" });
				expect(svg.length, `${kind} ${view}`).toBeLessThan(8000);
				expect(svg).not.toMatch(/NaN|undefined|<script|<text|href=/);
				expect(new Set(svg.match(/ id="[^"]+"/g)).size).toBe(svg.match(/ id="/g)?.length);
			}
		}
	});

	it("gives the same picture for the same wish", () => {
		const wish = {
			kind: "mug",
			view: "front",
			seed: 2,
			colour: "#4a7396",
			accent: "#dca549",
		} as const;
		expect(drawProduct(wish)).toBe(drawProduct(wish));
	});

	it("renders in the sizes that it promises", async () => {
		const [first] = catalogue;
		const sample = catalogue.filter((_, at) => at % 25 === 0);
		for (const { picture } of sample)
			await size(drawProduct({ ...picture, view: "scene" }), [1000, 1000]);
		for (const [seed, scene] of bannerScenes.entries()) {
			const svg = drawBanner({
				scene,
				kinds: ["lamp", "mug", "book"],
				colour: "#5f8f86",
				seed,
			});
			await size(svg, [1600, 600]);
			expect(svg.length).toBeLessThan(14_000);
		}
		for (const kind of emptyKinds) await size(drawEmpty(kind), [640, 480]);
		await size(drawCategory(first?.picture.kind ?? "mug", "#bd6a4e"), [1000, 1000]);
		await size(drawBrandMark("Kilnmoor", "#bd6a4e"), [400, 400]);
	});
});

describe("people, reviews, orders and marketing", () => {
	it("writes reviews for known products, none twice, none before the product", () => {
		const reviews = allReviews(catalogue);
		const known = new Map(catalogue.map((one) => [one.key, one]));
		unique(reviews.map((one) => one.body));
		for (const review of reviews) {
			expect(review.daysAgo).toBeLessThan(known.get(review.product)?.daysAgo ?? 0);
			expect([1, 2, 3, 4, 5]).toContain(review.rating);
		}
		const average = reviews.reduce((sum, one) => sum + one.rating, 0) / reviews.length;
		expect(average).toBeGreaterThan(4);
		expect(average).toBeLessThan(4.6);
		expect(reviews.some((one) => one.locale === "zh")).toBe(true);
	});

	it("knows sixty people, each with an own name and a mail address that leads nowhere", () => {
		expect(people.length).toBeGreaterThanOrEqual(58);
		unique(people.map((one) => one.username));
		unique(people.map((one) => one.email));
		for (const { email } of people) expect(email).toMatch(/^[a-z.]+@example\.(com|org)$/);
		expect(new Set(people.map((one) => one.address.country))).toContain("CN");
	});

	it("plans orders of known people and goods, over ninety days, more of them lately", () => {
		const orders = planOrders(catalogue);
		const buyers = new Set(people.map((one) => one.key));
		unique(orders.map((one) => one.key));
		for (const order of orders) {
			expect(buyers).toContain(order.person);
			expect(order.lines.length).toBeGreaterThan(0);
			for (const line of order.lines) expect(skus).toContain(line.sku);
		}
		const lately = orders.filter((one) => one.daysAgo < 30).length;
		const before = orders.filter((one) => one.daysAgo >= 60).length;
		expect(lately).toBeGreaterThan(before * 1.3);
		expect(new Set(orders.map((one) => one.daysAgo)).size).toBe(90);
		expect(planOrders(catalogue)).toEqual(orders);
	});

	it("sends some of what has arrived back, for reasons that a new shop offers", () => {
		const orders = seedableOrders(catalogue);
		const returned = orders.filter(({ back }) => back);
		expect(returned.length).toBeGreaterThanOrEqual(4);
		expect(returned.length).toBeLessThan(20);
		for (const { outcome, back } of returned) {
			expect(["shipped", "completed"]).toContain(outcome);
			expect(firstReasons).toContain(back?.reason);
		}
		expect(new Set(returned.map(({ back }) => back?.status)).size).toBeGreaterThan(1);
	});

	it("offers coupons, promotions, a flash sale, banners and topics that resolve", () => {
		const sale = planFlashSale(catalogue);
		const prices = new Map(variants.map((one) => [one.sku, one.price]));
		unique(sale.products.map((one) => one.sku));
		for (const one of sale.products) expect(one.price).toBeLessThan(prices.get(one.sku) ?? 0);
		for (const one of banners) expect(categoryKeys).toContain(one.link.replace("/c/", ""));
		for (const one of topics)
			for (const key of one.categories) expect(categoryKeys).toContain(key);
		for (const { scope } of coupons) {
			if (scope.type === "categories")
				for (const key of scope.keys) expect(categoryKeys).toContain(key);
		}
		expect(coupons.some((one) => one.code === "WELCOME10")).toBe(true);
		expect(promotions.map((one) => one.action.type)).toContain("free-shipping");
		expect(new Set(banners.map((one) => one.picture.scene)).size).toBe(banners.length);
	});
});

async function size(svg: string, [width, height]: [number, number]) {
	const { data, info } = await sharp(Buffer.from(svg))
		.raw()
		.toBuffer({ resolveWithObject: true });
	expect([info.width, info.height]).toEqual([width, height]);
	expect(data.some((byte) => byte > 0)).toBe(true);
}
