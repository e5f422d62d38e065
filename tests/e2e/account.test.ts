// Accounts in a real browser: a forgotten password, e-mail addresses.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone, violationsOf } from "#tests/support/browser";
import { linkTo, mailsTo } from "#tests/support/mails";
import { eventually, openStage, shown } from "#tests/support/stage";

const password = "a long enough password";
const newPassword = "another long password";
let made = 0;

describe.skipIf(!hasBrowser)("an account", { timeout: 60_000 }, () => {
	const stage = openStage({ SEED: "none" });
	const { folder } = stage;

	async function aShopper() {
		const username = `account${process.pid}n${++made}`;
		const email = `${username}@example.com`;
		const body = { username, email, password };
		const { body: login } = await stage.mall.send("POST /auth/register", { body });
		return { username, email, token: login.token as string };
	}

	async function aColleague() {
		const username = `clerk${process.pid}n${++made}`;
		const email = `${username}@example.com`;
		const body = { username, email, password, kind: "staff", roles: ["clerk"] };
		await stage.mall.send("POST /admin/users", { token: await stage.admin(), body });
		return { username, email };
	}

	async function logIn(page: Page, name: string, word: string) {
		await page.getByLabel("Username or e-mail").fill(name);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
	}

	/** The address bar holds no secret. */
	const expectBare = (page: Page) => eventually(() => expect(page.url()).not.toContain("#"));

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("whose password is forgotten gets a new one by mail, on %s", async (_, screen) => {
		const { username, email } = await aShopper();
		const { page, complaints } = await stage.visit(screen);
		await page.goto("/login");
		await page.getByRole("link", { name: "Forgot the password?" }).click();
		await page.getByLabel("E-mail", { exact: true }).fill(email);
		await page.getByRole("button", { name: "Mail me the link" }).click();
		await shown(page.getByText(/If there is an account/));
		await expectAccessible(page);

		await page.goto(await linkTo(folder, email, "/reset-password"));
		await expectBare(page);
		await page.getByLabel("New password").fill("short");
		await page.getByRole("button", { name: "Save the new password" }).click();
		expect(page.url()).toContain("/reset-password");
		await page.getByLabel("New password").fill(newPassword);
		await expectAccessible(page);
		await page.getByRole("button", { name: "Save the new password" }).click();
		await shown(page.getByText("Your new password counts from now on."));

		await logIn(page, username, newPassword);
		await page.waitForURL((url) => url.pathname === "/");
		expect(complaints).toEqual([]);
	});

	it("gets no second password by the same link", async () => {
		const { email } = await aShopper();
		await stage.mall.send("POST /auth/password/forgot", { body: { email } });
		const link = await linkTo(folder, email, "/reset-password");
		const code = link.split("#")[1];
		const body = { code, password: newPassword };
		expect((await stage.mall.send("POST /auth/password/reset", { body })).status).toBe(204);
		const { page } = await stage.visit();

		await page.goto(link);
		await page.getByLabel("New password").fill("yet another long one");
		await page.getByRole("button", { name: "Save the new password" }).click();

		await shown(page.getByText(/This link was used already/));
		await page.getByRole("link", { name: "Ask for a new link" }).click();
		await shown(page.getByRole("button", { name: "Mail me the link" }));
	});

	it("of staff gets a new password at the console", async () => {
		const { username, email } = await aColleague();
		const { page, complaints } = await stage.visit();
		await page.goto("/admin/login");
		await page.getByRole("link", { name: "Forgot the password?" }).click();
		await page.getByLabel("E-mail", { exact: true }).fill(email);
		await page.getByRole("button", { name: "Mail me the link" }).click();
		await shown(page.getByText(/If there is an account/));
		await expectAccessible(page);

		const link = await linkTo(folder, email, "/reset-password");
		expect(link).toMatch(/^\/admin\//);
		await page.goto(link);
		await expectBare(page);
		await page.getByLabel("New password").fill(newPassword);
		await expectAccessible(page);
		await page.getByRole("button", { name: "Save the new password" }).click();
		await page.waitForURL(/\/admin\/login/);
		await logIn(page, username, newPassword);

		await page.waitForURL((url) => url.pathname === "/admin/");
		expect(complaints).toEqual([]);
	});

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("confirms its e-mail address and changes it, on %s", async (_, screen) => {
		const { username, email } = await aShopper();
		const next = `new-${email}`;
		const { page, complaints } = await stage.visit(screen);
		await page.goto("/login?next=/account/security");
		await logIn(page, username, password);
		await shown(page.getByText("Not confirmed yet"));
		await page.goto(await linkTo(folder, email, "/confirm-email"));
		await shown(page.getByText(`Thank you, ${email} is confirmed.`));
		await expectBare(page);
		await expectAccessible(page);

		await page.goto("/account/security");
		await shown(page.getByText("Confirmed", { exact: true }));
		await page.getByRole("button", { name: "Change the e-mail address" }).click();
		await page.getByLabel("New e-mail address").fill(next);
		const form = page.locator("form").filter({ hasText: "New e-mail address" });
		await form.getByLabel("Current password").fill("not the password");
		await form.getByRole("button", { name: "Change the e-mail address" }).click();
		await shown(form.getByText("The name or the password is wrong."));
		await form.getByLabel("Current password").fill(password);
		// Why so tall: the phone's bar would lie over a button.
		await page.setViewportSize({ ...screen, height: 2000 });
		expect(await violationsOf(page, "main form")).toEqual([]);
		await form.getByRole("button", { name: "Change the e-mail address" }).click();
		await shown(page.getByText(`A mail is on its way to ${next}`));

		await page.goto(await linkTo(folder, next, "/confirm-email"));
		await shown(page.getByText(`Thank you, ${next} is confirmed.`));
		await page.goto("/account");
		await shown(page.getByText(next));
		await eventually(() =>
			expect(mailsTo(folder, email).join("\n")).toContain(`has the address ${next}`),
		);
		expect(complaints).toEqual([]);
	});
});
