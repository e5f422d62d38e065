// The rest of what is done with orders, in a real browser: what the shopper decides on the way to the
// door, and a morning at the desk.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser } from "#tests/support/browser";
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
const aWord = (start: string) => `${start}${process.pid}n${++made}`;

describe.skipIf(!hasBrowser)("orders", { timeout: 90_000 }, () => {
	const stage = openStage({ SEED: "none" });

	async function send(route: string, body?: object, token?: string) {
		const headers = { "Idempotency-Key": aWord("key") };
		const asked = { token: token ?? (await stage.admin()), body, headers };
		const answer = await stage.mall.send(route, asked);
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	}

	async function aThing(word: string, price: number) {
		const { id: categoryId } = await send("POST /admin/categories", { name: aWord(word) });
		const name = aWord(`${word} `);
		const variants = [{ sku: aWord(word.toUpperCase()), price, stock: 20 }];
		await send("POST /admin/products", { name, categoryId, variants, status: "published" });
		return { name, sku: variants[0]!.sku };
	}

	async function aShopper() {
		const username = aWord("shopper");
		const body = { username, email: `${username}@example.com`, password };
		const { token } = await send("POST /auth/register", body);
		return { username, token: token as string };
	}

	async function anOrder(token: string, sku: string, method: "sandbox" | "cash-on-delivery") {
		const items = [{ sku, quantity: 2 }];
		const wish = { items, address, shippingMethod: "standard" };
		const order = await send("POST /orders", wish, token);
		const card = method === "sandbox" && { card: { number: "4242424242424242" } };
		await send(`POST /orders/${order.id}/payments`, { method, ...card }, token);
		return order as { id: string; number: string };
	}

	async function logIn(page: Page, [path, who, word]: [string, string, string]) {
		await page.goto(path);
		await page.getByLabel("Username or e-mail").fill(who);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await page.waitForURL((url) => !url.pathname.endsWith("/login"));
	}

	it("are made of what is ticked, with a coupon, for cash at the door, and cancelled", async () => {
		const [pot, cup] = [await aThing("Pot", 3000), await aThing("Cup", 1000)];
		const { username, token } = await aShopper();
		const day = 86_400_000;
		const coupon = await send("POST /admin/coupons", {
			name: "Five off",
			kind: "claim",
			discount: { type: "amount", value: 500 },
			scope: { type: "all" },
			minimumSpend: 0,
			total: 10,
			perPerson: 1,
			startsAt: new Date(Date.now() - day).toISOString(),
			endsAt: new Date(Date.now() + day).toISOString(),
			enabled: true,
		});
		await send(`POST /coupons/${coupon.id}/claim`, {}, token);
		for (const { sku } of [pot, cup])
			await send("POST /cart/items", { sku, quantity: 1 }, token);
		const { page, complaints } = await stage.visit();
		await logIn(page, ["/login", username, password]);
		await page.goto("/cart");

		await page.getByRole("button", { name: `Remove ${cup.name}` }).click();
		await shown(page.getByText(`${cup.name} was removed.`));
		await page.getByRole("button", { name: "Undo" }).click();
		const tick = page.getByRole("checkbox", { name: `Buy now: ${cup.name}` });
		await shown(tick);
		await tick.uncheck();
		await eventually(async () => expect(await goodsOf(page)).toBe("$30.00"));
		await expectAccessible(page);
		await page.getByRole("link", { name: "Checkout" }).click();
		await fillAddress(page);
		await page.getByRole("button", { name: /^Five off/ }).click();
		await shown(page.getByRole("button", { name: "Remove the coupon Five off" }));
		await page.getByRole("radio", { name: /^Cash on delivery/ }).check();
		await expectAccessible(page);
		await page.getByRole("button", { name: /^Order for \$/ }).click();

		await shown(page.getByRole("heading", { name: "Thank you!" }));
		await shown(page.getByText("To be paid on delivery"));
		const id = /orders\/([\w-]+)/.exec(page.url())![1]!;
		const { totals, items } = await send(`GET /orders/${id}`, undefined, token);
		expect([items.length, totals.goods, totals.coupon]).toEqual([1, 3000, 500]);
		await page.goto(`/orders/${id}`);
		await page.getByRole("button", { name: "Cancel the order" }).click();
		const question = page.getByRole("dialog", { name: "Cancel this order?" });
		await question.getByLabel(/^Why/).fill("Found it in the attic");
		await question.getByRole("button", { name: "Cancel the order" }).click();
		await shown(page.getByText("The order was cancelled."));
		await shown(page.getByText("Nothing was charged"), page.getByText("Found it in the attic"));
		await page.goto("/cart");
		await shown(page.getByRole("checkbox", { name: `Buy now: ${cup.name}` }));
		expect(await page.getByRole("checkbox", { name: `Buy now: ${pot.name}` }).count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	it("are packed, sent, paid back and cancelled at the desk", async () => {
		const { name, sku } = await aThing("Lamp", 2000);
		const { token } = await aShopper();
		const paid = [await anOrder(token, sku, "sandbox"), await anOrder(token, sku, "sandbox")];
		const kept = await anOrder(token, sku, "sandbox");
		const { page, complaints } = await stage.visit();
		await logIn(page, ["/admin/login", "admin", adminPassword]);
		await page.goto("/admin/orders");

		const exported = await downloaded(page, page.getByRole("button", { name: "Export" }));
		for (const { number } of [...paid, kept]) expect(exported.text).toContain(number);
		expect(exported.name).toBe("orders.csv");
		const tickBoth = async () => {
			for (const { number } of paid)
				await page.getByRole("checkbox", { name: number }).click({ force: true });
		};
		await tickBoth();
		await page.getByRole("button", { name: "Packing slips" }).click();
		for (const { number } of paid)
			await shown(page.getByRole("heading", { name: `Packing slip ${number}` }));
		expect(await page.getByText(name).count()).toBe(2);
		await shown(page.getByRole("button", { name: "Print" }));
		await page.emulateMedia({ media: "print" });
		await page.getByRole("navigation", { name: "Menu" }).waitFor({ state: "hidden" });
		await page.emulateMedia({ media: "screen" });
		await page.goto("/admin/orders");
		await tickBoth();
		await page.getByRole("button", { name: "Ship 2" }).click();
		const parcels = page.getByRole("dialog", { name: "Ship 2" });
		await parcels.getByLabel("Carrier").fill("DHL");
		await parcels.getByLabel(new RegExp(paid[0]!.number)).fill("JD01");
		await parcels.getByRole("button", { name: "Ship", exact: true }).click();
		await shown(parcels.getByText("Fill this in."));
		await parcels.getByLabel(new RegExp(paid[1]!.number)).fill("JD02");
		await parcels.getByRole("button", { name: "Ship", exact: true }).click();
		await parcels.waitFor({ state: "hidden" });
		for (const { id } of paid)
			expect((await send(`GET /admin/orders/${id}`)).status).toBe("shipped");

		await page.goto(`/admin/orders/${kept.id}`);
		await page.getByRole("button", { name: "Refund", exact: true }).click();
		const refund = page.getByRole("dialog", { name: `Refund order ${kept.number}` });
		await refund.getByLabel("Amount").fill("5");
		await refund.getByLabel("Reason").fill("A scratch");
		await refund.getByRole("button", { name: "Refund" }).click();
		await refund.waitFor({ state: "hidden" });
		await shown(page.getByText("Partly refunded"), page.getByText("$5.00 refunded"));
		const documents = page.getByRole("button", { name: /^Download/ });
		await eventually(async () => {
			await page.reload();
			await documents.nth(1).waitFor({ timeout: 3000 });
		});
		for (const button of [documents.nth(0), documents.nth(1)]) {
			const { name: file, text } = await downloaded(page, button);
			expect(file).toMatch(/\.pdf$/);
			expect(text.slice(0, 5)).toBe("%PDF-");
		}
		await page.getByRole("button", { name: "Cancel order" }).click();
		const cancel = page.getByRole("dialog", { name: `Cancel order ${kept.number}?` });
		await cancel.getByLabel("Reason").fill("Broken in the stockroom");
		await cancel.getByRole("button", { name: "Cancel order" }).click();
		await cancel.waitFor({ state: "hidden" });
		await shown(page.getByText("Broken in the stockroom"));
		await shown(page.getByText("It is: Cancelled. From here:"));
		await expectAccessible(page);
		const after = await send(`GET /admin/orders/${kept.id}`);
		expect(after.payment.refunded).toBe(after.totals.total);
		expect(complaints).toEqual([]);
	});

	it("are paid at the door, and come back only for a reason that the shop takes", async () => {
		const { sku } = await aThing("Bowl", 1500);
		const { token } = await aShopper();
		const order = await anOrder(token, sku, "cash-on-delivery");
		const { page, complaints } = await stage.visit();
		await logIn(page, ["/admin/login", "admin", adminPassword]);

		await page.goto("/admin/return-reasons");
		await page.getByRole("button", { name: "New reason" }).click();
		const form = page.getByRole("dialog");
		await form.getByLabel("Reason", { exact: true }).fill("It hums");
		await form.getByRole("button", { name: "Save" }).click();
		await shown(page.getByRole("cell", { name: "It hums" }));
		await expectAccessible(page);

		await send(`POST /admin/orders/${order.id}/shipments`, {
			carrier: "DHL",
			trackingNumber: "JD03",
		});
		await page.goto(`/admin/orders/${order.id}`);
		await page.getByRole("button", { name: "Note the cash" }).click();
		const cash = page.getByRole("dialog", { name: /^Note the cash/ });
		await cash.getByRole("button", { name: "Note the cash" }).click();
		await shown(page.getByText("The cash is noted."));
		expect((await send(`GET /admin/orders/${order.id}`)).payment.status).toBe("captured");

		const reasons: { id: string; name: string }[] = await send("GET /return-reasons");
		const hums = reasons.find((one) => one.name === "It hums")!;
		await send(`POST /orders/${order.id}/receipt`, {}, token);
		await send(
			`POST /orders/${order.id}/returns`,
			{ lines: [{ sku, quantity: 1 }], reason: hums.id, description: "Mostly at night" },
			token,
		);
		await page.goto("/admin/returns");
		await page
			.getByRole("main")
			.getByRole("link", { name: `${order.number}-R1` })
			.click();
		await shown(page.getByText("It hums"), page.getByText("Mostly at night"));
		await page.getByRole("button", { name: "Reject" }).click();
		const no = page.getByRole("dialog", { name: "Reject this return?" });
		await no.getByRole("button", { name: "Reject" }).click();
		await shown(no.getByText("Fill this in."));
		await no.getByLabel(/^Why not/).fill("Bowls do");
		await no.getByRole("button", { name: "Reject" }).click();
		await no.waitFor({ state: "hidden" });
		await shown(page.getByText("Rejected"), page.getByText("Bowls do"));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});
});

/** What is sold for so much, beside its word in the cart's totals. */
const goodsOf = (page: Page) => textOf(page.getByRole("definition").first());

async function fillAddress(page: Page) {
	await page.getByLabel("Full name").fill(address.name);
	await page.getByLabel("Phone").fill(address.phone);
	await page.getByLabel("Country").selectOption(address.country);
	await page.getByLabel("State or province").selectOption(address.province);
	await page.getByLabel("City", { exact: true }).fill(address.city);
	await page.getByLabel("Postal code").fill(address.postalCode);
	await page.getByLabel("Street and number").fill(address.street);
}

async function downloaded(page: Page, button: Locator) {
	const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
	const text = await readFile(await download.path(), "latin1");
	return { name: download.suggestedFilename(), text };
}
