// Points, in a real browser: the shop gives some, a shopper pays with them.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { eventually, openStage, shown, textOf } from "#tests/support/stage";

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
let made = 0;

describe.skipIf(!hasBrowser)("points", { timeout: 60_000 }, () => {
	const stage = openStage({ SEED: "none" });

	/** The address of a jug that costs 19.00. */
	async function aJug(): Promise<string> {
		const token = await stage.admin();
		const send = async (route: string, body: object) =>
			(await stage.mall.send(route, { token, body })).body;
		const { id: categoryId } = await send("POST /admin/categories", { name: `Jugs ${++made}` });
		const variants = [{ sku: `JUG-${made}`, price: 1900, stock: 9 }];
		const status = "published";
		const name = `Plain Jug ${made}`;
		const jug = await send("POST /admin/products", { name, categoryId, variants, status });
		return jug.slug;
	}

	async function aShopper() {
		const username = `points${process.pid}n${++made}`;
		const body = { username, email: `${username}@example.com`, password };
		const { body: login } = await stage.mall.send("POST /auth/register", { body });
		await stage.mall.send("POST /me/addresses", { token: login.token, body: address });
		return { username, token: login.token as string, id: login.user.id as string };
	}

	async function logIn(page: Page, name: string, word: string) {
		await page.getByLabel("Username or e-mail").fill(name);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
	}

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("are given at the console on %s with a reason, and not below none", async (_, screen) => {
		const { username, id } = await aShopper();
		const { page, complaints } = await stage.visit(screen);
		await page.goto(`/admin/customers/${id}`);
		await logIn(page, "admin", adminPassword);
		await shown(page.getByRole("heading", { level: 1, name: username }));

		await page.getByRole("button", { name: "Adjust points" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("Change").fill("-5");
		await dialog.getByLabel("Reason").fill("Sorry for the delay");
		await dialog.getByRole("button", { name: "Adjust points" }).click();
		await shown(dialog.getByText("Only 0 points are there to use."));
		await dialog.getByLabel("Change").fill("1500");
		await dialog.getByRole("button", { name: "Adjust points" }).click();

		const entry = page.getByRole("listitem").filter({ hasText: "Sorry for the delay" });
		await shown(entry.getByText("+1,500"));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("pay up to half of an order on %s, and are listed", async (_, screen) => {
		const { username, id } = await aShopper();
		const token = await stage.admin();
		const body = { points: 100_000, reason: "Welcome" };
		await stage.mall.send(`POST /admin/users/${id}/points`, { token, body });
		const { page, complaints } = await stage.visit(screen);
		await page.goto(`/login?next=/p/${await aJug()}`);
		await logIn(page, username, password);
		await shown(page.getByRole("heading", { level: 1, name: /^Plain Jug/ }));
		await page.getByRole("button", { name: "Buy now" }).locator("visible=true").click();
		await shown(page.getByText("You have 100,000 points"));

		await page.getByLabel("Points to use").fill("500");
		await page.getByRole("button", { name: "Use points" }).click();
		await shown(page.getByText("500 points are used"));
		await page.getByRole("button", { name: "Use no points" }).click();
		await page.getByRole("button", { name: "Use all" }).click();
		await shown(page.getByText("They pay at most half of an order."));
		await expectAccessible(page);
		await page.getByLabel("Card number").fill("4242 4242 4242 4242");
		await page.getByRole("button", { name: /^Order and pay/ }).click();
		await page.waitForURL(/\/orders\/.+placed=1/);
		await shown(page.getByText("Points", { exact: true }));

		await page.goto("/account/points");
		await shown(page.getByText("Used for an order"), page.getByText("Welcome"));
		const said = await textOf(page.getByRole("main"));
		const { balance, worth } = (await pointsOf(username)).body;
		expect(said).toContain(`${balance.toLocaleString("en-US")} points`);
		expect(worth).toBe(balance);
		expect(balance).toBeLessThan(100_000);
		await expectAccessible(page);
		await eventually(() => expect(complaints).toEqual([]));
	});

	async function pointsOf(username: string) {
		const body = { login: username, password };
		const { body: login } = await stage.mall.send("POST /auth/login", { body });
		return stage.mall.send("GET /me/points", { token: login.token });
	}
});
