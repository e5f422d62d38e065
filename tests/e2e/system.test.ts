// The system desk in a real browser: what runs, and a shop that rests and opens again.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { password } from "#tests/support/process";
import { eventually, openStage, shown } from "#tests/support/stage";

describe.skipIf(!hasBrowser)("the system desk", { timeout: 90_000 }, () => {
	const stage = openStage({ SEED: "none" });

	async function desk(): Promise<Page> {
		const { page } = await stage.visit();
		await page.goto("/admin/login");
		await page.getByLabel("Username or e-mail").fill("admin");
		await page.getByLabel("Password", { exact: true }).fill(password);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await page.getByRole("link", { name: "System" }).click();
		await shown(page.getByRole("heading", { level: 1, name: "System" }));
		return page;
	}

	it("shows the node and its services, live", async () => {
		const page = await desk();

		await shown(
			page.getByRole("region", { name: "Nodes" }).getByText("Up"),
			page.getByText("Nothing waits."),
			page.getByText("All are closed: every node is asked."),
		);
		expect(await page.getByText("1 node", { exact: true }).count()).toBeGreaterThan(15);
		const token = await stage.admin();
		const made = (route: string, body: object) => stage.mall.send(route, { token, body });
		const { body: shelf } = await made("POST /admin/categories", { name: "Lamps" });
		const lamp = {
			name: "Lamp",
			categoryId: shelf.id,
			variants: [{ sku: "LAMP-1", price: 900 }],
		};
		expect((await made("POST /admin/products", { ...lamp, status: "published" })).status).toBe(
			201,
		);
		await shown(page.getByText("The last change of a product could be found after"));
		await expectAccessible(page);
	});

	it("announces a rest, begins it and opens the shop again", async () => {
		const page = await desk();
		const { page: shop } = await stage.visit(phone);

		await page.getByLabel("What shoppers read").fill("New shelves");
		await page.getByRole("button", { name: "Announce" }).click();
		await shown(page.getByText(/^Rests from /));
		await eventually(async () => {
			await shop.goto("/");
			await shown(shop.getByText(/^The shop rests from /));
		});

		await page.getByRole("button", { name: "Begin now" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Begin now" }).click();
		await shown(page.getByText("The shop rests", { exact: true }));
		await shop.goto("/");
		await shown(
			shop.getByRole("heading", { level: 1, name: "We are working on the shop" }),
			shop.getByText("New shelves"),
		);
		await expectAccessible(shop);

		await page.getByRole("button", { name: "Open the shop" }).click();
		await shown(page.getByText("The shop is open", { exact: true }));
		await eventually(async () => {
			await shop.goto("/");
			expect(await shop.getByText("We are working on the shop").count()).toBe(0);
		});
		expect((await stage.mall.send("GET /products")).status).toBe(200);
	});

	it("makes a new key of logins, and nobody is logged out", async () => {
		const page = await desk();

		await page.getByRole("button", { name: "Make a new key" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Make a new key" }).click();

		await shown(page.getByText(/^The new key is published and signs from/));
		const { body } = await stage.mall.send("GET //.well-known/jwks.json");
		expect(body.keys).toHaveLength(2);
		await expectAccessible(page);
		await page.getByRole("link", { name: "Audit log" }).click();
		await shown(page.getByRole("link", { name: "auth.rotateKeys" }));
	});
});
