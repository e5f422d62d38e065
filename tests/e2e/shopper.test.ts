// What a shopper comes for, in a real browser, on a phone and on a desk.
import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { desktop, hasBrowser, phone } from "#tests/support/browser";
import { eventually, hasFocus, openStage, shown, tabTo, textOf } from "#tests/support/stage";

const screens = [
	["a phone", phone],
	["a desk", desktop],
] as const;
const password = "a long enough password";
const address = {
	name: "Ada Lovelace",
	phone: "+1 555 0100",
	country: "US",
	province: "Oregon",
	city: "Portland",
	street: "12 Analytical Way",
	postalCode: "97201",
};
let people = 0;
const aName = () => `shopper${process.pid}n${++people}`;

describe.skipIf(!hasBrowser)("a shopper", { timeout: 60_000 }, () => {
	const stage = openStage();

	/** A product of which there are three. */
	async function aRarity() {
		const name = `Rarity ${aName()}`;
		const token = await stage.admin();
		const { body: tree } = await stage.mall.send("GET /categories");
		const body = {
			name,
			categoryId: tree[0].id,
			variants: [{ sku: name.replace(" ", "-"), price: 1500, stock: 3 }],
			status: "published",
		};
		const made = await stage.mall.send("POST /admin/products", { token, body });
		expect(made.status, JSON.stringify(made.body)).toBe(201);
		return made.body;
	}

	async function changeStock(sku: string, delta: number) {
		const token = await stage.admin();
		const headers = { "Idempotency-Key": `stock-of-${sku}` };
		const body = { sku, delta, reason: "broken" };
		const answer = await stage.mall.send("POST /admin/inventory/adjustments", {
			token,
			headers,
			body,
		});
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
	}

	/** Somebody with an account who has paid an order. */
	async function aBuyer(wanted?: { slug: string }) {
		const username = aName();
		const body = { username, email: `${username}@example.com`, password };
		const { send } = stage.mall;
		const { body: login } = await send("POST /auth/register", { body });
		const token: string = login.token;
		const product = (await send(`GET /products/${wanted?.slug ?? "city-walker"}`)).body;
		const items = [{ sku: product.variants[0].sku, quantity: 2 }];
		const order = await send("POST /orders", {
			token,
			headers: { "Idempotency-Key": `order-of-${username}` },
			body: { items, address, shippingMethod: "standard" },
		});
		const paid = await send(`POST /orders/${order.body.id}/payments`, {
			token,
			headers: { "Idempotency-Key": `payment-of-${username}` },
			body: { method: "sandbox", card: { number: "4242424242424242" } },
		});
		expect(paid.status).toBe(201);
		return { username, token, order: order.body };
	}

	describe.each(screens)("on %s", (_, screen) => {
		const isPhone = screen === phone;

		it("walks from the start page through a filtered list and comes back to its place", async () => {
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/");
			await page.getByRole("main").getByRole("link", { name: "Clothing & Shoes" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Clothing & Shoes" }));
			const found = page.getByRole("region", { name: "Products" }).getByRole("article");
			await eventually(async () => expect(await found.count()).toBe(24));

			const filters = await openFilters(page, isPhone);
			await filters.getByRole("checkbox", { name: "In stock" }).check();
			await filters.getByRole("checkbox", { name: /^Saltmere/ }).check();
			if (isPhone) await filters.getByRole("button", { name: /^Show \d+ product/ }).click();
			await shown(page.getByRole("button", { name: "Remove filter: Saltmere" }));
			await page.getByRole("combobox", { name: "Sort by" }).selectOption("price");
			await eventually(async () => expect(await pricesOf(page)).toEqual(await sorted(page)));
			const ofBrand = await found.filter({ hasText: "Saltmere" }).count();
			expect(await found.count()).toBe(ofBrand);
			expect(page.url()).toMatch(/brand=saltmere/);

			await page.getByRole("button", { name: "Remove filter: Saltmere" }).click();
			await eventually(async () => expect(await found.count()).toBe(24));
			await page.getByRole("button", { name: "Show more" }).click();
			await eventually(async () => expect(await found.count()).toBeGreaterThan(24));
			const wanted = found.nth(27);
			await wanted.scrollIntoViewIfNeeded();
			const count = await found.count();
			const name = await textOf(wanted.getByRole("link"));
			await wanted.getByRole("link").click();
			await shown(page.getByRole("heading", { level: 1, name }));

			await page.goBack();

			await shown(page.getByRole("heading", { level: 1, name: "Clothing & Shoes" }));
			await eventually(async () => {
				expect(await found.count()).toBe(count);
				const { y } = (await wanted.boundingBox())!;
				expect(y > -screen.width / 2 && y < screen.height).toBe(true);
			});
			expect(complaints).toEqual([]);
		});

		it("sees the picture grow from the card into the page, and shrink back", async () => {
			const { page, complaints } = await stage.visit(screen);
			await page.addInitScript(watchPictures);
			await page.goto("/c/kitchen");
			const card = page.getByRole("region", { name: "Products" }).getByRole("article").nth(2);
			await card.getByRole("link").click();
			await shown(page.getByRole("button", { name: "Add to cart" }).locator("visible=true"));
			await page.goBack();
			await shown(page.getByRole("heading", { level: 1, name: "Kitchen & Table" }));

			const named = () => page.evaluate("window.namedPictures");
			await eventually(async () =>
				expect(await named()).toEqual(["from 1", "to 1", "from 1", "to 1"]),
			);
			expect(complaints).toEqual([]);
		});

		it("finds by suggestions while typing, and in spite of a typo", async () => {
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/");
			const field = page.getByRole("combobox", { name: "Search the shop" });
			await field.pressSequentially("mushroom la");
			const suggestions = page.getByRole("listbox", { name: "Suggestions" });
			await suggestions.getByRole("option", { name: "Mushroom Lamp" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Mushroom Lamp" }));

			await field.fill("mushrom lamp");
			await field.press("Enter");

			await shown(page.getByRole("heading", { level: 1, name: /^Results for/ }));
			const found = page.getByRole("region", { name: "Products" }).getByRole("article");
			await shown(found.filter({ hasText: "Mushroom Lamp" }));
			await field.fill("qzxvbnm");
			await field.press("Enter");
			await shown(page.getByRole("heading", { name: "Nothing found" }));
			expect(complaints).toEqual([]);
		});

		it("buys: chooses, registers on the way, is refused a card and pays with another", async () => {
			const { page, complaints } = await stage.visit(screen);
			const username = aName();
			await page.goto("/p/daily-tee");
			await page.getByTitle("Sage", { exact: true }).click();
			await page.getByTitle("M", { exact: true }).click();
			expect(await page.getByRole("radio", { name: "M", exact: true }).isChecked()).toBe(
				true,
			);
			await page.getByRole("button", { name: "Add to cart" }).locator("visible=true").click();
			const drawer = page.getByRole("dialog", { name: "Cart (1)" });
			await shown(drawer.getByText("Sage · M"));
			await drawer.getByRole("button", { name: "View cart" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Cart (1)" }));

			await page.getByRole("button", { name: "One more" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Cart (2)" }));
			await eventually(async () => expect(await amountOf(page, "Goods")).toBe(5800));
			await page.getByRole("link", { name: "Checkout" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Checkout" }));
			await page.getByRole("link", { name: "Log in" }).click();
			await page.getByRole("link", { name: "Create an account" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Create an account" }));
			await page.getByLabel("Username", { exact: true }).fill(username);
			await page.getByLabel("E-mail").fill(`${username}@example.com`);
			await page.getByLabel("Password", { exact: true }).fill(password);
			await page.getByRole("button", { name: "Create an account" }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Checkout" }));
			await eventually(async () => expect(await amountOf(page, "Goods")).toBe(5800));

			await fillAddress(page);
			await page.getByRole("radio", { name: /^Express/ }).check();
			await eventually(async () => expect(await amountOf(page, "Delivery")).toBe(1490));
			await page.getByRole("textbox", { name: "Coupon code" }).fill("welcome10");
			await page.getByRole("button", { name: "Apply" }).click();
			await eventually(async () =>
				expect(await amountOf(page, "10 % off your first order")).toBeLessThan(0),
			);
			await expectSum(page);
			await page.getByLabel("Card number").fill("4000 0000 0000 0002");
			await page.getByRole("button", { name: /^Order and pay/ }).click();

			await shown(page.getByRole("alert").filter({ hasText: "The card was refused" }));
			const heading = page.getByRole("heading", { level: 1, name: /^Order / });
			const number = (await textOf(heading)).replace("Order ", "");
			expect(page.url()).toContain("/orders/");
			await page.getByLabel("Card number").fill("4242 4242 4242 4242");
			await page.getByRole("button", { name: /^Pay \$/ }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Thank you!" }));

			const timeline = page.getByRole("list", { name: "What has happened" });
			await page.reload();
			await shown(page.getByText(number), timeline.getByText("Paid"));
			expect(await timeline.locator("[aria-current=step]").innerText()).toContain("Paid");
			await shown(page.getByText("Sage · M"), page.getByText("12 Analytical Way"));
			await expectSum(page);
			await page.goto("/orders");
			const listed = page.getByRole("article").filter({ hasText: number });
			expect(await textOf(listed)).toContain("Being packed");
			await listed.getByRole("link").click();
			await shown(page.getByRole("heading", { level: 1, name: `Order ${number}` }));
			expect(complaints).toEqual([]);
		});

		it("says at the field what is missing at the checkout, and loses nothing typed", async () => {
			const { page } = await stage.visit(screen);
			await page.goto("/p/mushroom-lamp");
			await page.getByRole("button", { name: "Buy now" }).locator("visible=true").click();
			await page.getByLabel("Full name").fill(address.name);
			await page.getByRole("button", { name: /^Order and pay/ }).click();
			const summary = page.getByRole("alert").filter({ hasText: "not right yet" });
			await shown(summary);
			await summary.getByRole("link", { name: "City" }).click();
			await eventually(async () =>
				expect(await hasFocus(page.getByLabel("City", { exact: true }))).toBe(true),
			);

			await page.reload();

			await shown(page.getByLabel("Full name"));
			expect(await page.getByLabel("Full name").inputValue()).toBe(address.name);
		});

		it("buys as a guest and finds the order by its number elsewhere", async () => {
			const { page, complaints } = await stage.visit(screen);
			const email = `${aName()}@example.com`;
			await page.goto("/p/mushroom-lamp");
			await page.getByRole("button", { name: "Buy now" }).locator("visible=true").click();
			await page.getByLabel("E-mail").fill(email);
			await fillAddress(page);
			await shown(page.getByRole("radio", { name: /^Standard/ }));
			await page.getByLabel("Card number").fill("4242424242424242");
			await page.getByRole("button", { name: /^Order and pay/ }).click();
			await shown(page.getByRole("heading", { level: 1, name: "Thank you!" }));
			const [number] = /\d{6,}-[\w-]+/.exec(await page.getByRole("main").innerText()) ?? [""];

			const elsewhere = await stage.visit(screen);
			await elsewhere.page.goto("/");
			await elsewhere.page.getByRole("link", { name: "Find an order" }).click();
			await elsewhere.page.getByLabel("Order number").fill(number);
			await elsewhere.page.getByLabel("E-mail").fill(`not-${email}`);
			await elsewhere.page.getByRole("button", { name: "Find" }).click();
			await shown(elsewhere.page.getByRole("alert").filter({ hasText: "no order" }));
			await elsewhere.page.getByLabel("E-mail").fill(email);
			await elsewhere.page.getByRole("button", { name: "Find" }).click();

			const heading = { level: 1, name: `Order ${number}` } as const;
			await shown(elsewhere.page.getByRole("heading", heading));
			await shown(elsewhere.page.getByText("Mushroom Lamp"));
			expect([...complaints, ...elsewhere.complaints]).toEqual([]);
		});

		it("logs in, sees the parcel on its way and confirms that it has arrived", async () => {
			const { username, order } = await aBuyer();
			await stage.mall.send(`POST /admin/orders/${order.id}/shipments`, {
				token: await stage.admin(),
				headers: { "Idempotency-Key": `parcel-of-${username}` },
				body: { carrier: "DHL", trackingNumber: "JD014600003RU" },
			});
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/orders");
			await logIn(page, username);
			await page.getByRole("link", { name: order.number }).click();
			await shown(page.getByText("JD014600003RU"));

			await page.getByRole("button", { name: "It has arrived" }).click();

			const now = page.locator("[aria-current=step]");
			await eventually(async () => expect(await textOf(now)).toContain("Received"));
			await page.reload();
			await shown(page.getByText("Completed"));
			expect(await page.getByRole("button", { name: "It has arrived" }).count()).toBe(0);
			expect(complaints).toEqual([]);
		});

		it("buys again, hears what is not to be had, and removes the order from the list", async () => {
			const { username, token, order } = await aBuyer(await aRarity());
			const { send } = stage.mall;
			await send(`POST /orders/${order.id}/cancel`, { token, body: {} });
			await changeStock(order.items[0].sku, -2);
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/account");
			await logIn(page, username);
			await shown(page.getByRole("heading", { level: 1, name: "Profile" }));

			await page.goto(`/orders/${order.id}`);
			await page.getByRole("button", { name: "Buy again" }).click();

			await shown(page.getByRole("heading", { level: 1, name: "Cart (1)" }));
			await shown(page.getByText(`${order.items[0].name}: only 1 left`));
			await page.goto(`/orders/${order.id}`);
			await page.getByRole("button", { name: "Remove from my orders" }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByRole("button", { name: "Remove from my orders" }).click();
			await shown(page.getByText("No orders here"));
			expect(complaints).toEqual([]);
		});

		it("hears at the checkout that less is left, and takes what is left", async () => {
			const product = await aRarity();
			const { page, complaints } = await stage.visit(screen);
			await page.goto(`/p/${product.slug}`);
			await page.getByRole("button", { name: "One more" }).click();
			await page.getByRole("button", { name: "Add to cart" }).locator("visible=true").click();
			await shown(page.getByRole("dialog", { name: "Cart (2)" }));
			await changeStock(product.variants[0].sku, -2);

			await page.goto("/checkout");
			const note = page.getByRole("status").filter({ hasText: "something has changed" });
			await shown(note.getByText(product.name), note.getByText("Only 1 left"));
			await note.getByRole("button", { name: "Take 1" }).click();

			await shown(page.getByRole("button", { name: /^Order and pay/ }));
			await note.waitFor({ state: "hidden" });
			expect(await amountOf(page, "Goods")).toBe(1500);
			expect(complaints).toEqual([]);
		});

		it("stays logged in over a reload, a renewed token and a lost one", async () => {
			const { username } = await aBuyer();
			const { page } = await stage.visit(screen);
			await page.goto("/account");
			await logIn(page, username);
			await shown(page.getByRole("heading", { level: 1, name: "Profile" }));
			const first = await keptToken(page);

			await page.evaluate(endLogin, 30_000);
			await page.reload();
			await eventually(async () => expect(await keptToken(page)).not.toBe(first));
			await shown(page.getByText(`${username}@example.com`));
			await page.evaluate(endLogin, -1000);
			await page.goto("/orders");

			await shown(page.getByRole("heading", { level: 1, name: "Orders" }));
			await shown(page.getByText("Being packed"));
		});

		it("keeps the chosen language and appearance", async () => {
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/");
			const footer = page.getByRole("contentinfo");
			await footer.getByLabel("Appearance").selectOption("dark");
			await footer.getByLabel("Language").selectOption("zh");
			const heading = page.getByRole("heading", { name: "按分类选购" });
			await shown(heading);

			await page.reload();

			await shown(heading, page.getByRole("main").getByRole("link", { name: /^厨房/ }));
			const { lang, look } = await page.evaluate(() => ({
				lang: document.documentElement.lang,
				look: getComputedStyle(document.body).colorScheme,
			}));
			expect({ lang, look }).toEqual({ lang: "zh", look: "dark" });
			expect(complaints).toEqual([]);
		});

		it("needs no more than a keyboard to search, open a product and add it to the cart", async () => {
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/");
			await shown(page.getByRole("heading", { name: "Shop by category" }));
			await page.keyboard.press("Tab");
			expect(await hasFocus(page.getByRole("link", { name: "Skip to the content" }))).toBe(
				true,
			);
			await tabTo(page, page.getByRole("combobox", { name: "Search the shop" }));
			await page.keyboard.type("mushroom lamp");
			const option = page.getByRole("option", { name: "Mushroom Lamp" });
			await shown(option);
			await page.keyboard.press("ArrowDown");
			expect(await option.getAttribute("aria-selected")).toBe("true");
			await page.keyboard.press("Enter");
			await shown(page.getByRole("heading", { level: 1, name: "Mushroom Lamp" }));

			const add = page.getByRole("button", { name: "Add to cart" }).locator("visible=true");
			await tabTo(page, add);
			await page.keyboard.press("Enter");

			const drawer = page.getByRole("dialog", { name: "Cart (1)" });
			await shown(drawer);
			expect(await drawer.evaluate((box) => box.contains(document.activeElement))).toBe(true);
			await page.keyboard.press("Escape");
			await drawer.waitFor({ state: "hidden" });
			expect(await hasFocus(add)).toBe(true);
			expect(complaints).toEqual([]);
		});
	});
});

/** Runs in the page: counts the pictures that share a name before and after each change of pages. */
function watchPictures() {
	const told: string[] = [];
	Object.assign(window, { namedPictures: told });
	const count = (when: string) => {
		const styled = [...document.querySelectorAll<HTMLElement>("main [style]")];
		const named = styled.filter(({ style }) => style.viewTransitionName);
		told.push(`${when} ${named.length}`);
	};
	const start = document.startViewTransition.bind(document);
	document.startViewTransition = (change) => {
		count("from");
		return start(async () => {
			if (typeof change === "function") await change();
			count("to");
		});
	};
}

async function openFilters(page: Page, isPhone: boolean) {
	if (!isPhone) return page.getByRole("complementary", { name: "Filters" });
	await page.getByRole("button", { name: "Filter" }).click();
	return page.getByRole("dialog", { name: "Filter" });
}

/** What the cards of the list cost, in the order in which they stand. */
async function pricesOf(page: Page): Promise<number[]> {
	const cards = page.getByRole("region", { name: "Products" }).getByRole("article");
	const texts = await cards.locator(".figures").allInnerTexts();
	return texts.flatMap((text) => /\$[\d,.]+/.exec(text)?.[0] ?? []).map(centsOf);
}

const sorted = async (page: Page) => (await pricesOf(page)).toSorted((one, other) => one - other);

async function fillAddress(page: Page) {
	await page.getByLabel("Full name").fill(address.name);
	await page.getByLabel("Phone").fill(address.phone);
	await page.getByLabel("Country").selectOption(address.country);
	await page.getByLabel("State or province").selectOption(address.province);
	await page.getByLabel("City", { exact: true }).fill(address.city);
	await page.getByLabel("Postal code").fill(address.postalCode);
	await page.getByLabel("Street and number").fill(address.street);
}

async function logIn(page: Page, username: string) {
	await page.getByLabel("Username or e-mail").fill(username);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
}

/** The amount beside a word of the totals, in cents. */
async function amountOf(page: Page, label: string): Promise<number> {
	const rows = await totalsOf(page);
	return rows.find(([name]) => name === label)?.[1] ?? Number.NaN;
}

async function totalsOf(page: Page): Promise<[string, number][]> {
	const names = await page.getByRole("term").allInnerTexts();
	const amounts = await page.getByRole("definition").allInnerTexts();
	return names.map((name, at) => [name.trim(), centsOf(amounts[at] ?? "")]);
}

function centsOf(text: string): number {
	const digits = Number(text.replace(/\D/g, ""));
	return text.includes("−") ? -digits : digits;
}

/** Every discount is in the list, and the list adds up to the total. */
async function expectSum(page: Page) {
	await eventually(async () => {
		const rows = await totalsOf(page);
		const total = rows.find(([name]) => name === "Total")?.[1];
		const parts = rows.filter(([name]) => !["Total", "Tax included"].includes(name));
		expect(parts.length).toBeGreaterThan(2);
		expect(parts.reduce((sum, [, amount]) => sum + amount, 0)).toBe(total);
	});
}

const keptToken = (page: Page): Promise<string> =>
	page.evaluate(() => JSON.parse(localStorage.getItem("mall.login") ?? "{}").token);

/** Lets the kept login end in so many milliseconds. */
function endLogin(left: number) {
	const login = JSON.parse(localStorage.getItem("mall.login") ?? "{}");
	const expiresAt = new Date(Date.now() + left).toISOString();
	localStorage.setItem("mall.login", JSON.stringify({ ...login, expiresAt }));
}
