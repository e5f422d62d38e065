// Who works here, what they may do and what they did, in a real browser.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser } from "#tests/support/browser";
import { password } from "#tests/support/process";
import { openStage, shown } from "#tests/support/stage";

describe.skipIf(!hasBrowser)("the people desk", { timeout: 90_000 }, () => {
	const stage = openStage({ SEED: "none" });

	async function send(route: string, body?: unknown) {
		const token = await stage.admin();
		const answer = await stage.mall.send(route, { token, ...(body !== undefined && { body }) });
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	}

	async function desk(name = "admin", word = password) {
		const visitor = await stage.visit();
		const { page } = visitor;
		await page.goto("/admin/login");
		await page.getByLabel("Username or e-mail").fill(name);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await page.waitForURL((url) => !url.pathname.endsWith("/login"));
		return visitor;
	}

	const card = (page: Page, name: string) =>
		page.locator("section", { has: page.getByRole("heading", { level: 2, name }) });

	it("shows what staff have done, before and after, and that nobody altered it", async () => {
		const { id, version } = await send("POST /admin/categories", { name: "Mugs" });
		await send(`PATCH /admin/categories/${id}`, { version, name: "Cups" });
		const { page, complaints } = await desk();
		await page.getByRole("link", { name: "Audit log" }).click();
		const table = page.getByRole("region", { name: "Audit log" });
		await shown(table.getByText("products.updateCategory"));

		await page.getByRole("button", { name: "Verify the chain" }).click();
		await shown(page.getByText(/^The chain holds: \d+ entries/));
		await expectAccessible(page);
		await table.getByRole("link", { name: "products.updateCategory" }).click();

		await shown(page.getByRole("heading", { level: 1, name: /^Entry \d+$/ }));
		const row = page.getByRole("row", { name: /^name/ });
		await shown(row.getByText("Mugs"), row.getByText("Cups"));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});

	it("says what somebody may do and through which role, and how roles differ", async () => {
		const about = { username: "carla", email: "carla@example.com", kind: "staff" };
		const roles = ["clerk"];
		const { id } = await send("POST /admin/users", { ...about, password, roles });
		const { page, complaints } = await desk();
		await page.goto(`/admin/staff/${id}`);
		await page.getByRole("link", { name: "What they may do" }).click();
		await shown(page.getByRole("heading", { level: 1, name: "What carla may do" }));
		const right = (name: string) => page.getByRole("row", { name });
		await shown(right("Hand orders to the carrier").getByRole("img", { name: "Yes" }));
		expect(await right("Change settings").count()).toBe(0);
		await expectAccessible(page);

		await page.getByText("Only what they may do").click();
		await shown(right("Change settings").getByRole("img", { name: "No" }));

		await page.goto("/admin/roles");
		await page.getByRole("button", { name: "Compare roles" }).click();
		await page.getByRole("combobox", { name: "Roles to compare" }).click();
		for (const name of ["Clerk", "Manager"])
			await page.getByRole("option", { name, exact: true }).click();
		await page.keyboard.press("Escape");
		await shown(right("Refund payments").getByRole("img", { name: "No" }));
		await shown(right("Refund payments").getByRole("img", { name: "Yes" }));
		expect(await right("Hand orders to the carrier").count()).toBe(0);
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});

	it("shows where somebody is logged in and what locks them out, and ends both", async () => {
		const about = { username: "lena", email: "lena@example.com" };
		const { id } = await send("POST /admin/users", { ...about, password, kind: "customer" });
		const logIn = (word: string) =>
			stage.mall.send("POST /auth/login", { body: { login: "lena", password: word } });
		const first = (await logIn(password)).body.token;
		await logIn(password);
		for (let at = 0; at < 12; at += 1) await logIn("not the password");
		const { page, complaints } = await desk();
		await page.goto(`/admin/customers/${id}`);
		const lock = card(page, "Wrong attempts");
		await shown(lock.getByText("12 wrong passwords"), lock.getByText(/^Locked until/));
		const devices = card(page, "Devices");
		await shown(devices.getByRole("listitem").nth(1));
		await expectAccessible(page);

		await lock.getByRole("button", { name: "Let them try again" }).click();
		await shown(page.getByText("lena can try again at once."));
		expect((await logIn(password)).status).toBe(200);
		await devices.getByRole("button", { name: "Log out", exact: true }).last().click();
		await shown(page.getByText("That device is logged out."));
		await devices.getByRole("button", { name: "Log out everywhere" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Log out everywhere" }).click();
		await shown(devices.getByText("Not logged in anywhere."));

		const { status } = await stage.mall.send("GET /auth/me", { token: first });
		expect(status).toBe(401);
		expect(complaints).toEqual([]);
	});

	it("offers a clerk only what a clerk may do", async () => {
		const about = { username: "clara", email: "clara@example.com", kind: "staff" };
		await send("POST /admin/users", { ...about, password, roles: ["clerk"] });
		const { page } = await desk("clara");
		const menu = page.getByRole("navigation", { name: "Menu" });
		await shown(menu.getByRole("link", { name: "Orders" }));

		const names = await menu.getByRole("link").allInnerTexts();

		expect(names.map((name) => name.trim())).toEqual(
			expect.arrayContaining(["Orders", "Returns", "Products", "Inventory"]),
		);
		for (const name of ["Audit log", "Roles", "Staff", "Customers", "Settings", "System"])
			expect(names.map((one) => one.trim())).not.toContain(name);
		await page.goto("/admin/products");
		await shown(page.getByRole("heading", { level: 1, name: "Products" }));
		expect(await page.getByRole("button", { name: "New product" }).count()).toBe(0);
		await page.goto("/admin/audit");
		await shown(page.getByRole("heading", { level: 1 }));
		expect(await page.getByRole("button", { name: "Verify the chain" }).count()).toBe(0);
	});
});
