// Ways in besides the password, in a real browser: logins by a provider on the mall's login page, in
// the account and in the console; keys for other systems.
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone } from "#tests/support/browser";
import { aPersona, client, startOpenId } from "#tests/support/login-provider";
import type { LoginProvider } from "#tests/support/login-provider";
import { freePort, password } from "#tests/support/process";
import { eventually, openStage, shown } from "#tests/support/stage";

const [port, own] = [await freePort(), await freePort()];
const origin = `http://127.0.0.1:${own}`;

describe.skipIf(!hasBrowser)("ways in", { timeout: 60_000 }, () => {
	let acme: LoginProvider;
	beforeAll(async () => {
		acme = await startOpenId(port, origin);
	});
	afterAll(() => acme.stop());
	const stage = openStage({
		SEED: "none",
		PORT: String(own),
		PUBLIC_URL: origin,
		OIDC_ACME_ISSUER: `http://127.0.0.1:${port}`,
		OIDC_ACME_LABEL: "Acme",
		OIDC_ACME_CLIENT_ID: client.id,
		OIDC_ACME_CLIENT_SECRET: client.secret,
	});
	const goOn = { name: "Go on with Acme" };

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])(
		"a login elsewhere leads back to the page that asked for it, and is forgotten by the address, on %s",
		async (_, screen) => {
			acme.person = aPersona();
			const { page, complaints } = await stage.visit(screen);
			await page.goto("/account/security");
			await shown(page.getByRole("link", goOn));
			await expectAccessible(page);

			await page.getByRole("link", goOn).click();
			await shown(page.getByRole("heading", { name: "Ways to log in" }));

			expect(page.url()).toBe(`${origin}/account/security`);
			await shown(page.getByText(acme.person.email).first(), page.getByText("Confirmed"));
			await expectAccessible(page);
			expect(complaints).toEqual([]);
		},
	);

	it("a login elsewhere is unlinked once there is a password, and linked again", async () => {
		acme.person = aPersona();
		const { page, complaints } = await stage.visit();
		await page.goto("/login?next=/account/security");
		await page.getByRole("link", goOn).click();

		await page.getByRole("button", { name: "Unlink Acme" }).click();
		await shown(page.getByText("This is your only way to log in."));
		await page.getByLabel("New password").fill("a first password");
		await page.getByRole("button", { name: "Set a password" }).click();
		await shown(page.getByRole("heading", { name: "Change the password" }));
		await page.getByRole("button", { name: "Unlink Acme" }).click();
		await shown(page.getByText("No other account is linked with yours."));
		await page.getByRole("button", { name: "Link Acme" }).click();

		await shown(page.getByRole("button", { name: "Unlink Acme" }));
		expect(page.url()).toBe(`${origin}/account/security`);
		expect(complaints).toEqual([]);
	});

	it("a second step is set up without a password, and asked for behind the provider", async () => {
		acme.person = aPersona();
		const { page, complaints } = await stage.visit(phone);
		await page.goto("/login?next=/account/security");
		await page.getByRole("link", goOn).click();
		await shown(page.getByRole("link", { name: "Log in once more with Acme" }));
		await page.getByRole("button", { name: "Set up" }).click();
		await page.getByRole("button", { name: "Continue" }).click();
		const secret = await page.locator("code").innerText();
		const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
		await page.getByRole("textbox", { name: "Code" }).fill(code);
		await page.getByRole("button", { name: "Turn on" }).click();
		await shown(page.getByText(/Keep these recovery codes/));
		const recovery = await page.locator("ul.font-mono li").first().innerText();

		const other = await stage.visit();
		await other.page.goto("/login?next=/account/security");
		await other.page.getByRole("link", goOn).click();
		await other.page.getByRole("textbox", { name: "Code" }).fill("000000");
		await expectAccessible(other.page);
		await other.page.getByRole("button", { name: "Log in" }).click();
		await shown(other.page.getByText("The code is wrong, too old or was used already."));
		await other.page.getByRole("textbox", { name: "Code" }).fill(recovery);
		await other.page.getByRole("button", { name: "Log in" }).click();

		await shown(other.page.getByRole("heading", { name: "Ways to log in" }));
		expect(other.page.url()).toBe(`${origin}/account/security`);
		expect([...complaints, ...other.complaints]).toEqual([]);
	});

	it("a login elsewhere says what to do when the provider is down, and the password still works", async () => {
		const username = aPersona().name;
		const body = {
			username,
			email: `${username}@example.com`,
			password: "a long enough password",
		};
		await stage.mall.send("POST /auth/register", { body });
		acme.person = aPersona();
		Object.assign(acme, { fault: "error", faultAt: "token" });
		const { page } = await stage.visit(phone);

		await page.goto("/login?next=/cart");
		await page.getByRole("link", goOn).click();
		await shown(page.getByText("Acme does not answer as it should right now."));
		acme.fault = null;
		await expectAccessible(page);
		await page.getByRole("link", { name: "Log in with your password" }).click();
		await page.getByLabel("Username or e-mail").fill(username);
		await page.getByLabel("Password", { exact: true }).fill("a long enough password");
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();

		await eventually(() => expect(page.url()).toBe(`${origin}/cart`));
	});

	it("a login elsewhere opens the console for who has an account, and makes none there", async () => {
		acme.person = aPersona();
		const { page, complaints } = await stage.visit();
		await page.goto("/admin/login?next=/products");
		await page.getByRole("link", goOn).click();
		await shown(page.getByText(/There is no account of staff for you at Acme/));
		await expectAccessible(page);

		await page.goto("/login?next=/account/security");
		await page.getByRole("link", goOn).click();
		await shown(page.getByRole("heading", { name: "Ways to log in" }));
		await makeClerk(acme.person.email);
		const colleague = await stage.visit();
		await colleague.page.goto("/admin/login?next=/products");
		await shown(colleague.page.getByRole("link", goOn));
		await expectAccessible(colleague.page);
		await colleague.page.getByRole("link", goOn).click();

		await shown(colleague.page.getByRole("heading", { name: "Products" }));
		expect(colleague.page.url()).toBe(`${origin}/admin/products`);
		await colleague.page.goto("/admin/profile");
		await shown(
			colleague.page.getByRole("heading", { name: "Logins elsewhere" }),
			colleague.page.getByText(acme.person.email).last(),
			colleague.page.getByRole("link", { name: "Log in once more with Acme" }),
		);
		await expectAccessible(colleague.page);
		await colleague.page.getByRole("button", { name: "Unlink Acme" }).click();
		await shown(colleague.page.getByText("This is your only way to log in."));
		await colleague.page.getByLabel("New password").fill("a first password");
		await colleague.page.getByRole("button", { name: "Set a password" }).click();
		await shown(colleague.page.getByLabel("Current password"));
		await colleague.page.getByRole("button", { name: "Unlink Acme" }).click();
		await shown(colleague.page.getByText("No other account is linked with yours."));
		expect([...complaints, ...colleague.complaints]).toEqual([]);
	});

	it("an API key is made, shown once, and withdrawn in the console", async () => {
		const { page, complaints } = await stage.visit();
		await page.goto("/admin/login?next=/api-keys");
		await page.getByLabel("Username or e-mail").fill("admin");
		await page.getByLabel("Password", { exact: true }).fill(password);
		await page.getByRole("button", { name: "Log in", exact: true }).click();
		await shown(page.getByText("No API keys yet"));
		await expectAccessible(page);

		await page.getByRole("button", { name: "New API key" }).first().click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("button", { name: "Make the key" }).click();
		const told = dialog.getByText(/Some fields are not right: /);
		await eventually(async () => expect((await told.boundingBox())?.y).toBeGreaterThan(0));
		await dialog.getByLabel("What it is for").fill("Warehouse");
		await dialog.getByText("See orders", { exact: true }).click();
		await expectAccessible(page);
		await dialog.getByRole("button", { name: "Make the key" }).click();
		const token = await page.getByLabel("API key", { exact: true }).inputValue();
		const ask = () => stage.mall.send("GET /admin/orders", { token });
		expect((await ask()).status).toBe(200);
		await page.getByRole("button", { name: "I have copied it" }).click();

		await shown(page.getByText("In use"));
		await page.getByRole("button", { name: "Withdraw Warehouse" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
		await shown(page.getByText("Withdrawn", { exact: true }));
		expect((await ask()).status).toBe(401);
		expect(await page.content()).not.toContain(token);
		expect(complaints).toEqual([]);
	});

	async function makeClerk(email: string) {
		const token = await stage.admin();
		const { body } = await stage.mall.send(`GET /admin/users?q=${email}`, { token });
		const route = `PUT /admin/users/${body.items[0].id}/roles`;
		const { status } = await stage.mall.send(route, { token, body: { roles: ["clerk"] } });
		expect(status).toBe(200);
	}
});
