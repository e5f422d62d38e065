// An order by phone, in two browsers: the shop's desk, and the customer's phone with the link.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { openStage, shown, textOf } from "#tests/support/stage";

let made = 0;

describe.skipIf(!hasBrowser)("an order by phone", { timeout: 90_000 }, () => {
	const stage = openStage({ SEED: "none" });

	async function aLamp() {
		const token = await stage.admin();
		const send = async (route: string, body: object) =>
			(await stage.mall.send(route, { token, body })).body;
		const { id: categoryId } = await send("POST /admin/categories", {
			name: `Lamps ${++made}`,
		});
		const name = `Reading Lamp ${made}`;
		const variants = [{ sku: `LAMP-${made}`, price: 4900, stock: 5 }];
		await send("POST /admin/products", { name, categoryId, variants, status: "published" });
		return name;
	}

	async function logIn(page: Page) {
		await page.getByLabel("Username or e-mail").fill("admin");
		await page.getByLabel("Password", { exact: true }).fill(adminPassword);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await page.waitForURL((url) => !url.pathname.endsWith("/login"));
	}

	const fillAddress = async (page: Page) => {
		const fields = {
			Name: "Ada Lovelace",
			Phone: "+1 555 0100",
			"Street and number": "12 Analytical Way",
			"Postal code": "97201",
			City: "Portland",
			Province: "Oregon",
			Country: "US",
		};
		for (const [label, text] of Object.entries(fields))
			await page.getByLabel(label, { exact: label !== "Province" }).fill(text);
	};

	it("is made at the desk, and paid on the customer's phone without a login", async () => {
		const lamp = await aLamp();
		const { page, complaints } = await stage.visit();
		await page.goto("/admin/orders");
		await logIn(page);
		await page.getByRole("button", { name: "New order" }).click();
		await page.getByText("A guest", { exact: true }).click();
		await page.getByLabel("E-mail").fill("ada@example.com");
		await page.getByRole("combobox", { name: "Find goods by name or SKU" }).fill(lamp);
		await page.getByRole("option", { name: lamp }).click();
		await fillAddress(page);
		await page.getByLabel("Discount or surcharge").click();
		await page.getByRole("option", { name: "Discount", exact: true }).click();
		await page.getByLabel("Amount").fill("9");
		await page.getByLabel("Reason").fill("Said so on the phone");
		await shown(page.getByText("1 × Reading Lamp"), page.getByText("$44.90"));
		await expectAccessible(page);
		await page.getByRole("button", { name: "Place the order" }).click();
		await page.waitForURL(/\/admin\/orders\/[\w-]+$/);
		const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
		await expectAccessible(page);
		const customer = await stage.visit(phone);
		await customer.page.goto(link);
		await shown(customer.page.getByText(lamp), customer.page.getByText("It is reserved"));
		expect(await textOf(customer.page.getByRole("main"))).not.toContain("Cancel the order");
		await customer.page.getByLabel("Card number").fill("4242 4242 4242 4242");
		await expectAccessible(customer.page);
		await customer.page.getByRole("button", { name: /and pay/ }).click();
		await shown(customer.page.getByRole("heading", { name: "Thank you!" }));
		await customer.page.reload();
		await shown(customer.page.getByRole("heading", { name: "Thank you!" }));
		await page.reload();
		await shown(page.getByText("Paid", { exact: true }));
		expect([...complaints, ...customer.complaints]).toEqual([]);
	});

	it("says of a link that opens nothing what to do", async () => {
		const { page, complaints } = await stage.visit(phone);

		await page.goto("/pay/019aa000-0000-7000-8000-000000000000#nothing");

		await shown(page.getByRole("heading", { name: /does not open an order any more/ }));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});
});
