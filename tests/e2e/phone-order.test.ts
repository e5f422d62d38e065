// An order by phone, in two browsers: the shop's desk, and the customer's phone with the link.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { eventually, openStage, shown, textOf } from "#tests/support/stage";

const password = "a long enough password";
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

	async function aShopper() {
		const username = `caller${process.pid}`;
		const body = { username, email: `${username}@example.com`, password };
		const { body: login } = await stage.mall.send("POST /auth/register", { body });
		return { id: login.user.id as string, token: login.token as string };
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
		};
		for (const [label, text] of Object.entries(fields))
			await page.getByLabel(label, { exact: label !== "Province" }).fill(text);
		await page.getByRole("combobox", { name: "Country" }).fill("United States");
		await page.getByRole("option", { name: "United States", exact: true }).click();
	};

	it("is kept half written as a draft, come back to, and placed later", async () => {
		const lamp = await aLamp();
		const { page, complaints } = await stage.visit();
		await page.goto("/admin/orders/new");
		await logIn(page);
		await page.getByText("A guest", { exact: true }).click();
		await page.getByLabel("E-mail").fill("later@example.com");
		await page.getByRole("combobox", { name: "Find goods by name or SKU" }).fill(lamp);
		await page.getByRole("option", { name: lamp }).click();
		await page.getByLabel("City", { exact: true }).fill("Port");
		await page.getByRole("button", { name: "Save as draft" }).click();
		await page.waitForURL(/draft=/);

		await page.goto("/admin/orders");
		await page.getByRole("button", { name: "Drafts" }).click();
		await shown(page.getByText(`1 × ${lamp}`));
		await expectAccessible(page);
		await page.getByRole("link", { name: "later@example.com" }).click();
		await eventually(async () =>
			expect(await page.getByLabel("City", { exact: true }).inputValue()).toBe("Port"),
		);
		await shown(page.getByText(`1 × ${lamp}`).first());
		await fillAddress(page);
		await page.getByRole("button", { name: "Place the order" }).click();
		await page.waitForURL(/\/admin\/orders\/[\w-]{30,}$/);

		await page.goto("/admin/orders/drafts");
		await shown(page.getByText("No drafts"));
		expect(complaints).toEqual([]);
	});

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
		await page.waitForURL(/\/admin\/orders\/[\w-]{30,}$/);
		const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
		await expectAccessible(page);
		const customer = await stage.visit(phone);
		await customer.page.goto(link);
		await shown(customer.page.getByText(lamp), customer.page.getByText("It is reserved"));
		expect(await textOf(customer.page.getByRole("main"))).not.toContain("Cancel the order");
		await customer.page.getByLabel("Card number").fill("4242 4242 4242 4242");
		await expectAccessible(customer.page);
		await customer.page.getByRole("button", { name: /pay \$/i }).click();
		await shown(customer.page.getByRole("heading", { name: "Thank you!" }));
		await customer.page.reload();
		await shown(customer.page.getByRole("heading", { name: "Thank you!" }));
		await page.reload();
		await shown(page.getByText("Paid", { exact: true }));
		expect([...complaints, ...customer.complaints]).toEqual([]);
	});

	it("begins at a customer's page, too, and loses a part before it is paid on delivery", async () => {
		const lamp = await aLamp();
		const { id, token } = await aShopper();
		const { page, complaints } = await stage.visit();
		await page.goto(`/admin/customers/${id}`);
		await logIn(page);
		await page.getByRole("button", { name: "New order" }).click();
		await shown(page.getByText(/^caller\d+ · caller/));
		await page.getByRole("combobox", { name: "Find goods by name or SKU" }).fill(lamp);
		await page.getByRole("option", { name: lamp }).click();
		await page.getByRole("spinbutton", { name: /Pieces of/ }).fill("3");
		await fillAddress(page);
		await shown(page.getByText("3 × Reading Lamp"));
		await page.getByRole("button", { name: "Place the order" }).click();
		await page.waitForURL(/\/admin\/orders\/[\w-]{30,}$/);
		const order = page.url().split("/").at(-1);
		const body = { method: "cash-on-delivery" };
		await stage.mall.send(`POST /orders/${order}/payments`, { token, body });
		await page.reload();

		await page.getByRole("button", { name: "Cancel a part" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("spinbutton").fill("1");
		await dialog.getByLabel("Reason").fill("One is scratched");
		await shown(dialog.getByText("To be paid after"), dialog.getByText("$98.00"));
		await expectAccessible(page);
		await dialog.getByRole("button", { name: "Cancel a part" }).click();
		await dialog.waitFor({ state: "hidden" });

		await shown(page.getByText("Cancelled, not to be paid"), page.getByText("To be paid"));
		expect(complaints).toEqual([]);
	});

	it("says of a link that opens nothing what to do", async () => {
		const { page, complaints } = await stage.visit(phone);

		await page.goto("/pay/019aa000-0000-7000-8000-000000000000#nothing");

		await shown(page.getByRole("heading", { name: /does not open an order any more/ }));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});
});
