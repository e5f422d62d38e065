// Paying by Stripe in a browser. Stripe's script and servers are stubs; the policy of our pages, the
// form's place on them and what happens when the script does not come are the true ones.
import { afterAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { desktop, expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { password } from "#tests/support/process";
import { eventually, openStage, shown } from "#tests/support/stage";
import { stripeStub } from "#tests/support/stripe-stub";

/** What our page asks of Stripe's script; the form is a button that any card stands behind. */
const script = `
window.Stripe = Object.assign((key) => ({
	_registerWrapper() {}, registerAppInfo() {},
	elements: ({ clientSecret }) => {
		const form = {
			on(what, told) { if (what === "ready") setTimeout(told); return form; },
			mount(host) {
				const frame = document.createElement("iframe");
				frame.title = "Card";
				frame.src = "https://js.stripe.com/form.html";
				host.append(frame);
			},
			destroy() {},
		};
		return { clientSecret, key, create: () => form, getElement: () => form };
	},
	confirmPayment: async ({ elements }) =>
		(await fetch("https://api.stripe.com/confirm?secret=" + elements.clientSecret)).json(),
}), { version: 3 });
`;

describe.skipIf(!hasBrowser)("paying by Stripe", { timeout: 60_000 }, async () => {
	const stub = await stripeStub();
	const { access } = stub;
	const stage = openStage({
		STRIPE_SECRET_KEY: access.secretKey,
		STRIPE_PUBLISHABLE_KEY: access.publishableKey,
		STRIPE_WEBHOOK_SECRET: access.webhookSecret,
		STRIPE_API_URL: access.apiUrl,
	});
	afterAll(() => stub.stop());

	/** Stripe as a browser meets it. */
	async function stripeFor(page: Page, says: { refused?: boolean } = {}) {
		await page.route("https://js.stripe.com/**", (route) =>
			route.request().url().includes("form.html")
				? route.fulfill({ contentType: "text/html", body: "<p>Card</p>" })
				: route.fulfill({ contentType: "text/javascript", body: script }),
		);
		await page.route("https://api.stripe.com/**", (route) => {
			const secret = new URL(route.request().url()).searchParams.get("secret");
			const intent = [...stub.intents.values()].find((one) => one.client_secret === secret);
			const key = { key: intent?.metadata["payment"] ?? "", reference: null };
			stub.buyer(key, says.refused ? "is refused" : "pays");
			const error = { type: "card_error", message: "Your card was declined." };
			return route.fulfill({
				headers: { "Access-Control-Allow-Origin": "*" },
				json: says.refused ? { error } : { paymentIntent: { status: "succeeded" } },
			});
		});
	}

	/** A guest with something in the cart, at the checkout, with everything filled in. */
	async function atCheckout(page: Page) {
		await page.goto("/p/daily-tee");
		await page.getByTitle("Sage", { exact: true }).click();
		await page.getByTitle("M", { exact: true }).click();
		await page.getByRole("button", { name: "Add to cart" }).locator("visible=true").click();
		await shown(page.getByRole("dialog", { name: "Cart (1)" }));
		await page.goto("/checkout");
		await page.getByLabel("E-mail").fill("ada@example.com");
		await page.getByLabel("Full name").fill("Ada Byron");
		await page.getByLabel("Phone").fill("+1 555 0100");
		await page.getByLabel("Country").selectOption("US");
		await page.getByLabel("Street and number").fill("12 Analytical Way");
		await page.getByLabel("City", { exact: true }).fill("Springfield");
		await page.getByLabel("State or province").selectOption("California");
		await page.getByLabel("Postal code").fill("90210");
		await page.getByRole("radio", { name: /^Card or wallet/ }).check();
	}

	it("leads from the checkout to the form and to the thanks, also after a reload", async () => {
		const { page, complaints } = await stage.visit(desktop);
		await stripeFor(page);
		await atCheckout(page);

		await page.getByRole("button", { name: /^Order and go on to payment/ }).click();

		await shown(page.getByTitle("Card"), page.getByRole("button", { name: /^Pay / }));
		await expectAccessible(page);
		await page.reload();
		await shown(page.getByTitle("Card"));
		await page.getByRole("button", { name: /^Pay \$/ }).click();
		await shown(page.getByRole("heading", { level: 1, name: "Thank you!" }));
		await page.reload();
		await shown(page.getByRole("heading", { level: 1, name: "Thank you!" }));
		expect(stub.intents.size).toBe(1);
		expect(complaints).toEqual([]);
	});

	it("says why a card was refused, and lets the buyer pay another way", async () => {
		const { page } = await stage.visit(phone);
		await stripeFor(page, { refused: true });
		await atCheckout(page);
		await page.getByRole("button", { name: /^Order and go on to payment/ }).click();
		await page.getByRole("button", { name: /^Pay \$/ }).click();
		await shown(page.getByRole("alert").filter({ hasText: "Your card was declined." }));

		await page.getByRole("button", { name: "Pay another way" }).click();
		await page.getByRole("radio", { name: /^Card A test card/ }).check();
		await page.getByLabel("Card number").fill("4242 4242 4242 4242");
		await page.getByRole("button", { name: /^Pay \$/ }).click();

		await shown(page.getByRole("heading", { level: 1, name: "Thank you!" }));
	});

	it("says so plainly when Stripe's script can't be loaded, and loads it when it can", async () => {
		const { page } = await stage.visit(phone);
		await page.route("https://js.stripe.com/**", (route) => route.abort());
		await atCheckout(page);
		await page.getByRole("button", { name: /^Order and go on to payment/ }).click();

		await shown(page.getByRole("alert").filter({ hasText: "js.stripe.com is out of reach" }));
		await expectAccessible(page);
		await page.unroute("https://js.stripe.com/**");
		await stripeFor(page);
		await page.getByRole("button", { name: "Try again" }).click();
		await page.getByRole("button", { name: /^Pay \$/ }).click();

		await shown(page.getByRole("heading", { level: 1, name: "Thank you!" }));
	});

	it("shows staff where Stripe says otherwise, and straightens it", async () => {
		const buyer = await stage.visit(desktop);
		await stripeFor(buyer.page);
		await atCheckout(buyer.page);
		await buyer.page.getByRole("button", { name: /^Order and go on to payment/ }).click();
		await buyer.page.getByRole("button", { name: /^Pay \$/ }).click();
		await shown(buyer.page.getByRole("heading", { level: 1, name: "Thank you!" }));
		const newest = [...stub.intents.values()].at(-1);
		stub.refundAtDesk({ key: newest?.metadata["payment"] ?? "" }, 500);

		const { page, complaints } = await stage.visit(desktop);
		await page.goto("/admin/login?next=/payments");
		await page.getByLabel("Username or e-mail").fill("admin");
		await page.getByLabel("Password", { exact: true }).fill(password);
		await page.getByRole("button", { name: "Log in" }).click();
		await page.getByRole("button", { name: "Compare now" }).click();
		const row = page.getByRole("row").filter({ hasText: "Provider differs" });
		await shown(row.getByText("$5.00"), row.getByText("Stripe", { exact: true }));
		await expectAccessible(page);
		await row.getByRole("button", { name: /^Straighten/ }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Straighten" }).click();

		await shown(page.getByText("The books agree"));
		expect(complaints).toEqual([]);
		await buyer.page.reload();
		await shown(buyer.page.getByText("$5.00 refunded"));
	});

	it("asks nothing of Stripe until it is chosen, and only the mall may ask it", async () => {
		const { page } = await stage.visit(desktop);
		const asked: string[] = [];
		page.on("request", (request) => asked.push(request.url()));
		await atCheckout(page);
		const policyOf = async (path: string) =>
			(await fetch(stage.mall.origin + path)).headers.get("Content-Security-Policy");

		expect(asked.filter((url) => url.includes("stripe.com"))).toEqual([]);
		expect(await policyOf("/")).toContain("script-src 'self' https://js.stripe.com");
		expect(await policyOf("/admin/")).not.toContain("stripe");
		await eventually(() => expect(asked.length).toBeGreaterThan(0));
	});
});
