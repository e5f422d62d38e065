// What staff come for, in a real browser at a desk: orders leave, products come and change, stock
// is kept, and nobody sees more than their role allows.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser, phone } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { eventually, openStage, shown, textOf } from "#tests/support/stage";

const password = "a long enough password";
/** A red dot: the smallest true PNG that is a picture. */
const picture = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==",
	"base64",
);
let made = 0;
const aName = (start: string) => `${start}${process.pid}n${++made}`;

describe.skipIf(!hasBrowser)("staff", { timeout: 60_000 }, () => {
	const stage = openStage();

	async function send(route: string, body?: unknown) {
		const token = await stage.admin();
		const answer = await stage.mall.send(route, {
			token,
			body,
			headers: { "Idempotency-Key": aName("key") },
		});
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	}

	/** Whether the inventory knows it. */
	async function isKept(sku: string) {
		const token = await stage.admin();
		return (await stage.mall.send(`GET /admin/inventory/${sku}`, { token })).status === 200;
	}

	async function aProduct(more: object = {}) {
		const [{ id: categoryId }] = await send("GET /categories");
		const name = aName("Plain Jug ");
		const variants = [{ sku: aName("JUG-"), price: 1900, stock: 7 }];
		const status = "published";
		return send("POST /admin/products", { name, categoryId, variants, status, ...more });
	}

	async function aPicture() {
		const body = new FormData();
		body.append("file", new Blob([picture], { type: "image/png" }), "jug.png");
		return send("POST /admin/media", body);
	}

	async function atConsole(path = "/", screen?: { width: number; height: number }) {
		const visitor = await stage.visit(screen);
		await logIn(visitor.page, ["admin", adminPassword, path]);
		return visitor;
	}

	it("are told when the password is wrong, and see the figures when it is right", async () => {
		const { page, complaints } = await stage.visit();
		await page.goto("/admin/");
		await page.getByLabel("Username or e-mail").fill("admin");
		await page.getByLabel("Password", { exact: true }).fill("not the password");
		await page.getByRole("button", { name: "Log in" }).click();
		await shown(page.getByRole("alert").filter({ hasText: "password is wrong" }));
		await page.getByLabel("Password", { exact: true }).fill(adminPassword);

		await page.getByRole("button", { name: "Log in" }).click();

		await shown(
			page.getByRole("heading", { level: 1 }),
			page.getByRole("img", { name: /^Sales/ }),
		);
		const figures = await textOf(page.getByRole("main"));
		expect(figures).toMatch(/Sales \$[\d,]+\.\d\d/);
		expect(figures).toMatch(/Orders \d{2,}/);
		await page.getByRole("link", { name: /Paid orders to ship/ }).click();
		await shown(page.getByRole("button", { name: /^Paid/, pressed: true }));
		expect(complaints).toEqual([]);
	});

	it.each([
		["at a desk", undefined],
		["on a phone", phone],
	])("ship a paid order with its tracking number, %s", async (_, screen) => {
		const { page, complaints } = await atConsole("/orders?status=paid", screen);
		const first = page
			.getByRole("main")
			.getByRole("link", { name: /^\d{8}-/ })
			.first();
		const number = await textOf(first);
		await first.click();
		await shown(page.getByRole("heading", { level: 1, name: number }));
		await page.getByRole("button", { name: "Ship", exact: true }).first().click();
		const dialog = page.getByRole("dialog", { name: `Ship order ${number}` });
		await dialog.getByLabel("Tracking number").fill("1Z999AA10123456784");
		await dialog.getByRole("button", { name: "Ship", exact: true }).click();
		await shown(dialog.getByText("Fill this in."));
		await dialog.getByLabel("Carrier").fill("UPS");

		await dialog.getByRole("button", { name: "Ship", exact: true }).click();

		await dialog.waitFor({ state: "hidden" });
		await shown(page.getByText("1Z999AA10123456784"));
		await eventually(async () =>
			expect(await page.getByRole("button", { name: "Ship", exact: true }).count()).toBe(0),
		);
		await page.reload();
		await shown(page.getByText("1Z999AA10123456784"), page.getByText("Shipped"));
		await page.goto("/admin/orders?status=shipped");
		await page.getByRole("textbox", { name: "Number, name or e-mail" }).fill(number);
		await shown(page.getByRole("main").getByRole("link", { name: number }));
		expect(complaints).toEqual([]);
	});

	it("make a product with options and a picture, and a shopper finds it", async () => {
		const name = aName("Glimmer Jug ");
		const { page, complaints } = await atConsole("/products/new");
		await page.getByRole("textbox", { name: "Name", exact: true }).first().fill(name);
		await page.locator("input[type=file]").setInputFiles({
			name: "jug.png",
			mimeType: "image/png",
			buffer: picture,
		});
		await shown(page.getByRole("textbox", { name: "What it shows" }));
		await page.getByRole("button", { name: "Add an option" }).click();
		await page.getByLabel("Option", { exact: true }).fill("Colour");
		const values = page.getByLabel("Values");
		for (const value of ["Red", "Blue"]) {
			await values.fill(value);
			await values.press("Enter");
		}
		for (const [variant, price, stock] of [
			["Red", "19.50", "7"],
			["Blue", "21.00", "3"],
		] as const) {
			await page.getByLabel(`Price ${variant}`, { exact: true }).fill(price);
			await page.getByLabel(`First stock ${variant}`).fill(stock);
		}
		await choose(page, page.getByLabel("Category"), "Kitchen & Table");
		await page.getByLabel(/^Tags/).fill("glimmering");
		await page.getByLabel(/^Tags/).press("Enter");
		await page.keyboard.press("Escape");
		await page.getByText("Shoppers can find and buy it.").click();

		await save(page);

		await shown(page.getByRole("heading", { level: 1, name }));
		const shopper = await stage.visit();
		await eventually(async () => {
			await shopper.page.goto(`/search?q=${encodeURIComponent(name)}`);
			await shopper.page.getByRole("link", { name }).click({ timeout: 3000 });
		});
		await shown(shopper.page.getByRole("heading", { level: 1, name }));
		await shopper.page.locator("label", { hasText: "Blue" }).click();
		await shown(shopper.page.getByText("$21.00"), shopper.page.getByText("Only 3 left"));
		await shown(shopper.page.getByRole("link", { name: "glimmering" }));
		const image = shopper.page.getByRole("main").getByRole("img", { name }).first();
		await eventually(async () =>
			expect(
				await image.evaluate((one: HTMLImageElement) => one.naturalWidth),
			).toBeGreaterThan(0),
		);
		expect([...complaints, ...shopper.complaints]).toEqual([]);
	});

	it("change a price, which the shop shows at once", async () => {
		const product = await aProduct();
		const { page, complaints } = await atConsole(`/products/${product.id}`);
		await page.getByLabel("Price", { exact: true }).fill("24.40");
		await save(page);
		await shown(page.getByText("Saved."));

		const shopper = await stage.visit();
		await shopper.page.goto(`/p/${product.slug}`);

		await shown(shopper.page.getByText("$24.40"));
		expect(complaints).toEqual([]);
	});

	it("see the catalogue in their language, and write what a picture shows in both", async () => {
		const [tag, chinese] = [aName("tag"), aName("水壶")];
		await send("PUT /admin/words", { words: [{ word: tag, translations: { zh: "送礼" } }] });
		const { id, slug } = await aProduct({
			translations: { zh: { name: chinese } },
			images: [{ url: (await aPicture()).url, alt: "A jug" }],
			tags: [tag],
		});
		const { page } = await atConsole(`/products/${id}`);
		await page.getByLabel("The same in Chinese").fill("一把水壶");
		await save(page);
		await shown(page.getByText("Saved.", { exact: true }));
		const headers = { "Accept-Language": "zh" };
		const { body: seen } = await stage.mall.send(`GET /products/${slug}`, { headers });
		expect(seen.images).toMatchObject([{ alt: "一把水壶" }]);

		await page.evaluate(() => localStorage.setItem("console.language", "zh"));
		await page.goto(`/admin/products?q=${chinese}&tag=${tag}`);

		await shown(
			page.getByRole("row", { name: chinese }),
			page.getByRole("button", { name: /送礼/ }),
		);
		await page.goto(`/admin/products/${id}`);
		await shown(page.getByRole("heading", { level: 1, name: chinese }));
		expect(await page.getByLabel(tag, { exact: true }).inputValue()).toBe("送礼");
	});

	it("see who changed what in a product, and make another one like it", async () => {
		const { id, version, name, variants } = await aProduct();
		const [{ sku }] = variants;
		const body = { version, variants: [{ sku, price: 2100 }] };
		await send(`PATCH /admin/products/${id}`, body);
		const { page, complaints } = await atConsole(`/products/${id}`);
		await shown(page.getByText(`Price of ${sku}`), page.getByText("$19.00 → $21.00"));
		await shown(page.getByText("Made the product"));

		await page.getByRole("button", { name: "Duplicate" }).click();

		await shown(page.getByRole("heading", { level: 1, name: `${name} (copy)` }));
		expect(await page.getByLabel("Price", { exact: true }).inputValue()).toBe("21.00");
		await shown(page.getByRole("radio", { name: "Draft Only staff see it.", checked: true }));
		expect(complaints).toEqual([]);
	});

	it("lower the prices of many products at once", async () => {
		const [one, two] = [await aProduct(), await aProduct()];
		const { page, complaints } = await atConsole("/products");
		for (const { name } of [one, two])
			await page.getByRole("checkbox", { name }).click({ force: true });
		await page.getByRole("button", { name: "More" }).click();
		await page.getByRole("menuitem", { name: "Change the price" }).click();
		const dialog = page.getByRole("dialog", { name: "Change the prices of 2 products" });
		await dialog.getByRole("button", { name: "Change prices" }).click();
		await shown(dialog.getByText("Fill this in."));
		await dialog.getByLabel("By", { exact: true }).fill("10");

		await dialog.getByRole("button", { name: "Change prices" }).click();

		await shown(page.getByText("Done for 2 products."));
		for (const { id } of [one, two])
			expect((await send(`GET /admin/products/${id}`)).variants[0].price).toBe(1710);
		expect(complaints).toEqual([]);
	});

	it("are warned when somebody else has changed the product meanwhile", async () => {
		const { id, version, name } = await aProduct();
		const { page } = await atConsole(`/products/${id}`);
		await shown(page.getByRole("heading", { level: 1, name }));
		await send(`PATCH /admin/products/${id}`, { version, subtitle: "Holds a litre" });
		await page.getByLabel("Price", { exact: true }).fill("24.40");
		await save(page);
		await shown(page.getByText("Changed by someone else"));

		await page.getByRole("button", { name: "Load their version" }).click();

		const subtitle = page.getByLabel("Subtitle optional");
		await eventually(async () => expect(await subtitle.inputValue()).toBe("Holds a litre"));
		await page.getByText("Changed by someone else").waitFor({ state: "hidden" });
		expect(await page.getByLabel("Price", { exact: true }).inputValue()).toBe("19.00");
	});

	it("are asked before they leave with something unsaved", async () => {
		const { id, name } = await aProduct();
		const { page } = await atConsole(`/products/${id}`);
		await shown(page.getByRole("heading", { level: 1, name }));
		await page.getByLabel("Price", { exact: true }).fill("24.40");
		const rail = page.getByRole("navigation", { name: "Menu" });
		await rail.getByRole("link", { name: "Orders" }).click();
		const question = page.getByRole("dialog", { name: "Leave without saving?" });
		await question.getByRole("button", { name: "Stay" }).click();
		expect(await page.getByLabel("Price", { exact: true }).inputValue()).toBe("24.40");

		await rail.getByRole("link", { name: "Orders" }).click();
		await question.getByRole("button", { name: "Leave" }).click();

		await shown(page.getByRole("heading", { level: 1, name: "Orders" }));
	});

	it("recycle a product and bring it back", async () => {
		const { id, name, slug } = await aProduct();
		const { page, complaints } = await atConsole(`/products/${id}`);
		await page.getByRole("button", { name: "Recycle" }).click();
		const question = page.getByRole("dialog", { name: `Put ${name} into the recycle bin?` });
		await question.getByRole("button", { name: "Recycle" }).click();
		await shown(page.getByRole("heading", { level: 1, name: "Products" }));
		expect((await stage.mall.send(`GET /products/${slug}`)).status).toBe(404);

		await page.getByRole("button", { name: /^Recycle bin/ }).click();
		await page.getByRole("link", { name }).click();
		await page.getByRole("button", { name: "Restore" }).click();

		await shown(page.getByText("It is back, as a draft."));
		expect((await send(`GET /admin/products/${id}`)).status).toBe("draft");
		expect(complaints).toEqual([]);
	});

	it("adjust the stock with a reason and see what has moved", async () => {
		const { variants } = await aProduct();
		const [{ sku }] = variants;
		const { page, complaints } = await atConsole(`/inventory?q=${sku}`);
		await page.getByRole("button", { name: `Adjust ${sku}` }).click();
		const dialog = page.getByRole("dialog", { name: `Adjust ${sku}` });
		await dialog.getByLabel("Change").fill("-2");
		await dialog.getByLabel("Change").press("Tab");
		await shown(dialog.getByText("On hand: 7 → 5"));
		await dialog.getByLabel("Reason").fill("broken in the window");

		await dialog.getByRole("button", { name: "Adjust" }).click();

		await dialog.waitFor({ state: "hidden" });
		await eventually(async () =>
			expect(await textOf(page.getByRole("row", { name: sku }))).toContain(`${sku} 5`),
		);
		await page.getByRole("button", { name: `Movements: ${sku}` }).click();
		const moved = page.getByRole("dialog", { name: `Movements of ${sku}` });
		await shown(moved.getByText("broken in the window"), moved.getByText("Received"));
		expect(await moved.getByRole("listitem").count()).toBe(2);
		expect(await textOf(moved.getByRole("listitem").first())).toMatch(/admin/i);
		expect(complaints).toEqual([]);
	});

	it("find stock by the product's name, take goods in, count, and set when it runs low", async () => {
		const name = aName("Narrow Vase ");
		const { variants } = await aProduct({ name });
		const [{ sku }] = variants;
		const { page, complaints } = await atConsole("/inventory");
		await page.getByLabel("Product or SKU").fill(name);
		const row = page.getByRole("row", { name: sku });
		await shown(row);
		const dialog = page.getByRole("dialog", { name: `Adjust ${sku}` });
		const change = async (way: string, label: string, figure: string) => {
			await page.getByRole("button", { name: `Adjust ${sku}` }).click();
			await dialog.getByRole("button", { name: way, exact: true }).click();
			await dialog.getByLabel(label).fill(figure);
			await dialog.getByLabel(label).press("Tab");
		};

		await change("Receive", "Received", "5");
		await dialog.getByRole("button", { name: "Receive" }).last().click();
		await dialog.waitFor({ state: "hidden" });
		expect(await send(`GET /admin/inventory/${sku}`)).toMatchObject({ onHand: 12 });

		await change("Count", "Counted", "11");
		await send("POST /admin/inventory/receipts", { sku, quantity: 1 });
		await dialog.getByLabel("Reason").fill("stock-taking");
		await dialog.getByRole("button", { name: "Take over the count" }).click();
		await shown(dialog.getByText("Count it again"), dialog.getByText("On hand: 13 → 11"));
		await dialog.getByRole("button", { name: "Take over the count" }).click();
		await dialog.waitFor({ state: "hidden" });
		expect(await send(`GET /admin/inventory/${sku}`)).toMatchObject({ onHand: 11 });

		await change("Warning", "Runs low from", "20");
		await dialog.getByRole("button", { name: "Save" }).click();
		await dialog.waitFor({ state: "hidden" });
		await page.getByRole("button", { name: /^Running low/ }).click();
		await shown(row.getByText("Running low"));
		const bell = page.getByRole("button", { name: /^Notifications/ });
		await eventually(async () => {
			await page.reload();
			await bell.click();
			await shown(page.getByRole("link", { name: `${sku} is running low: 11 left.` }));
		});
		expect(complaints).toEqual([]);
	});

	it("compare the stock with its books, and see that it agrees", async () => {
		const { page, complaints } = await atConsole("/inventory");
		await page.getByRole("link", { name: "Comparison with the books" }).click();

		await page.getByRole("button", { name: "Compare now" }).click();

		await shown(page.getByText("The stock agrees with its books"));
		const { checked } = await send("GET /admin/stock/reconciliation");
		expect(checked).toBeGreaterThan(300);
		expect(await textOf(page.getByRole("main"))).toContain("That differ 0");
		expect(complaints).toEqual([]);
	});

	it("write a topic with a heading and a link, which shoppers read once it is shown", async () => {
		const title = aName("Slow tea ");
		const { page, complaints } = await atConsole("/topics/new");
		await page.getByLabel("Title").first().fill(title);
		await page.getByRole("textbox", { name: "Text" }).first().click();
		await page.keyboard.type("Boil the water.");
		await page.keyboard.press("Enter");
		const tools = page.getByRole("toolbar", { name: "Formatting" }).first();
		await tools.getByRole("button", { name: "Heading", exact: true }).click();
		await page.keyboard.type("Then wait");
		await page.keyboard.press("Enter");
		await page.keyboard.type("with a ");
		await tools.getByRole("button", { name: "Link" }).click();
		await page.getByRole("dialog", { name: "Link" }).getByLabel("Address").fill("/c/mugs");
		await page.keyboard.press("Enter");
		await save(page);
		await shown(page.getByRole("heading", { level: 1, name: title }));
		const { items } = await send("GET /admin/topics");
		const { slug, body } = items.find((one: { title: string }) => one.title === title);
		expect(body).toBe(
			'<p>Boil the water.</p><h3>Then wait</h3><p>with a <a href="/c/mugs">/c/mugs</a></p>',
		);
		expect((await stage.mall.send(`GET /topics/${slug}`)).status).toBe(404);

		await page.getByText("Shown in the shop", { exact: true }).click();
		await save(page);

		const shopper = await stage.visit();
		await eventually(async () => {
			await shopper.page.goto(`/topics/${slug}`);
			await shown(shopper.page.getByRole("heading", { name: "Then wait" }));
		});
		await shopper.page.getByRole("link", { name: "/c/mugs" }).click();
		await shown(shopper.page.getByRole("heading", { level: 1, name: "Mugs & Cups" }));
		expect(complaints).toEqual([]);
	});

	it("import a list, first as a trial, and are told which row is wrong", async () => {
		const sku = aName("IMPORTED-");
		const { page, complaints } = await atConsole("/import");
		await page.locator("input[type=file]").setInputFiles({
			name: "jugs.csv",
			mimeType: "text/csv",
			buffer: Buffer.from(
				`sku,name,price\n${sku}-1,Imported Jug,1250\n${sku}-2,Jug without a price,cheap\n`,
			),
		});
		await page.getByRole("button", { name: "Check the file" }).click();
		await shown(page.getByText("This was a trial: nothing was changed."));
		const wrong = page.getByRole("row").filter({ hasText: "price" });
		await shown(wrong);
		expect(await isKept(`${sku}-1`)).toBe(false);

		await page.getByRole("button", { name: "It looks good. Import it now" }).click();

		await shown(page.getByRole("link", { name: "See the products" }));
		await eventually(async () => expect(await isKept(`${sku}-1`)).toBe(true));
		expect(await isKept(`${sku}-2`)).toBe(false);
		expect(complaints).toEqual([]);
	});

	it("who are clerks see what clerks may, and are told so where they may not", async () => {
		const username = aName("clerk");
		const email = `${username}@example.com`;
		const kind = "staff";
		await send("POST /admin/users", { username, email, password, kind, roles: ["clerk"] });
		const { page, complaints } = await stage.visit();
		await logIn(page, [username, password, "/"]);
		const rail = page.getByRole("navigation", { name: "Menu" });
		await shown(rail.getByRole("link", { name: "Orders" }));
		const offered = (await rail.getByRole("link").allInnerTexts()).map((text) => text.trim());
		expect(offered).toEqual(expect.arrayContaining(["Orders", "Products", "Inventory"]));
		for (const forbidden of ["Settings", "Roles", "Staff", "Import", "Promotions"]) {
			expect(offered).not.toContain(forbidden);
		}

		await page.goto("/admin/settings");

		await shown(page.getByRole("heading", { name: "You may not open this page" }));
		await page.goto("/admin/products");
		await shown(page.getByRole("main").getByRole("link", { name: "City Walker" }));
		expect(await page.getByRole("button", { name: "New product" }).count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	it("are staff only: a customer sees nothing of the console", async () => {
		const username = aName("customer");
		const body = { username, email: `${username}@example.com`, password };
		await stage.mall.send("POST /auth/register", { body });
		const { page } = await stage.visit();
		await logIn(page, [username, password, "/orders"]);
		await shown(page.getByText("This account is not for the console"));
		expect(await page.getByRole("row").count()).toBe(0);
	});

	it("walk from order to order beside the list, over the end of a page", async () => {
		const { page, complaints } = await atConsole("/orders");
		const rows = page.getByRole("main").getByRole("link", { name: /^\d{8}-/ });
		await shown(rows);
		const second = await textOf(rows.nth(1));
		await rows.first().focus();
		await page.keyboard.press("Space");
		await page.keyboard.press("ArrowDown");
		await shown(page.getByRole("complementary", { name: second }));
		await shown(page.getByText(/^2 of \d+$/));

		await rows.last().focus();
		await page.keyboard.press("Space");
		await shown(page.getByText(/^20 of \d+$/));
		await page.getByRole("button", { name: "Next (↓)" }).click();

		await shown(page.getByText(/^21 of \d+$/));
		await page.reload();
		await shown(page.getByText(/^21 of \d+$/));
		await page.keyboard.press("Escape");
		await page.getByText(/^21 of \d+$/).waitFor({ state: "hidden" });
		expect(complaints).toEqual([]);
	});

	it("save what a list shows as a view of their own, with its columns", async () => {
		const { page, complaints } = await atConsole("/products");
		const tabs = page.getByRole("group", { name: "Status" });
		await page.getByRole("button", { name: "Stock", exact: true }).click();
		await page.getByRole("button", { name: "Sold out" }).click();
		await page.getByRole("button", { name: "Save view" }).click();
		await page.getByRole("dialog", { name: "Save view" }).getByLabel("Name").fill("Buy more");
		await page.keyboard.press("Enter");
		await shown(tabs.getByRole("button", { name: "Buy more", pressed: true }));
		await page.getByRole("button", { name: "Columns" }).click();
		await page.getByText("Sold", { exact: true }).last().click();
		await page.getByRole("columnheader", { name: "Sold" }).waitFor({ state: "hidden" });

		await tabs.getByRole("button", { name: "All" }).click();
		await shown(page.getByRole("columnheader", { name: "Sold" }));
		await page.reload();
		await tabs.getByRole("button", { name: "Buy more" }).click();

		await shown(page.getByRole("button", { name: "Stock is Sold out" }));
		await page.getByRole("columnheader", { name: "Sold" }).waitFor({ state: "hidden" });
		await page.getByRole("button", { name: "View", exact: true }).click();
		await page.getByRole("menuitem", { name: "Delete the view" }).click();
		await tabs.getByRole("button", { name: "Buy more" }).waitFor({ state: "hidden" });
		expect(complaints).toEqual([]);
	});

	it("jump to a page by the palette, without a mouse", async () => {
		const { page, complaints } = await atConsole();
		await shown(page.getByRole("heading", { level: 1 }));
		await page.keyboard.press("Control+k");
		await page.keyboard.type("invent");
		await shown(page.getByRole("option", { name: "Inventory" }));

		await page.keyboard.press("Enter");

		await shown(page.getByRole("heading", { level: 1, name: "Inventory" }));
		expect(complaints).toEqual([]);
	});
});

async function logIn(page: Page, [name, word, path]: [string, string, string]) {
	await page.goto(`/admin${path}`);
	await page.getByLabel("Username or e-mail").fill(name);
	await page.getByLabel("Password", { exact: true }).fill(word);
	await page.getByRole("button", { name: "Log in" }).click();
	await page.waitForURL((url) => !url.pathname.endsWith("/login"));
}

/** Chooses from a list that opens below its field. */
async function choose(page: Page, field: Locator, name: string) {
	await field.click();
	await field.fill(name);
	await page.getByText(name, { exact: true }).locator("visible=true").last().click();
}

const save = (page: Page) =>
	page
		.getByRole("region", { name: "Unsaved changes" })
		.getByRole("button", { name: "Save" })
		.click();
