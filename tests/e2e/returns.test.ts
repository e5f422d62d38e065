// Goods that come back, in two browsers: the buyer's phone and the shop's desk.
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { eventually, openStage, shown } from "#tests/support/stage";

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

describe.skipIf(!hasBrowser)("a return", { timeout: 90_000 }, () => {
	const stage = openStage();

	async function post(path: string, token: string, body: object) {
		const answer = await stage.mall.send(`POST ${path}`, { token, body });
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	}

	/** A member whose order has left the house: two of one thing, one of another. */
	async function aSentOrder(username: string) {
		const body = { username, email: `${username}@example.com`, password };
		const { token } = (await stage.mall.send("POST /auth/register", { body })).body;
		const { variants } = (await stage.mall.send("GET /products/city-walker")).body;
		const items = [
			{ sku: variants[0].sku, quantity: 2 },
			{ sku: variants[1].sku, quantity: 1 },
		];
		const order = await post("/orders", token, { items, address, shippingMethod: "standard" });
		const card = { number: "4242424242424242" };
		await post(`/orders/${order.id}/payments`, token, { method: "sandbox", card });
		const parcel = { carrier: "DHL", trackingNumber: "JD014600003RU" };
		await post(`/admin/orders/${order.id}/shipments`, await stage.admin(), parcel);
		return { order, sku: items[0]!.sku };
	}

	async function onHand(sku: string): Promise<number> {
		const token = await stage.admin();
		return (await stage.mall.send(`GET /admin/inventory/${sku}`, { token })).body.onHand;
	}

	async function logIn(page: Page, [path, who, word]: [string, string, string]) {
		await page.goto(path);
		await page.getByLabel("Username or e-mail").fill(who);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await page.waitForURL((url) => !url.pathname.endsWith("/login"));
	}

	it("is asked for with a picture, approved, received in parts and paid back", async () => {
		const username = `sender${process.pid}`;
		const { order, sku } = await aSentOrder(username);
		const number = `${order.number}-R1`;
		const before = await onHand(sku);
		const buyer = await stage.visit(phone);
		const clerk = await stage.visit();

		const { page } = buyer;
		await logIn(page, ["/login", username, password]);
		await page.goto(`/orders/${order.id}`);
		await page.getByRole("button", { name: "Send something back" }).click();
		const wish = page.getByRole("dialog", { name: "What comes back?" });
		await wish.getByRole("button", { name: "Ask for the return" }).click();
		await shown(wish.getByText("Choose at least one item."));
		await wish.getByRole("checkbox").first().check();
		await wish.getByLabel("Reason").selectOption("It does not fit");
		await wish.getByLabel(/^What is wrong/).fill("Two sizes too small");
		const create = { width: 60, height: 40, channels: 3, background: "#735" } as const;
		await wish.getByLabel("Add pictures").setInputFiles({
			name: "foot.jpg",
			mimeType: "image/jpeg",
			buffer: await sharp({ create }).jpeg().toBuffer(),
		});
		await shown(wish.getByRole("img", { name: "Picture 1" }));
		await expectAccessible(page);
		await wish.getByRole("button", { name: "Ask for the return" }).click();
		await wish.waitFor({ state: "hidden" });
		const card = page.getByRole("article", { name: number });
		await shown(card.getByText("Being looked at"), card.getByText("Two sizes too small"));

		const desk = clerk.page;
		await logIn(desk, ["/admin/login", "admin", adminPassword]);
		await desk.goto("/admin/returns");
		await desk.getByRole("button", { name: /^Requested \d/ }).click();
		await desk.getByRole("main").getByRole("link", { name: number }).click();
		await shown(
			desk.getByText("It does not fit"),
			desk.getByRole("img", { name: "Picture 1" }),
		);
		await desk.getByRole("button", { name: "Approve" }).click();
		const yes = desk.getByRole("dialog");
		await yes.getByLabel(/^Note to the customer/).fill("Send it to Dock Road 1");
		await yes.getByRole("button", { name: "Approve" }).click();
		await yes.waitFor({ state: "hidden" });
		await page.reload();
		await shown(card.getByText("Please send it"), card.getByText("Send it to Dock Road 1"));

		await desk.getByRole("button", { name: "Receive" }).click();
		const came = desk.getByRole("dialog");
		await fillNumber(came.getByLabel(/: On the shelf$/), "1");
		await fillNumber(came.getByLabel(/: Scrap$/), "1");
		await came.getByRole("button", { name: "Receive" }).click();
		await came.waitFor({ state: "hidden" });
		await shown(desk.getByText("1 back on the shelf"), desk.getByText("1 scrapped"));
		expect(await onHand(sku)).toBe(before + 1);

		await desk.getByRole("button", { name: "Pay back" }).click();
		const money = desk.getByRole("dialog");
		await money.getByLabel("Amount").fill("1000000");
		await money.getByRole("button", { name: "Pay back" }).click();
		await shown(money.getByRole("alert").filter({ hasText: "At most" }));
		await money.getByLabel("Amount").fill("12.50");
		await money.getByRole("button", { name: "Pay back" }).click();
		await money.waitFor({ state: "hidden" });
		await shown(desk.getByText("Refunded"));
		await expectAccessible(desk);
		await page.reload();
		await shown(card.getByText("$12.50 was paid back."), page.getByText("$12.50 refunded"));
		await expectAccessible(page);
		expect([...buyer.complaints, ...clerk.complaints]).toEqual([]);
	});

	it("is withdrawn by its buyer, who can then ask again", async () => {
		const username = `keeper${process.pid}`;
		const { order } = await aSentOrder(username);
		const { page, complaints } = await stage.visit();
		await logIn(page, ["/login", username, password]);
		await page.goto(`/orders/${order.id}`);
		await page.getByRole("button", { name: "Send something back" }).click();
		const wish = page.getByRole("dialog", { name: "What comes back?" });
		for (const line of await wish.getByRole("checkbox").all()) await line.check();
		await wish.getByLabel("Reason").selectOption("Something else");
		await wish.getByLabel("Your reason").fill("My cat hates them");
		await wish.getByRole("button", { name: "Ask for the return" }).click();
		await wish.waitFor({ state: "hidden" });
		await shown(page.getByText("My cat hates them"));
		expect(await page.getByRole("button", { name: "Send something back" }).count()).toBe(0);

		await page.getByRole("button", { name: "Withdraw", exact: true }).click();
		const sure = page.getByRole("dialog", { name: "Withdraw this return?" });
		await sure.getByRole("button", { name: "Withdraw" }).click();

		await sure.waitFor({ state: "hidden" });
		await shown(
			page.getByRole("article").getByText("Withdrawn").first(),
			page.getByRole("button", { name: "Send something back" }),
		);
		expect(complaints).toEqual([]);
	});
});

/** A number field takes what is typed when it is left. */
async function fillNumber(field: ReturnType<Page["getByLabel"]>, text: string) {
	await field.fill(text);
	await field.press("Tab");
	await eventually(async () => expect(await field.inputValue()).toBe(text));
}
