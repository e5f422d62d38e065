import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import { promotions } from "#contracts/promotions";
import type { Wanted } from "#contracts/promotions";
import { customer, removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
} from "#tests/support/neighbours";

const marketing = staff("marketing:read", "marketing:write");
const always = { startsAt: "2020-01-01T00:00:00.000Z", endsAt: "2120-01-01T00:00:00.000Z" };
const everything = { type: "all" as const };
let coupons = 0;

describe("promotions", () => {
	let mall: TestMall;
	const goods = catalogue(
		aSaleItem({ sku: "A" }),
		aSaleItem({ sku: "B", unitPrice: 333, categoryIds: ["books"] }),
	);
	const stock = stockroom({ A: 100, B: 5 });
	const earlier = new Map<string, number>();

	beforeAll(async () => {
		mall = await start([
			"promotions",
			goods.service,
			stock.service,
			shopSettings().service,
			people(),
			stub(orders, {
				bought: ({ userId }) => ({ orders: earlier.get(userId) ?? 0, hasBought: false }),
			}),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const quote = (items: Wanted[], more: object = {}, who = customer("ada")) =>
		mall.call(promotions.quote, { items, ...more }, who);
	const price = (items: Wanted[], more: object = {}) =>
		mall.call(promotions.price, {
			userId: "ada",
			items,
			address: anAddress,
			shippingMethod: "standard",
			...more,
		});
	const aCoupon = (changes: object = {}) => {
		const kind = { kind: "code" as const, code: `CODE-${++coupons}` };
		const coupon = {
			name: `Coupon ${coupons}`,
			...kind,
			discount: { type: "amount" as const, value: 500 },
			scope: everything,
			minimumSpend: 0,
			total: 10,
			perPerson: 1,
			...always,
			enabled: true,
			...changes,
		};
		return mall.call(promotions.createCoupon, coupon, marketing);
	};
	const aClaimable = (changes: object = {}) =>
		aCoupon({ kind: "claim", code: undefined, ...changes });
	const couponNow = async (id: string) => {
		const { items } = await mall.call(promotions.adminCoupons, { pageSize: 100 }, marketing);
		return items.find((coupon) => coupon.id === id)!;
	};
	const aPromotion = (changes: object = {}) =>
		mall.call(
			promotions.createPromotion,
			{
				name: "Ten percent",
				kind: "order",
				scope: everything,
				rules: { conditions: {}, action: { type: "percent", value: 10 } },
				...always,
				priority: 1,
				enabled: true,
				...changes,
			},
			marketing,
		);
	const redeem = (orderId: string, couponId: string, more: object = {}) =>
		mall.call(promotions.redeem, {
			orderId,
			userId: orderId,
			couponId,
			claimId: null,
			...more,
		});

	it("takes prices from the catalogue, adds up the same SKU, and offers what ships there", async () => {
		const items = [
			{ sku: "A", quantity: 1 },
			{ sku: "A", quantity: 1 },
		];
		const abroad = await quote(items, { address: { ...anAddress, country: "US" } });
		const home = await quote(items, { address: "address-1", shippingMethod: "express" });

		expect(abroad.items).toMatchObject([
			{ sku: "A", quantity: 2, unitPrice: 1000, total: 2000 },
		]);
		expect(abroad.shippingMethods.map(({ key }) => key)).toEqual(["standard"]);
		expect(abroad.totals).toMatchObject({ goods: 2000, shipping: 490, total: 2490 });
		expect(home.totals).toMatchObject({ shipping: 1490, total: 3490 });
	});

	it("ships free by what is left to pay after discounts", async () => {
		const coupon = await aCoupon();

		const full = await quote([{ sku: "A", quantity: 5 }]);
		const less = await quote([{ sku: "A", quantity: 5 }], { coupon: coupon.code });

		expect(full.totals.shipping).toBe(0);
		expect(less.totals).toMatchObject({ coupon: 500, shipping: 490, total: 4990 });
	});

	it("refuses what is not for sale, more than there is, and a way that does not ship there", async () => {
		await expect(quote([{ sku: "X", quantity: 1 }])).rejects.toMatchObject({
			type: "SKU_UNKNOWN",
			data: { sku: "X" },
		});
		await expect(quote([{ sku: "B", quantity: 6 }])).rejects.toMatchObject({
			type: "OUT_OF_STOCK",
			data: { sku: "B", left: 5 },
		});
		await expect(
			quote([{ sku: "A", quantity: 1 }], {
				address: { ...anAddress, country: "US" },
				shippingMethod: "express",
			}),
		).rejects.toMatchObject({ type: "SHIPPING_METHOD_UNKNOWN" });
	});

	it("names the ways to ship in the reader's language, as far as they have names in it", async () => {
		const items = [{ sku: "A", quantity: 1 }];
		const asked = { items, address: anAddress };

		const chinese = await mall.call(promotions.quote, asked, { locale: "zh" });
		const english = await mall.call(promotions.quote, asked, { locale: "en" });

		expect(chinese.shippingMethods.map(({ name }) => name)).toEqual(["标准配送", "Express"]);
		expect(english.shippingMethods.map(({ name }) => name)).toEqual(["Standard", "Express"]);
	});

	it("names promotions and coupons in the reader's language, on every way to them", async () => {
		const translations = { zh: { name: "礼券" } };
		const gift = await aClaimable({ translations });
		const code = await aCoupon({ translations });
		const spring = { name: "Spring", translations: { zh: { name: "春日" } } };
		const { id } = await aPromotion(spring);
		const zh = { ...customer("grace"), locale: "zh" } as const;
		const offered = { productId: "p", categoryIds: [], brandId: null, tags: [] };

		const claimed = await mall.call(promotions.claim, { id: gift.id }, zh);
		const mine = await mall.call(promotions.mine, {}, zh);
		const open = await mall.call(promotions.coupons, {}, zh);
		const offers = await mall.call(promotions.offers, offered, zh);
		const priced = await quote([{ sku: "A", quantity: 1 }], { coupon: code.code }, zh);
		const english = await quote([{ sku: "A", quantity: 1 }], { coupon: code.code });
		await mall.call(promotions.removePromotion, { id }, marketing);

		expect([claimed.name, mine.items[0]?.name]).toEqual(["礼券", "礼券"]);
		expect(open.items.find((one) => one.id === gift.id)?.name).toBe("礼券");
		expect(offers.coupons.find((one) => one.id === gift.id)?.name).toBe("礼券");
		expect(offers.promotions).toContainEqual({ label: "春日" });
		expect(priced.discounts.map(({ label }) => label)).toEqual(["春日", "礼券"]);
		expect(english.discounts.map(({ label }) => label)).toEqual(["Spring", code.name]);
	});

	it("says in the reader's language why a coupon or points do not apply", async () => {
		const coupon = await aCoupon({ minimumSpend: 100_000 });
		const asked = { coupon: coupon.code, points: 5 };

		const english = await quote([{ sku: "A", quantity: 1 }], asked);
		const chinese = await quote([{ sku: "A", quantity: 1 }], asked, {
			...customer("ada"),
			locale: "zh",
		});
		const unknown = await quote([{ sku: "A", quantity: 1 }], { coupon: "NO-SUCH" });

		expect(english.rejected).toEqual([
			{ label: coupon.name, reason: expect.stringMatching(/minimum/) },
			{ label: "Points", reason: expect.stringMatching(/fewer/) },
		]);
		expect(chinese.rejected[0]?.reason).toMatch(/最低消费/);
		expect(unknown.rejected).toEqual([
			{ label: "NO-SUCH", reason: expect.stringMatching(/no such/) },
		]);
	});

	it("refuses hard at the price what a quote only mentions", async () => {
		const coupon = await aCoupon({ minimumSpend: 100_000 });

		await expect(
			price([{ sku: "A", quantity: 1 }], { coupon: coupon.code }),
		).rejects.toMatchObject({ type: "COUPON_NOT_USABLE", code: 409 });
		await expect(price([{ sku: "A", quantity: 1 }], { points: 1 })).rejects.toMatchObject({
			type: "POINTS_SHORT",
			data: { left: 0 },
		});
		await expect(
			price([{ sku: "A", quantity: 1 }], { shippingMethod: "pigeon" }),
		).rejects.toMatchObject({ type: "SHIPPING_METHOD_UNKNOWN" });
	});

	it("keeps every total at the sum of its parts", async () => {
		const promotion = await aPromotion();
		const coupon = await aCoupon({ discount: { type: "percent", value: 33, cap: 700 } });
		const items = [
			{ sku: "A", quantity: 3 },
			{ sku: "B", quantity: 5 },
		];

		const priced = await price(items, { coupon: coupon.code });
		await mall.call(promotions.removePromotion, { id: promotion.id }, marketing);

		const { totals, items: lines, discounts } = priced.quote;
		const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
		expect(totals.promotion).toBe(467);
		expect(sum(lines.map(({ total }) => total)) + totals.shipping).toBe(totals.total);
		expect(sum(discounts.map(({ amount }) => amount))).toBe(totals.promotion + totals.coupon);
		expect(priced).toMatchObject({ couponId: coupon.id, claimId: null, points: 0 });
	});

	it("applies a promotion for first orders to newcomers only", async () => {
		const conditions = { firstOrder: true };
		const action = { type: "amount", value: 100 };
		const promotion = await aPromotion({ rules: { conditions, action } });
		earlier.set("regular", 3);

		const newcomer = await quote([{ sku: "A", quantity: 1 }], {}, customer("newcomer"));
		const regular = await quote([{ sku: "A", quantity: 1 }], {}, customer("regular"));
		const guest = await quote([{ sku: "A", quantity: 1 }], {}, {});
		await mall.call(promotions.removePromotion, { id: promotion.id }, marketing);

		expect(newcomer.totals.promotion).toBe(100);
		expect(regular.totals.promotion).toBe(0);
		expect(regular.rejected).toHaveLength(1);
		expect(guest.totals.promotion).toBe(0);
	});

	it("follows a change of a promotion at once", async () => {
		const promotion = await aPromotion();
		const line = { ...aSaleItem({ sku: "A" }), quantity: 2 };
		const { slug: _, name: __, image: ___, options: ____, ...goodsLine } = line;
		const ask = { lines: [goodsLine], userId: null };

		const before = await mall.call(promotions.goods, ask);
		await mall.call(
			promotions.updatePromotion,
			{ id: promotion.id, version: promotion.version, enabled: false },
			marketing,
		);
		const after = await mall.call(promotions.goods, ask);
		const late = mall.call(
			promotions.updatePromotion,
			{ id: promotion.id, version: promotion.version, enabled: true },
			marketing,
		);

		expect(before).toMatchObject({ goods: 2000, discount: 200, shipping: 490 });
		expect(after.discount).toBe(0);
		await expect(late).rejects.toMatchObject({ type: "STALE_VERSION" });
	});

	it("names every wrong field of a coupon and refuses a code twice", async () => {
		await expect(
			aCoupon({
				endsAt: "2019-01-01T00:00:00.000Z",
				discount: { type: "percent", value: 101 },
				scope: { type: "products" },
				code: undefined,
			}),
		).rejects.toMatchObject({
			type: "INVALID",
			data: {
				errors: ["endsAt", "discount.value", "scope.ids", "code"].map((path) =>
					expect.objectContaining({ path }),
				),
			},
		});
		const first = await aCoupon();
		await expect(aCoupon({ code: first.code })).rejects.toMatchObject({ type: "CODE_TAKEN" });
	});

	it("lets a coupon be changed while it is claimed, but not below what is out", async () => {
		const coupon = await aClaimable({ total: 2 });
		await mall.call(promotions.claim, { id: coupon.id }, customer("early"));
		const change = { id: coupon.id, version: coupon.version };

		const changed = await mall.call(
			promotions.updateCoupon,
			{ ...change, name: "New" },
			marketing,
		);

		expect(changed).toMatchObject({ name: "New", claimed: 1, version: coupon.version + 1 });
		await expect(
			mall.call(promotions.updateCoupon, { ...change, name: "Late" }, marketing),
		).rejects.toMatchObject({ type: "STALE_VERSION" });
	});

	it("never gives out more claims than there are, however many want one at once", async () => {
		const coupon = await aClaimable({ total: 7 });

		const answers = await Promise.allSettled(
			Array.from({ length: 60 }, (_, n) =>
				mall.call(promotions.claim, { id: coupon.id }, customer(`many-${n}`)),
			),
		);

		const won = answers.filter(({ status }) => status === "fulfilled");
		const lost = answers.filter((answer) => answer.status === "rejected");
		expect(won).toHaveLength(7);
		for (const { reason } of lost) expect(reason).toMatchObject({ type: "COUPON_GONE" });
		expect((await couponNow(coupon.id)).claimed).toBe(7);
	});

	it("gives one person no more claims than allowed, also at once", async () => {
		const coupon = await aClaimable({ perPerson: 2, total: 100 });
		const greedy = customer("greedy");

		await Promise.allSettled(
			Array.from({ length: 20 }, () =>
				mall.call(promotions.claim, { id: coupon.id }, greedy),
			),
		);
		await mall.call(promotions.claim, { id: coupon.id }, greedy).catch(() => {});
		const more = mall.call(promotions.claim, { id: coupon.id }, greedy);

		await expect(more).rejects.toMatchObject({ type: "COUPON_CLAIMED" });
		const mine = await mall.call(promotions.mine, {}, greedy);
		expect(mine.items.filter(({ couponId }) => couponId === coupon.id)).toHaveLength(2);
		expect((await couponNow(coupon.id)).claimed).toBe(2);
	});

	it("answers a claim, a new coupon and a new promotion that is sent again with its key alike", async () => {
		const coupon = await aClaimable({ total: 1 });
		const claim = () =>
			mall.call(
				promotions.claim,
				{ id: coupon.id },
				{ ...customer("twice"), idempotencyKey: "claim" },
			);

		const [first, again] = [await claim(), await claim()];

		expect(again).toEqual(first);
		const fields = { name: "Once", scope: everything, priority: 1, enabled: false, ...always };
		const rules = { conditions: {}, action: { type: "percent", value: 10 } };
		const promotion = { ...fields, kind: "order", rules } as const;
		const create = () =>
			mall.call(promotions.createPromotion, promotion as never, {
				...marketing,
				idempotencyKey: "promotion",
			});
		const made = await create();
		expect((await create()).id).toBe(made.id);
		const code = {
			...fields,
			kind: "code",
			code: "ONCE",
			minimumSpend: 0,
			total: 1,
			perPerson: 1,
		};
		const { priority: _, ...body } = { ...code, discount: { type: "amount", value: 1 } };
		const createCode = () =>
			mall.call(promotions.createCoupon, body as never, {
				...marketing,
				idempotencyKey: "coupon",
			});
		expect((await createCode()).id).toBe((await createCode()).id);
	});

	it("redeems the last one of a coupon exactly once among 1,000 orders at once", async () => {
		const coupon = await aCoupon({ total: 3 });
		await redeem("one", coupon.id);
		await redeem("two", coupon.id);

		const answers = await Promise.allSettled(
			Array.from({ length: 1000 }, (_, n) => redeem(`order-${n}`, coupon.id)),
		);

		expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect((await couponNow(coupon.id)).redeemed).toBe(3);
	});

	it("redeems once per order and restores once, however often either is said", async () => {
		const coupon = await aCoupon();
		const said = (orderId: string) => redeem(orderId, coupon.id, { userId: "talker" });

		await Promise.all([said("again"), said("again"), said("again")]);
		await said("again");
		const used = await couponNow(coupon.id);
		const second = said("second");
		await expect(second).rejects.toMatchObject({ type: "COUPON_NOT_USABLE" });
		await Promise.all([1, 2, 3].map(() => mall.call(promotions.restore, { orderId: "again" })));
		await mall.call(promotions.restore, { orderId: "again" });
		const back = await couponNow(coupon.id);

		expect([used.redeemed, back.redeemed]).toEqual([1, 0]);
		await said("third");
		await expect(said("again")).rejects.toMatchObject({ type: "COUPON_NOT_USABLE" });
	});

	it("uses a claim for one order, and frees it when the order gives it back", async () => {
		const coupon = await aClaimable();
		const ada = customer("ada");
		const claim = await mall.call(promotions.claim, { id: coupon.id }, ada);
		const use = { couponId: coupon.id, claimId: claim.id, userId: "ada" };
		const priced = await price([{ sku: "A", quantity: 1 }], { coupon: claim.id });

		await mall.call(promotions.redeem, { orderId: "a1", ...use });
		await expect(mall.call(promotions.redeem, { orderId: "a2", ...use })).rejects.toMatchObject(
			{ type: "COUPON_NOT_USABLE" },
		);
		const used = (await mall.call(promotions.mine, {}, ada)).items[0];
		await mall.call(promotions.restore, { orderId: "a1" });
		const free = (await mall.call(promotions.mine, {}, ada)).items[0];
		const stranger = await quote([{ sku: "A", quantity: 1 }], { coupon: claim.id }, {});

		expect(priced).toMatchObject({ claimId: claim.id, quote: { totals: { coupon: 500 } } });
		expect([used?.status, free?.status]).toEqual(["used", "usable"]);
		expect((await couponNow(coupon.id)).redeemed).toBe(0);
		expect(stranger.totals.coupon).toBe(0);
	});

	it("counts a guest by e-mail address where a code is limited per person", async () => {
		const coupon = await aCoupon();
		const guest = { userId: null, email: "Guest@example.com" };

		await redeem("g1", coupon.id, guest);
		const again = redeem("g2", coupon.id, { userId: null, email: "guest@example.com" });

		await expect(again).rejects.toMatchObject({ type: "COUPON_NOT_USABLE" });
		await redeem("g3", coupon.id, { userId: null, email: "other@example.com" });
	});

	it("shows what can be claimed now, and what a person has", async () => {
		const coupon = await aClaimable();
		await aClaimable({ startsAt: "2119-01-01T00:00:00.000Z" });
		await mall.call(promotions.claim, { id: coupon.id }, customer("lister"));

		const { items } = await mall.call(
			promotions.coupons,
			{ pageSize: 100 },
			customer("lister"),
		);

		expect(items.find(({ id }) => id === coupon.id)?.isClaimed).toBe(true);
		expect(items.every(({ id }) => id !== `Coupon ${coupons}`)).toBe(true);
	});

	it("offers on a product's page what takes part", async () => {
		const scope = { type: "categories" as const, ids: ["books"] };
		const promotion = await aPromotion({ name: "Book week", scope });
		const coupon = await aClaimable({ scope });
		const product = { productId: "p", brandId: null, tags: [] };

		const book = await mall.call(promotions.offers, { ...product, categoryIds: ["books"] });
		const toy = await mall.call(promotions.offers, { ...product, categoryIds: ["toys"] });
		await mall.call(promotions.removePromotion, { id: promotion.id }, marketing);

		expect(book.promotions).toEqual([{ label: "Book week" }]);
		expect(book.coupons).toContainEqual({ id: coupon.id, name: coupon.name });
		expect(toy.promotions).toEqual([]);
		expect(toy.coupons).not.toContainEqual({ id: coupon.id, name: coupon.name });
	});
});
