import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory } from "#contracts/inventory";
import type { AdminProduct, Brand, Category, ProductInput, Word } from "#contracts/products";
import { products } from "#contracts/products";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const writer = staff("products:read", "products:write");
const editor = staff("products:read", "products:write", "products:publish");
const clerk = staff("inventory:read", "inventory:adjust");
let count = 0;

describe("products", () => {
	let mall: TestMall;
	let root: Category;
	let leaf: Category;
	let brand: Brand;
	beforeAll(async () => {
		mall = await start(["products", "inventory", "settings"]);
		root = await mall.call(products.createCategory, { name: "Audio & Video" }, editor);
		const below = { name: "Headphones", parentId: root.id };
		leaf = await mall.call(products.createCategory, below, editor);
		brand = await mall.call(products.createBrand, { name: "Aurora" }, editor);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const aProduct = (fields: Partial<ProductInput> = {}): ProductInput => ({
		name: `Wave ${++count}`,
		categoryId: leaf.id,
		brandId: brand.id,
		status: "published",
		variants: [{ price: 12_900, stock: 3 }],
		...fields,
	});
	const create = (fields: Partial<ProductInput> = {}) =>
		mall.call(products.create, aProduct(fields), editor);
	const page = (idOrSlug: string) => mall.call(products.get, { idOrSlug });
	const patch = ({ id, version }: AdminProduct, fields: object) =>
		mall.call(products.update, { id, version, ...fields }, editor);

	describe("on sale", () => {
		it("shows a new product with its stock, brand, place and shipping", async () => {
			const { slug } = await create({ name: "Aurora Wave <b>One</b>", subtitle: "Quiet" });

			const product = await page(slug);

			expect(slug).toBe("aurora-wave-one");
			expect(product).toMatchObject({
				name: "Aurora Wave One",
				subtitle: "Quiet",
				brand: { name: "Aurora", slug: "aurora" },
				category: { name: "Headphones" },
				breadcrumbs: [{ name: "Audio & Video" }, { name: "Headphones" }],
				price: 12_900,
				inStock: true,
				variants: [{ available: 3, price: 12_900 }],
				shipping: { price: 0, freeOver: 6000, daysFrom: 4, days: 4 },
			});
		});

		it("never shows drafts and the recycle bin", async () => {
			const draft = await create({ status: "draft" });
			const recycled = await create();
			await mall.call(products.remove, { id: recycled.id }, editor);
			const ids = [draft.id, recycled.id];

			const listed = await mall.call(products.list, { ids });
			const cards = await mall.call(products.cards, { ids });
			const entries = await mall.call(products.indexEntries, { ids });
			const skus = [draft, recycled].flatMap(({ variants }) => variants.map((v) => v.sku));
			const items = await mall.call(products.resolve, { skus });

			expect([listed.items, cards, entries.entries, items]).toEqual([[], [], [], []]);
			for (const one of [...ids, draft.slug])
				await expect(page(one)).rejects.toMatchObject({ type: "PRODUCT_NOT_FOUND" });
			const related = mall.call(products.related, { id: draft.id });
			await expect(related).rejects.toMatchObject({ type: "PRODUCT_NOT_FOUND" });
		});

		it("lists a category with all below it, in each order", async () => {
			const own = await mall.call(products.createCategory, { name: "Sorted" }, editor);
			const below = await mall.call(
				products.createCategory,
				{ name: "Below", parentId: own.id },
				editor,
			);
			const [dear, cheap] = [
				await create({ categoryId: own.id, variants: [{ price: 900 }] }),
				await create({ categoryId: below.id, variants: [{ price: 100 }] }),
			];
			const order = async (sort: "price" | "-price" | "newest") =>
				(await mall.call(products.list, { category: own.slug, sort })).items.map(
					(p) => p.id,
				);

			expect(await order("price")).toEqual([cheap?.id, dear?.id]);
			expect(await order("-price")).toEqual([dear?.id, cheap?.id]);
			expect(await order("newest")).toEqual([cheap?.id, dear?.id]);
			expect(await mall.call(products.list, { category: below.id })).toMatchObject({
				total: 1,
			});
		});

		it("counts products of the subtree in the tree, and follows every change", async () => {
			const own = await mall.call(products.createCategory, { name: "Counted" }, editor);
			const below = await mall.call(
				products.createCategory,
				{ name: "Inner", parentId: own.id },
				editor,
			);
			const shown = async () =>
				(await mall.call(products.categories)).find(({ id }) => id === own.id);
			const product = await create({ categoryId: below.id });

			const before = await shown();
			await patch(product, { status: "draft" });
			const after = await shown();

			expect(before).toMatchObject({ productCount: 1, children: [{ productCount: 1 }] });
			expect(after).toMatchObject({ productCount: 0, children: [{ productCount: 0 }] });
		});

		it("answers 404 for a category or brand that is unknown or hidden", async () => {
			const hidden = await mall.call(
				products.createCategory,
				{ name: "Hidden", isVisible: false },
				editor,
			);

			for (const category of ["nowhere", hidden.slug])
				await expect(mall.call(products.list, { category })).rejects.toMatchObject({
					type: "CATEGORY_NOT_FOUND",
				});
			await expect(mall.call(products.list, { brand: "nobody" })).rejects.toMatchObject({
				type: "BRAND_NOT_FOUND",
			});
		});

		it("relates products of the same category, the nearest in price first", async () => {
			const own = await mall.call(products.createCategory, { name: "Related" }, editor);
			const at = (price: number) =>
				create({ categoryId: own.id, brandId: null, variants: [{ price }] });
			const [one, far, near] = [await at(1000), await at(5000), await at(1100)];

			const found = await mall.call(products.related, { id: one.id });

			expect(found.items.map(({ id }) => id)).toEqual([near.id, far.id]);
		});

		it("speaks the reader's language where it knows it", async () => {
			const translations = { zh: { name: "极光耳机", description: "<p>安静</p>" } };
			const images = [{ url: "/media/a.svg", alt: "Front", translations: { zh: "正面" } }];
			const { id } = await create({ translations, images });

			const chinese = await mall.call(products.get, { idOrSlug: id }, { locale: "zh" });
			const english = await mall.call(products.get, { idOrSlug: id }, { locale: "en" });

			const size = { width: null, height: null };
			expect(chinese).toMatchObject({ name: "极光耳机", description: "<p>安静</p>" });
			expect(chinese.images).toEqual([{ url: "/media/a.svg", alt: "正面", ...size }]);
			expect(english.name).toMatch(/^Wave/);
			expect(english.images).toEqual([{ url: "/media/a.svg", alt: "Front", ...size }]);
		});

		it("tells of a brand in the reader's language, and staff of both", async () => {
			const texts = {
				description: "Sound",
				translations: { zh: { description: "<b>声音</b>" } },
			};
			const change = { id: brand.id, version: brand.version, ...texts };
			await create({ brandId: brand.id });

			const saved = await mall.call(products.updateBrand, change, editor);
			const asked = { idOrSlug: brand.id };
			const chinese = await mall.call(products.brand, asked, { locale: "zh" });
			const english = await mall.call(products.brands, {}, { locale: "en" });
			brand = saved;

			expect(saved.translations).toEqual({ zh: { description: "声音" } });
			expect(chinese).toMatchObject({ name: "Aurora", description: "声音" });
			expect(chinese).not.toHaveProperty("translations");
			expect(english.items.find(({ id }) => id === brand.id)?.description).toBe("Sound");
		});

		it("calls options, attributes and tags in the reader's language, and takes a word back", async () => {
			const said = (...words: Word[]) => mall.call(products.translate, { words }, writer);
			const heard = async (locale: "en" | "zh") =>
				(await mall.call(products.words, {}, { locale })).words;
			await said(
				{ word: "Colour", translations: { zh: "颜料" } },
				{ word: "constructor", translations: { zh: "建造者" } },
				{ word: "gift", translations: { en: "present" } },
			);

			await said({ word: "Colour", translations: { zh: "颜色" } });

			expect(await heard("zh")).toEqual({ Colour: "颜色", constructor: "建造者" });
			expect(await heard("en")).toEqual({ gift: "present" });
			await said({ word: "Colour", translations: {} }, { word: "never", translations: {} });
			expect(await heard("zh")).toEqual({ constructor: "建造者" });
			const clerks = mall.call(products.translate, { words: [] }, clerk);
			await expect(clerks).rejects.toMatchObject({ code: 422 });
		});

		it("refuses a word that is given twice, and a language that nobody can read", async () => {
			const refused = (...words: Word[]) =>
				mall.call(products.translate, { words }, writer).catch((error: unknown) => error);
			const plum = (zh: string) => ({ word: "Plum", translations: { zh } });

			expect(await refused(plum("梅子"), plum("李子"))).toMatchObject({
				code: 422,
				data: { errors: [{ path: "words.1.word", message: "is given twice" }] },
			});
			expect(await refused({ word: "Plum", translations: { fr: "Prune" } })).toMatchObject({
				code: 422,
				data: [{ path: "words.0.translations.fr", message: "is not known here" }],
			});
			const { words } = await mall.call(products.words, {}, { locale: "zh" });
			expect(words).not.toHaveProperty("Plum");
		});

		it("sells out and comes back with its stock", async () => {
			const { id, variants } = await create({ variants: [{ price: 100, stock: 1 }] });
			const sku = variants[0]?.sku ?? "";
			const adjust = (delta: number) =>
				mall.call(inventory.adjust, { sku, delta, reason: "Test" }, clerk);

			await adjust(-1);
			await vi.waitFor(async () => expect((await page(id)).inStock).toBe(false));
			await adjust(2);
			await vi.waitFor(async () => expect((await page(id)).inStock).toBe(true));
		});
	});

	describe("editing", () => {
		it("keeps the version of staff while sales and stock change", async () => {
			const product = await create({ variants: [{ price: 100, stock: 1 }] });
			const sku = product.variants[0]?.sku ?? "";
			await mall.call(inventory.adjust, { sku, delta: -1, reason: "Test" }, clerk);
			await vi.waitFor(async () => expect((await page(product.id)).inStock).toBe(false));

			const changed = await patch(product, { name: "Still mine" });
			const late = patch(product, { name: "Too late" });

			expect(changed).toMatchObject({ name: "Still mine", inStock: false });
			await expect(late).rejects.toMatchObject({ type: "STALE_VERSION" });
		});

		it("matches variants by SKU, takes stock for new ones only", async () => {
			const product = await create({
				options: [{ name: "Colour", values: ["Red", "Blue"] }],
				variants: [
					{ sku: `M-${++count}`, options: { Colour: "Red" }, price: 500, stock: 2 },
				],
			});
			const [known] = product.variants;
			const blue = { sku: `M-${++count}`, options: { Colour: "Blue" }, price: 400, stock: 7 };
			const red = { sku: known?.sku, options: { Colour: "Red" }, price: 600 };

			const wrong = patch(product, { variants: [{ ...red, stock: 9 }, blue] });
			await expect(wrong).rejects.toMatchObject({
				type: "INVALID",
				data: { errors: [{ path: "variants.0.stock" }] },
			});
			const changed = await patch(product, { variants: [red, blue] });

			expect(changed.price).toBe(400);
			expect(changed.variants).toMatchObject([
				{ price: 600, available: 2 },
				{ price: 400, available: 7 },
			]);
		});

		it("keeps a variant's weight until it is told another", async () => {
			const made = await create({ variants: [{ price: 100, weightGrams: 250 }] });
			const { sku } = made.variants[0]!;

			const kept = await patch(made, { variants: [{ sku, price: 200 }] });
			const [sold] = await mall.call(products.resolve, { skus: [sku] });
			const cleared = await patch(kept, {
				variants: [{ sku, price: 200, weightGrams: null }],
			});

			expect(kept.variants[0]).toMatchObject({ price: 200, weightGrams: 250 });
			expect(sold).toMatchObject({ weightGrams: 250, taxClass: null });
			expect(cleared.variants[0]?.weightGrams).toBeNull();
		});

		it("names every field that doesn't fit", async () => {
			const attempt = create({
				options: [{ name: "Colour", values: ["Red"] }],
				variants: [
					{ options: { Colour: "Green" }, price: 100 },
					{ options: { Colour: "Red" }, price: 100, listPrice: 50 },
				],
			});

			await expect(attempt).rejects.toMatchObject({
				code: 422,
				data: {
					errors: [
						{ path: "variants.0.options.Colour" },
						{ path: "variants.1.listPrice" },
					],
				},
			});
		});

		it("gives one SKU to one product, also at the same moment", async () => {
			const sku = `ONE-${++count}`;

			const attempts = await Promise.allSettled(
				Array.from({ length: 8 }, () => create({ variants: [{ sku, price: 100 }] })),
			);

			const refused = attempts.filter(({ status }) => status === "rejected");
			expect(refused).toHaveLength(7);
			expect(refused[0]).toMatchObject({ reason: { type: "SKU_TAKEN", data: { sku } } });
		});

		it("gives every product an address of its own", async () => {
			const made = await Promise.all([1, 2, 3].map(() => create({ name: "Same Name" })));
			const taken = patch(made[0]!, { slug: made[1]!.slug });

			await expect(taken).rejects.toMatchObject({ type: "SLUG_TAKEN" });
			expect(new Set(made.map(({ slug }) => slug)).size).toBe(3);
		});

		it("makes a product once for one key", async () => {
			const keyed = { ...editor, idempotencyKey: `make-${++count}` };
			const input = aProduct();

			const first = await mall.call(products.create, input, keyed);
			const second = await mall.call(products.create, input, keyed);

			expect(second).toEqual(first);
		});

		it("cleans rich text, and keeps what is harmless", async () => {
			const description =
				'<p onclick="x()">Hi <script>alert(1)</script><a href="javascript:x">a</a>' +
				'<a href="https://a.example">b</a></p><img src=x onerror=y><ul><li>1</li></ul>';

			const { description: clean } = await create({ description });

			expect(clean).toBe(
				'<p>Hi <a>a</a><a href="https://a.example">b</a></p><ul><li>1</li></ul>',
			);
		});

		it("makes a draft like another product, with SKUs of its own and no stock", async () => {
			const original = await create({
				description: "<p>Deep.</p>",
				tags: ["new"],
				options: [{ name: "Colour", values: ["Red", "Blue"] }],
				variants: [
					{ options: { Colour: "Red" }, price: 900, listPrice: 1000, stock: 3 },
					{ options: { Colour: "Blue" }, price: 950, stock: 4 },
				],
			});
			const { id } = original;
			const meta = { ...editor, idempotencyKey: "copy-once" };

			const copy = await mall.call(products.copy, { id, name: "Another" }, meta);
			const again = await mall.call(products.copy, { id, name: "Another" }, meta);

			expect(again).toEqual(copy);
			expect(copy).toMatchObject({
				name: "Another",
				slug: "another",
				status: "draft",
				description: "<p>Deep.</p>",
				tags: ["new"],
				options: original.options,
				sales: 0,
				version: 1,
			});
			expect(copy.variants).toMatchObject([
				{ options: { Colour: "Red" }, price: 900, listPrice: 1000, available: 0 },
				{ options: { Colour: "Blue" }, price: 950, available: 0 },
			]);
			const skus = [...original.variants, ...copy.variants].map(({ sku }) => sku);
			expect(new Set(skus).size).toBe(4);
			const level = await mall.call(inventory.get, { sku: copy.variants[0]!.sku }, clerk);
			expect(level.onHand).toBe(0);
			const missing = mall.call(products.copy, { id: "nobody", name: "X" }, editor);
			await expect(missing).rejects.toMatchObject({ type: "PRODUCT_NOT_FOUND", code: 404 });
		});

		it("keeps what was changed in a product, by whom, before and after", async () => {
			const made = await create({ name: "Plain", status: "draft" });
			const { sku } = made.variants[0]!;
			const log = (paging = {}) =>
				mall.call(products.log, { id: made.id, ...paging }, writer);
			const renamed = await patch(made, {
				name: "Fancy",
				variants: [{ sku, price: 11_000 }],
			});
			await patch(renamed, { name: "Fancy" });
			const ids = [made.id];
			await mall.call(products.bulk, { ids, action: "publish" }, editor);
			await mall.call(products.remove, { id: made.id }, editor);

			const { items, total } = await log();

			const status = { field: "status", of: "" };
			expect(total).toBe(4);
			expect(items).toMatchObject([
				{ changes: [{ ...status, before: "published", after: "recycled" }] },
				{ edition: 4, changes: [{ ...status, before: "draft", after: "published" }] },
				{
					edition: 2,
					by: { id: "staff-1", name: "staff" },
					changes: [
						{ field: "name", before: "Plain", after: "Fancy" },
						{ field: "price", of: sku, before: 12_900, after: 11_000 },
					],
				},
				{ edition: 1, by: { id: "staff-1" }, changes: [] },
			]);
			const pages = await Promise.all([1, 2, 3].map((page) => log({ page, pageSize: 2 })));
			expect(pages.map((page) => page.items.map(({ edition }) => edition))).toEqual([
				[5, 4],
				[2, 1],
				[],
			]);
			const missing = mall.call(products.log, { id: "nobody" }, writer);
			await expect(missing).rejects.toMatchObject({ type: "PRODUCT_NOT_FOUND" });
		});

		it("keeps each edition once, however often it is told", async () => {
			const made = await create();
			await patch(made, { subtitle: "Told twice" });
			const { items } = await mall.call(products.log, { id: made.id }, writer);
			const told = { productId: made.id, ...items[0]! };

			await mall.broker.call("v1.products.hear", {
				id: "again",
				at: told.at,
				name: "product.edited",
				payload: told,
			});

			expect(await mall.call(products.log, { id: made.id }, writer)).toMatchObject({
				total: 2,
			});
		});

		it("leaves sales and stock out of a product's history", async () => {
			const { id, variants } = await create();
			const { sku } = variants[0]!;
			await mall.call(inventory.adjust, { sku, delta: 2, reason: "found" }, clerk);
			await mall.call(products.rate, {
				productId: id,
				rating: { average: 5, count: 1 },
				version: 1,
			});

			expect(await mall.call(products.log, { id }, writer)).toMatchObject({ total: 1 });
		});

		it("lets nobody publish without the right", async () => {
			const forbidden = { type: "FORBIDDEN", data: { right: "products:publish" } };
			const direct = mall.call(products.create, aProduct(), writer);
			await expect(direct).rejects.toMatchObject(forbidden);
			const draft = await mall.call(products.create, aProduct({ status: "draft" }), writer);

			const { id, version } = draft;
			const change = { id, version, status: "published" as const };
			await expect(mall.call(products.update, change, writer)).rejects.toMatchObject(
				forbidden,
			);
			const bulk = mall.call(products.bulk, { ids: [id], action: "publish" }, writer);
			await expect(bulk).rejects.toMatchObject(forbidden);
		});

		it("recycles, keeps the SKU, and restores as a draft", async () => {
			const sku = `BIN-${++count}`;
			const { id } = await create({ variants: [{ sku, price: 1 }] });
			await mall.call(products.remove, { id }, editor);
			await mall.call(products.remove, { id }, editor);

			const other = create({ variants: [{ sku, price: 1 }] });
			await expect(other).rejects.toMatchObject({ type: "SKU_TAKEN" });
			const restored = await mall.call(products.restore, { id }, editor);
			const again = mall.call(products.restore, { id }, editor);

			expect(restored).toMatchObject({ status: "draft", recycledAt: null });
			await expect(again).rejects.toMatchObject({ type: "PRODUCT_WRONG_STATE" });
		});

		it("does one thing to many, and says who was left out", async () => {
			const [one, gone] = [await create(), await create()];
			await mall.call(products.remove, { id: gone.id }, editor);

			const answer = await mall.call(
				products.bulk,
				{ ids: [one.id, gone.id, "unknown"], action: "tag", value: "sale" },
				editor,
			);

			expect(answer).toMatchObject({ done: 1, failed: [{ id: gone.id }, { id: "unknown" }] });
			const tags = await mall.call(products.tags, {}, editor);
			expect(tags.items).toContainEqual({ name: "sale", productCount: 1 });
			expect((await mall.call(products.list, { tag: "sale" })).total).toBe(1);
		});

		it("changes many prices at once, each once, and says which would be nothing", async () => {
			const [dear, cheap, draft] = await Promise.all([
				create({ variants: [{ price: 1000, listPrice: 1050, stock: 1 }] }),
				create({ variants: [{ price: 100 }] }),
				create({
					status: "draft",
					options: [{ name: "Size", values: ["S", "L"] }],
					variants: [
						{ options: { Size: "S" }, price: 2000 },
						{ options: { Size: "L" }, price: 3000 },
					],
				}),
			]);
			const ids = [dear.id, cheap.id, draft.id];
			const prices = async () => {
				const { items } = await mall.call(
					products.adminList,
					{ ids, sort: "price" },
					editor,
				);
				return Object.fromEntries(
					items.map(({ id, variants }) => [id, variants.map(({ price }) => price)]),
				);
			};
			const raise = { ids, action: "price", value: "+10%" } as const;
			const meta = { ...editor, idempotencyKey: "raise-once" };

			const answer = await mall.call(products.bulk, raise, meta);
			await mall.call(products.bulk, raise, meta);

			expect(answer).toEqual({ done: 3, failed: [] });
			expect(await prices()).toEqual({
				[dear.id]: [1100],
				[cheap.id]: [110],
				[draft.id]: [2200, 3300],
			});
			const { variants } = await mall.call(products.adminGet, { id: dear.id }, editor);
			expect(variants[0]?.listPrice).toBeNull();

			const lower = { ids, action: "price", value: "-500" } as const;
			const second = await mall.call(products.bulk, lower, editor);

			expect(second).toMatchObject({ done: 2, failed: [{ id: cheap.id }] });
			expect((await prices())[cheap.id]).toEqual([110]);
			const absurd = { ...raise, ids: [cheap.id], value: "+999999999999" };
			expect(await mall.call(products.bulk, absurd, editor)).toMatchObject({ done: 0 });
			expect((await prices())[cheap.id]).toEqual([110]);
			const nonsense = mall.call(products.bulk, { ...lower, value: "-100%" }, editor);
			await expect(nonsense).rejects.toMatchObject({ data: { errors: [{ path: "value" }] } });
		});

		it("finds products for staff by the beginnings of words and by SKU", async () => {
			const sku = `WH-${++count}XM5`;
			const { id } = await create({
				name: "Zephyr Nova 蓝牙耳机",
				translations: { zh: { name: "西风新星" } },
				tags: ["on the go"],
				variants: [{ sku, price: 1 }],
			});
			const found = async (q: string) =>
				(await mall.call(products.adminList, { q }, editor)).items.map((one) => one.id);

			for (const q of ["zeph", "nova zephyr", sku.toLowerCase(), "蓝牙", "西风", "the go"])
				expect(await found(q)).toEqual([id]);
			expect(await found("zephyr nothing")).toEqual([]);
		});

		it("names all products of some words to the stock, drafts too, and none for no word", async () => {
			const word = `Kettle${++count}`;
			const status = "draft" as const;
			const made = await Promise.all([
				create({ name: word }),
				create({ name: word, status }),
			]);
			const ids = async (q: string) =>
				(await mall.call(products.matching, { q })).ids.toSorted();

			expect(await ids(word.slice(0, -1))).toEqual(
				expect.arrayContaining(made.map(({ id }) => id)),
			);
			expect(await ids(`${word} red`)).toEqual([]);
			expect(await ids(" - ")).toEqual([]);
		});

		it("finds products for staff by their ids, drafts too, and nothing for none", async () => {
			const [one, two] = await Promise.all([create(), create({ status: "draft" })]);
			const found = async (ids: string[]) =>
				(await mall.call(products.adminList, { ids }, editor)).items.map(({ id }) => id);

			expect((await found([one.id, two.id, "nobody"])).toSorted()).toEqual(
				[one.id, two.id].toSorted(),
			);
			expect(await found([])).toEqual([]);
		});
	});

	describe("the tree", () => {
		it("moves a category with all its products, and says so to search", async () => {
			const [from, to] = await Promise.all(
				["From", "To"].map((name) => mall.call(products.createCategory, { name }, editor)),
			);
			const inner = await mall.call(
				products.createCategory,
				{ name: "Moving", parentId: from?.id },
				editor,
			);
			const product = await create({ categoryId: inner.id });
			const before = await mall.call(products.indexEntries, { ids: [product.id] });

			const { id, version } = inner;
			const move = { id, version, parentId: to?.id, name: "Moved" };
			await mall.call(products.updateCategory, move, editor);

			const after = await mall.call(products.indexEntries, { ids: [product.id] });
			expect((await mall.call(products.list, { category: to?.id })).total).toBe(1);
			expect((await mall.call(products.list, { category: from?.id })).total).toBe(0);
			expect(after.entries[0]?.path.map(({ name }) => name)).toEqual(["To", "Moved"]);
			expect(after.entries[0]?.version).toBeGreaterThan(before.entries[0]?.version ?? 0);
		});

		it("hands tax classes down the tree, to the nearest that names one", async () => {
			const made = (input: { name: string; parentId?: string; taxClass?: string }) =>
				mall.call(products.createCategory, input, editor);
			const books = await made({ name: "Books", taxClass: "reduced" });
			const comics = await made({ name: "Comics", parentId: books.id });
			const audio = await made({ name: "Heard", parentId: comics.id, taxClass: "zero" });
			const skus = await Promise.all(
				[books, comics, audio, leaf].map(async ({ id: categoryId }) => {
					const { variants } = await create({ categoryId });
					return variants[0]!.sku;
				}),
			);
			const classes = async () => {
				const items = await mall.call(products.resolve, { skus });
				return skus.map((sku) => items.find((item) => item.sku === sku)?.taxClass);
			};
			const before = await classes();

			const { id, version } = comics;
			await mall.call(products.updateCategory, { id, version, taxClass: "zero" }, editor);

			expect(before).toEqual(["reduced", "reduced", "zero", null]);
			expect(await classes()).toEqual(["reduced", "zero", "zero", null]);
		});

		it("refuses a tax class that the settings don't have", async () => {
			const attempt = mall.call(
				products.createCategory,
				{ name: "Luxury", taxClass: "luxury" },
				editor,
			);

			await expect(attempt).rejects.toMatchObject({
				code: 422,
				data: { errors: [{ path: "taxClass" }] },
			});
		});

		it("refuses a category below itself, and the removal of one in use", async () => {
			const { id, version } = root;
			const loop = { id, version, parentId: leaf.id };
			await create();

			await expect(mall.call(products.updateCategory, loop, editor)).rejects.toMatchObject({
				type: "CATEGORY_LOOP",
			});
			for (const used of [root, leaf])
				await expect(
					mall.call(products.removeCategory, { id: used.id }, editor),
				).rejects.toMatchObject({ type: "CATEGORY_IN_USE" });
			await expect(
				mall.call(products.removeBrand, { id: brand.id }, editor),
			).rejects.toMatchObject({ type: "BRAND_IN_USE" });
		});

		it("shows brands that have something to sell", async () => {
			await create();
			await mall.call(products.createBrand, { name: "Empty" }, editor);

			const shown = await mall.call(products.brands, { pageSize: 100 });
			const all = await mall.call(products.adminBrands, { q: "emp" }, editor);

			expect(shown.items.map(({ name }) => name)).toContain("Aurora");
			expect(shown.items.map(({ name }) => name)).not.toContain("Empty");
			expect(all.items).toHaveLength(1);
			const { translations: _, ...plain } = brand;
			expect(await mall.call(products.brand, { idOrSlug: "aurora" })).toEqual(plain);
		});
	});

	describe("facts from others", () => {
		it("counts an order's units once", async () => {
			const { id } = await create();
			const order = { orderId: `order-${++count}`, lines: [{ productId: id, quantity: 2 }] };

			await Promise.all([1, 2, 3].map(() => mall.call(products.noteSales, order)));
			await mall.call(products.noteSales, { ...order, orderId: `order-${++count}` });

			await vi.waitFor(async () => expect((await page(id)).sales).toBe(4), 15_000);
		});

		it("takes the newest rating", async () => {
			const { id: productId } = await create();
			const rate = (version: number, average: number) =>
				mall.call(products.rate, {
					productId,
					version,
					rating: { average, count: version },
				});

			await rate(2, 4.5);
			await rate(1, 5);

			expect((await page(productId)).rating).toEqual({ average: 4.5, count: 2 });
		});

		it("takes finished demo products in once, with their past", async () => {
			const createdAt = "2025-01-02T03:04:05.678Z";
			const demo = {
				...aProduct({ variants: [{ sku: `DEMO-${++count}`, price: 100, stock: 4 }] }),
				createdAt,
				sales: 77,
			};

			const first = await mall.call(products.seed, { products: [demo] });
			const second = await mall.call(products.seed, { products: [demo] });

			expect(second).toEqual(first);
			expect(await page(first.ids[0]!)).toMatchObject({
				createdAt,
				sales: 77,
				inStock: true,
			});
		});

		it("gives the search index every product on sale, page by page", async () => {
			await create();
			const seen: string[] = [];
			let after: string | undefined;
			do {
				const part = await mall.call(products.indexEntries, { after, limit: 5 });
				seen.push(...part.entries.map(({ id }) => id));
				after = part.next ?? undefined;
			} while (after !== undefined);

			const { total } = await mall.call(products.list, {});
			expect(new Set(seen).size).toBe(total);
			expect(seen).toHaveLength(total);
		});
	});
});
