// The staff's job over HTTP, against the true services.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aCategory,
	aClerk,
	admin,
	anAddress,
	anOrder,
	aProduct,
	aShopper,
	aWord,
	expectBody,
	paid,
	password,
	place,
	quoteOf,
	setSettings,
	stockOf,
} from "#tests/support/shop";

const one = (sku: string) => [{ sku, quantity: 1 }];
const parcel = () => ({ carrier: "DHL", trackingNumber: aWord("JD") });

describe("the staff", () => {
	let mall: OpenMall;
	let token: string;
	beforeAll(async () => {
		mall = await openMall();
		token = await admin(mall);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** Calls as the administrator. */
	const desk = (route: string, body?: unknown, headers?: Record<string, string>) =>
		mall.send(route, { token, body, headers });

	describe("with products", () => {
		it("makes one with variants, which shoppers see once it is published", async () => {
			const category = await aCategory(mall);
			const sizes = ["S", "M", "L"];
			const draft = expectBody(
				await desk("POST /admin/products", {
					name: "Fisherman's jumper",
					subtitle: "Warm <b>wool</b>",
					description: "<p>Knitted</p><script>alert(1)</script>",
					categoryId: category.id,
					tags: ["wool", "winter"],
					options: [{ name: "Size", values: sizes }],
					variants: sizes.map((Size, n) => ({
						options: { Size },
						price: 5000 + n,
						listPrice: 6000,
						stock: n,
					})),
					attributes: [{ name: "Material", value: "Wool" }],
					status: "draft",
				}),
				201,
			);
			expect((await mall.send(`GET /products/${draft.id}`)).status).toBe(404);

			const { body } = await desk(`PATCH /admin/products/${draft.id}`, {
				version: draft.version,
				status: "published",
			});
			const page = expectBody(await mall.send(`GET /products/${draft.slug}`));

			expect(body.version).toBeGreaterThan(draft.version);
			expect(page).toMatchObject({ price: 5000, listPrice: 6000, inStock: true });
			expect(page.description).toBe("<p>Knitted</p>");
			expect(page.subtitle).not.toContain("<b>");
			expect(page.variants.map((v: { available: number }) => v.available)).toEqual([0, 1, 2]);
			expect(new Set(page.variants.map((v: { sku: string }) => v.sku)).size).toBe(3);
			const tagged = expectBody(await mall.send("GET /products?tag=wool"));
			expect(tagged.items).toMatchObject([{ id: draft.id }]);
		});

		it("is told when somebody else has changed it meanwhile, and nothing is lost", async () => {
			const { id, version, sku } = await aProduct(mall);
			const edit = (changes: object) => desk(`PATCH /admin/products/${id}`, changes);

			const first = await edit({ version, name: "First" });
			const late = await edit({ version, name: "Late" });
			const blind = await edit({ name: "Blind" });
			const stocked = await edit({
				version: first.body.version,
				variants: [{ sku, price: 1000, stock: 5 }],
			});

			expect(first.headers.get("ETag")).toBe(`"${first.body.version}"`);
			expect(late).toMatchObject({ status: 409, body: { code: "STALE_VERSION" } });
			expect(blind).toMatchObject({ status: 422, body: { errors: [{ path: "version" }] } });
			expect(stocked).toMatchObject({
				status: 422,
				body: { errors: [{ path: "variants.0.stock" }] },
			});
			expect((await desk(`GET /admin/products/${id}`)).body.name).toBe("First");
		});

		it("adds a variant with its first stock and refuses one of another product", async () => {
			const [{ id, sku, version }, other] = [await aProduct(mall), await aProduct(mall)];
			const fresh = aWord("NEW-");
			const options = [{ name: "Colour", values: ["red", "blue"] }];
			const red = { sku, options: { Colour: "red" }, price: 1000 };
			const blue = { options: { Colour: "blue" }, price: 1100, stock: 4 };

			const made = await desk(`PATCH /admin/products/${id}`, {
				version,
				options,
				variants: [red, { ...blue, sku: fresh }],
			});
			const taken = await desk(`PATCH /admin/products/${id}`, {
				version: made.body.version,
				variants: [red, { ...blue, sku: other.sku }],
			});

			expect(expectBody(made).variants).toMatchObject([
				{ sku, available: 10 },
				{ sku: fresh, available: 4 },
			]);
			const { body } = await desk(`GET /admin/inventory/${fresh}/movements`);
			expect(body.items).toMatchObject([{ kind: "receive", quantity: 4 }]);
			expect(taken).toMatchObject({ status: 409, body: { code: "SKU_TAKEN" } });
		});

		it("recycles one, which nobody can buy any more, and takes it out again", async () => {
			const { id, sku, slug } = await aProduct(mall);
			const { token: shopper } = await aShopper(mall);
			await mall.send("POST /cart/items", { token: shopper, body: { sku, quantity: 1 } });

			expectBody(await desk(`DELETE /admin/products/${id}`), 204);

			const gone = await Promise.all([
				mall.send(`GET /products/${slug}`),
				place(mall, { token: shopper }, { items: one(sku) }),
				mall.send("POST /cart/items", { body: { sku, quantity: 1 } }),
			]);
			expect(gone.map(({ status }) => status)).toEqual([404, 422, 422]);
			const cart = expectBody(await mall.send("GET /cart", { token: shopper }));
			expect(cart.items).toMatchObject([{ sku, available: 0, selected: false }]);
			const bin = expectBody(await desk("GET /admin/products?status=recycled"));
			expect(bin.items.map((item: { id: string }) => item.id)).toContain(id);

			const back = expectBody(await desk(`POST /admin/products/${id}/restore`));
			expect(back).toMatchObject({ status: "draft", recycledAt: null });
			const twice = await desk(`POST /admin/products/${id}/restore`);
			expect(twice).toMatchObject({ status: 409, body: { code: "PRODUCT_WRONG_STATE" } });
		});

		it("does one thing to many at once and hears of each that it can't be done to", async () => {
			const [a, b, binned] = [
				await aProduct(mall, { status: "draft" }),
				await aProduct(mall, { status: "draft" }),
				await aProduct(mall),
			];
			await desk(`DELETE /admin/products/${binned.id}`);
			const bulk = (action: string, value?: string) =>
				desk("POST /admin/products/bulk", {
					ids: [a.id, b.id, binned.id, "nobody"],
					action,
					...(value && { value }),
				});

			const published = expectBody(await bulk("publish"));
			const tagged = expectBody(await bulk("tag", "bulked"));

			expect(published).toMatchObject({
				done: 2,
				failed: [{ id: binned.id }, { id: "nobody" }],
			});
			expect(tagged.done).toBe(2);
			const shown = expectBody(await mall.send("GET /products?tag=bulked"));
			expect(shown.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(
				[a.id, b.id].toSorted(),
			);
			const target = await aCategory(mall);
			expect(expectBody(await bulk("move", target.id)).done).toBe(2);
			const there = expectBody(await mall.send(`GET /products?category=${target.slug}`));
			expect(there.total).toBe(2);
			expect((await bulk("move", "nowhere")).status).toBe(404);
		});

		it("sees each change at once in everything that shoppers see", async () => {
			const category = await aCategory(mall);
			const product = await aProduct(mall, { categoryId: category.id });
			const word = aWord("zephyr");
			let { version } = product;
			for (let round = 1; round <= 15; round += 1) {
				const name = `${word}${round} lamp`;
				const price = 1000 + round;
				const changed = await desk(`PATCH /admin/products/${product.id}`, {
					version,
					name,
					variants: [{ sku: product.sku, price }],
				});
				version = expectBody(changed).version;

				const page = await mall.send(`GET /products/${product.id}`);
				const shelf = await mall.send(`GET /products?category=${category.slug}`);
				const found = await mall.send(`GET /search?q=${word}${round}`);

				expect(page.body).toMatchObject({ name, price });
				expect(shelf.body.items).toMatchObject([{ name, price }]);
				expect(found.body.items).toMatchObject([{ id: product.id, name, price }]);
			}
			const stale = await mall.send(`GET /search?q=${word}1`);
			const names = stale.body.items.map(({ name }: { name: string }) => name);
			expect(names).not.toContain(`${word}1 lamp`);
		});
	});

	describe("with categories and brands", () => {
		it("keeps the tree a tree, and what is used", async () => {
			const top = await aCategory(mall);
			const below = await aCategory(mall, { parentId: top.id });
			const { id } = await aProduct(mall, { categoryId: below.id });
			const edit = (category: { id: string; version: number }, body: object) =>
				desk(`PATCH /admin/categories/${category.id}`, {
					version: category.version,
					...body,
				});

			const answers = {
				loop: await edit(top, { parentId: below.id }),
				self: await edit(top, { parentId: top.id }),
				orphan: await edit(top, { parentId: "nowhere" }),
				taken: await edit(below, { slug: top.slug }),
				full: await desk(`DELETE /admin/categories/${below.id}`),
				parent: await desk(`DELETE /admin/categories/${top.id}`),
			};

			expect(
				Object.fromEntries(
					Object.entries(answers).map(([name, { status, body }]) => [
						name,
						`${status} ${body.code}`,
					]),
				),
			).toEqual({
				loop: "409 CATEGORY_LOOP",
				self: "409 CATEGORY_LOOP",
				orphan: "404 CATEGORY_NOT_FOUND",
				taken: "409 SLUG_TAKEN",
				full: "409 CATEGORY_IN_USE",
				parent: "409 CATEGORY_IN_USE",
			});
			const shelf = await mall.send(`GET /products?category=${top.slug}`);
			expect(shelf.body.items).toMatchObject([{ id }]);
			const hidden = await edit(top, { isVisible: false });
			expectBody(hidden);
			const tree = expectBody(await mall.send("GET /categories"));
			expect(tree.map(({ id }: { id: string }) => id)).not.toContain(top.id);
		});

		it("renames a brand on every product and keeps it while one carries it", async () => {
			const made = expectBody(
				await desk("POST /admin/brands", { name: aWord("Brand ") }),
				201,
			);
			const { id } = await aProduct(mall, { brandId: made.id });
			const name = aWord("Renamed ");

			const renamed = await desk(`PATCH /admin/brands/${made.id}`, {
				version: made.version,
				name,
			});
			const removed = await desk(`DELETE /admin/brands/${made.id}`);

			expectBody(renamed);
			expect((await mall.send(`GET /products/${id}`)).body.brand).toMatchObject({ name });
			expect(removed).toMatchObject({ status: 409, body: { code: "BRAND_IN_USE" } });
		});
	});

	describe("with stock", () => {
		it("adjusts it with a reason that is written down", async () => {
			const { id, sku } = await aProduct(mall, { stock: 0 });
			const adjust = (delta: number) =>
				desk("POST /admin/inventory/adjustments", { sku, delta, reason: "stocktaking" });
			expect((await mall.send(`GET /products/${id}`)).body.inStock).toBe(false);

			expectBody(await adjust(5), 201);
			const tooFew = await adjust(-6);
			const level = expectBody(await adjust(-2), 201);

			expect(level).toMatchObject({ onHand: 3, reserved: 0, available: 3 });
			expect(tooFew).toMatchObject({ status: 409, body: { code: "STOCK_RESERVED" } });
			expect((await mall.send(`GET /products/${id}`)).body.inStock).toBe(true);
			const { body } = await desk(`GET /admin/inventory/${sku}/movements`);
			expect(
				body.items.map(({ kind, quantity, reason }: Record<string, unknown>) => [
					kind,
					quantity,
					reason,
				]),
			).toEqual([
				["adjust", -2, "stocktaking"],
				["adjust", 5, "stocktaking"],
			]);
		});

		it("can't take away what is promised to an order", async () => {
			const { sku } = await aProduct(mall, { stock: 3 });
			const wish = { items: [{ sku, quantity: 2 }], email: "a@example.com" };
			const { id, number } = await anOrder(mall, {}, wish);

			const body = { sku, delta: -2, reason: "lost" };
			const refused = await desk("POST /admin/inventory/adjustments", body);

			expect(refused).toMatchObject({
				status: 409,
				body: { code: "STOCK_RESERVED", reserved: 2, orders: [{ id, number }] },
			});
			expect(await stockOf(mall, sku)).toMatchObject({ onHand: 3, reserved: 2 });
			const low = expectBody(await desk("GET /admin/inventory?low=true&pageSize=100"));
			expect(low.items.map((item: { sku: string }) => item.sku)).toContain(sku);
		});

		it("adjusts once for a repeat with the same key", async () => {
			const { sku } = await aProduct(mall, { stock: 0 });
			const headers = { "Idempotency-Key": aWord("adjust") };
			const body = { sku, delta: 5, reason: "counted" };

			const answers = await Promise.all(
				Array.from({ length: 4 }, () =>
					desk("POST /admin/inventory/adjustments", body, headers),
				),
			);

			expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
			expect(await stockOf(mall, sku)).toMatchObject({ onHand: 5 });
		});
	});

	describe("with orders", () => {
		const buy = async (quantity = 3, price = 1000) => {
			const { sku } = await aProduct(mall, { price, stock: 20 });
			const { token: shopper } = await aShopper(mall);
			const wish = { items: [{ sku, quantity }] };
			const order = await anOrder(mall, { token: shopper }, wish);
			return { sku, shopper, order };
		};

		it("finds one by its number and buyer, and sees what may be done with it", async () => {
			const { order, shopper } = await buy();
			const unpaid = await desk(`POST /admin/orders/${order.id}/shipments`, parcel());
			await paid(mall, { token: shopper }, order);

			const found = expectBody(await desk(`GET /admin/orders?q=${order.number}&status=paid`));

			expect(unpaid).toMatchObject({ status: 409, body: { code: "ORDER_NOT_PAID" } });
			expect(found.items).toMatchObject([{ id: order.id, address: anAddress() }]);
			expect(found.items[0].commands).toEqual(
				expect.arrayContaining(["ship", "cancel", "refund"]),
			);
			expect(found.counts).toMatchObject({ all: 1, paid: 1 });
		});

		it("ships it in parts, and not a piece too many", async () => {
			const { sku, order, shopper } = await buy(3);
			await paid(mall, { token: shopper }, order);
			const ship = (quantity?: number) =>
				desk(`POST /admin/orders/${order.id}/shipments`, {
					...parcel(),
					...(quantity && { lines: [{ sku, quantity }] }),
				});

			const first = expectBody(await ship(1), 201);
			const tooMany = await ship(3);
			const cancelled = await mall.send(`POST /orders/${order.id}/cancel`, {
				token: shopper,
				body: {},
			});
			const rest = expectBody(await ship(), 201);
			const more = await ship();

			expect(first).toMatchObject({ status: "paid", isPartlyShipped: true });
			expect(tooMany).toMatchObject({
				status: 409,
				body: { code: "LINES_NOT_OPEN", sku, left: 2 },
			});
			expect(cancelled.body.code).toBe("ORDER_HAS_PARCELS");
			expect(rest).toMatchObject({ status: "shipped", isPartlyShipped: false });
			expect(rest.shipments).toHaveLength(2);
			expect(more.status).toBe(409);
			expect(await stockOf(mall, sku)).toMatchObject({ onHand: 17, reserved: 0 });
		});

		it("refunds in parts, never more than was paid, also when several do it at once", async () => {
			const { order, shopper } = await buy(1, 10_000);
			const refund = (amount: number) =>
				desk(`POST /admin/orders/${order.id}/refunds`, { amount, reason: "scratched" });
			const early = await refund(100);
			const { totals } = await paid(mall, { token: shopper }, order);

			const answers = await Promise.all(Array.from({ length: 5 }, () => refund(3000)));
			const rest = await refund(totals.total % 3000);
			const nothing = await refund(1);

			expect(early).toMatchObject({ status: 409, body: { code: "NOTHING_CAPTURED" } });
			const done = answers.filter(({ status }) => status === 201);
			expect(done).toHaveLength(Math.floor(totals.total / 3000));
			expect(answers.find(({ status }) => status !== 201)?.body.code).toBe("REFUND_TOO_HIGH");
			expect(rest.status).toBe(201);
			expect(nothing.status).toBe(409);
			const { body } = await desk(`GET /admin/orders/${order.id}`);
			expect(body.payment).toMatchObject({ status: "refunded", refunded: totals.total });
		});

		it("cancels a paid one: the money goes back, the goods too", async () => {
			const { sku, order, shopper } = await buy(2);
			const { totals } = await paid(mall, { token: shopper }, order);

			const reason = "The supplier let us down.";
			expectBody(await desk(`POST /admin/orders/${order.id}/cancel`, { reason }));

			await expect
				.poll(async () => (await desk(`GET /admin/orders/${order.id}`)).body)
				.toMatchObject({
					status: "cancelled",
					payment: { refunded: totals.total, status: "refunded" },
				});
			await expect.poll(() => stockOf(mall, sku)).toMatchObject({ onHand: 20, reserved: 0 });
		});
	});

	describe("with a catalogue file", () => {
		const file = readFileSync(join(import.meta.dirname, "../support/catalogue-500.jsonl"));

		async function imported(query: string, body: unknown, type: string) {
			const headers = { "Content-Type": type };
			const job = expectBody(
				await desk(`POST /admin/products/import${query}`, body, headers),
				202,
			);
			await expect
				.poll(async () => (await desk(`GET /admin/jobs/${job.id}`)).body.status, {
					timeout: 15_000,
				})
				.not.toBe("running");
			return expectBody(await desk(`GET /admin/jobs/${job.id}`));
		}

		it("tries it, imports it, and finds nothing to do the second time", async () => {
			const before = (await desk("GET /admin/products?pageSize=1")).body.total;
			const type = "application/x-ndjson";

			const tried = await imported("?dryRun=true", file, type);
			const unchanged = (await desk("GET /admin/products?pageSize=1")).body.total;
			const first = await imported("?stock=25", file, type);
			const second = await imported("?stock=25", file, type);

			expect(tried).toMatchObject({ status: "done", created: 500, errorCount: 0 });
			expect(unchanged).toBe(before);
			expect(first).toMatchObject({ status: "done", created: 500, total: 500 });
			expect(second).toMatchObject({ status: "done", created: 0, updated: 0 });
			const { body } = await desk("GET /admin/products?pageSize=1");
			expect(body.total).toBe(before + 500);
			expect(await stockOf(mall, "0735858210232")).toMatchObject({ onHand: 25 });
			const found = await mall.send("GET /search?q=intel+motherboard+mini-itx");
			const names = found.body.items.map(({ name }: { name: string }) => name);
			expect(names.join("\n")).toContain("BOXDH57JG");
		}, 60_000);

		it("is told what is wrong with which row, and the good ones are in", async () => {
			const sku = aWord("CSV-");
			const csv = `sku,title,price\n${sku},A good row,1250\n,No number,5\n${sku}-2,Dear,12.50\n`;

			const job = await imported("", csv, "text/csv");

			expect(job).toMatchObject({ created: 1, errorCount: 2 });
			// As lines of the file count, the header being the first.
			expect(job.errors.map(({ row }: { row: number }) => row)).toEqual([3, 4]);
			const { body } = await desk(`GET /admin/products?q=${sku}`);
			expect(body.items).toMatchObject([{ name: "A good row", price: 1250 }]);
		});

		it("gets what the list shows as CSV, which an import reads without a change", async () => {
			const category = await aCategory(mall);
			const product = await aProduct(mall, { name: "=SUM(1)", categoryId: category.id });

			const answer = await desk(`GET /admin/products/export?category=${category.slug}`);
			const again = await imported("", answer.body, "text/csv");

			expect(answer.headers.get("Content-Type")).toContain("text/csv");
			expect(answer.body.split("\n")[1]).toContain(product.sku);
			expect(answer.body).not.toMatch(/(^|,)=SUM/m);
			expect(again).toMatchObject({ created: 0, errorCount: 0 });
		});
	});

	describe("with roles", () => {
		it("gives a role that counts at once and withdraws it for the next request", async () => {
			const clerk = await aClerk(mall, "orders:read");
			const read = () => mall.send("GET /admin/orders", { token: clerk.token });
			const ship = () =>
				mall.send("POST /admin/orders/none/shipments", {
					token: clerk.token,
					body: parcel(),
				});
			expect((await read()).status).toBe(200);
			const refused = await ship();
			expect(refused).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });

			const role = expectBody(await desk(`GET /admin/roles/${clerk.role}`));
			const change = { version: role.version, rights: ["orders:read", "orders:ship"] };
			expectBody(await desk(`PATCH /admin/roles/${clerk.role}`, change));

			expect((await ship()).status).toBe(404);
			for (let round = 0; round < 10; round += 1) {
				const roles = `/admin/users/${clerk.user.id}/roles`;
				expectBody(await desk(`DELETE ${roles}/${clerk.role}`), 204);
				expect((await read()).status).toBe(403);
				expectBody(await desk(`PUT ${roles}`, { roles: [clerk.role] }));
				expect((await read()).status).toBe(200);
			}
			expect((await desk(`DELETE /admin/roles/${clerk.role}`)).body.code).toBe("IN_USE");
		});

		it("bundles rights under a right of its own", async () => {
			const area = aWord("night-");
			expectBody(await desk("POST /admin/areas", { key: area, name: "Night" }), 201);
			const right = `${area}:work`;
			const bundle = { key: right, area, name: "Work", includes: ["orders:read"] };
			expectBody(await desk("POST /admin/rights", bundle), 201);

			const clerk = await aClerk(mall, right);

			const me = expectBody(await mall.send("GET /auth/me", { token: clerk.token }));
			expect(me.rights.toSorted()).toEqual([right, "orders:read"].toSorted());
			expect((await mall.send("GET /admin/orders", { token: clerk.token })).status).toBe(200);
			expect((await desk(`DELETE /admin/rights/${right}`)).body.code).toBe("IN_USE");
			expect((await desk("DELETE /admin/rights/orders:read")).body.code).toBe("BUILT_IN");
		});

		it("lets nobody give what they lack, in any way", async () => {
			const rights = [
				"roles:read",
				"roles:write",
				"users:read",
				"users:write",
				"users:assign",
			];
			const { token: lead, user, role } = await aClerk(mall, ...rights);
			const as = (route: string, body?: unknown) => mall.send(route, { token: lead, body });
			const name = aWord("grab");
			const own = expectBody(await as(`GET /admin/roles/${role}`));
			const account = { username: name, email: `${name}@example.com`, password };
			const area = aWord("area-");
			expectBody(await as("POST /admin/areas", { key: area, name: area }), 201);

			const tries = await Promise.all([
				as("POST /admin/roles", { key: name, name, rights: ["orders:refund"] }),
				as(`PATCH /admin/roles/${role}`, {
					version: own.version,
					rights: [...rights, "orders:refund"],
				}),
				as(`PUT /admin/users/${user.id}/roles`, { roles: [role, "administrator"] }),
				as("POST /admin/users", { ...account, roles: ["manager"] }),
				as("POST /admin/rights", {
					key: `${area}:all`,
					area,
					name,
					includes: ["settings:write"],
				}),
			]);

			expect(tries.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
				Array(5).fill("403 CANT_GRANT"),
			);
			const found = expectBody(await as(`GET /admin/users?q=${name}`));
			expect(found.total).toBe(0);
			const me = expectBody(await as("GET /auth/me"));
			expect(me.rights.toSorted()).toEqual(rights.toSorted());
		});

		it("closes the door at once for who is disabled", async () => {
			const clerk = await aClerk(mall, "orders:read");
			const read = () => mall.send("GET /admin/orders", { token: clerk.token });
			expect((await read()).status).toBe(200);

			const { body } = await desk(`GET /admin/users/${clerk.user.id}`);
			const change = { version: body.version, status: "disabled" };
			expectBody(await desk(`PATCH /admin/users/${clerk.user.id}`, change));

			expect((await read()).status).toBe(401);
			const login = { login: clerk.user.username, password };
			expect((await mall.send("POST /auth/login", { body: login })).status).toBe(401);
		});

		it("can't lose its last administrator", async () => {
			const { user } = expectBody(await desk("GET /auth/me"));

			const tries = [
				await desk(`DELETE /admin/users/${user.id}/roles/administrator`),
				await desk(`PUT /admin/users/${user.id}/roles`, { roles: [] }),
				await desk(`PATCH /admin/users/${user.id}`, {
					version: user.version,
					status: "disabled",
				}),
			];

			expect(tries.map(({ body }) => body.code)).toEqual(Array(3).fill("LAST_ADMINISTRATOR"));
		});
	});

	describe("with pictures", () => {
		const form = (bytes: Uint8Array<ArrayBuffer>, name = "a.png", type = "image/png") => {
			const data = new FormData();
			data.append("file", new Blob([bytes], { type }), name);
			return data;
		};
		const picture = async () =>
			new Uint8Array(
				await sharp({
					create: { width: 400, height: 300, channels: 3, background: "teal" },
				})
					.png()
					.toBuffer(),
			);

		it("uploads one, which shoppers get in the size that they ask for", async () => {
			const stored = expectBody(await desk("POST /admin/media", form(await picture())), 201);

			expect(stored).toMatchObject({ type: "image/png", width: 400, height: 300 });
			const small = await fetch(`${mall.origin}${stored.url}?w=160`);
			const { width } = await sharp(await small.arrayBuffer()).metadata();
			expect(width).toBe(160);
			expectBody(await desk(`DELETE /admin/media/${stored.id}`), 204);
		});

		it("takes nothing that only says it is a picture, and nothing too large", async () => {
			const script = new TextEncoder().encode("<svg onload='alert(1)' xmlns='x'></svg>");
			const large = new Uint8Array(10 * 1024 * 1024 + 1024);
			large.set(await picture());

			const answers = [
				await desk("POST /admin/media", form(script)),
				await desk("POST /admin/media", form(script, "a.svg", "image/svg+xml")),
				await desk("POST /admin/media", form(large)),
				await desk("POST /admin/media", form(new Uint8Array())),
				await desk("POST /admin/media", new FormData()),
				await desk("POST /admin/media", { file: "text" }),
				await desk("POST /admin/media"),
			];

			expect(answers.map(({ status }) => status)).toEqual([
				415, 415, 413, 415, 422, 415, 415,
			]);
		});
	});

	describe("with settings", () => {
		it("sees a change at once in what shoppers are told", async () => {
			const { shippingMethods } = expectBody(await desk("GET /admin/settings"));
			const { sku } = await aProduct(mall);
			for (let round = 1; round <= 10; round += 1) {
				const name = `Mall ${round}`;
				const express = { ...shippingMethods[0], key: "express", price: 1000 + round };
				const { shop } = await setSettings(mall, {
					shop: { name } as never,
					shippingMethods: [shippingMethods[0], express],
				});
				expect(shop).toMatchObject({ name, currency: "USD" });

				expect((await mall.send("GET /shop")).body.name).toBe(name);
				const ways = expectBody(await mall.send("GET /shipping-methods?country=GB"));
				expect(ways).toContainEqual(expect.objectContaining({ price: 1000 + round }));
				const wish = { items: one(sku), shippingMethod: "express" };
				expect((await quoteOf(mall, {}, wish)).totals.shipping).toBe(1000 + round);
			}
		});

		it("offers no way to pay that is switched off", async () => {
			const { sku } = await aProduct(mall);
			const email = "cash@example.com";
			const order = await anOrder(mall, {}, { items: one(sku), email });
			await setSettings(mall, { cashOnDelivery: false });

			const methods = expectBody(await mall.send("GET /payment-methods"));
			const tried = await mall.send(`POST /orders/${order.id}/payments`, {
				headers: { "X-Order-Token": order.orderToken! },
				body: { method: "cash-on-delivery" },
			});

			expect(methods.map(({ key }: { key: string }) => key)).toEqual(["sandbox"]);
			expect(tried).toMatchObject({ status: 422, body: { code: "METHOD_NOT_OFFERED" } });
			await setSettings(mall, { cashOnDelivery: true });
		});
	});
});
