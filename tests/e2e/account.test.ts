// Accounts in a real browser: a forgotten password, e-mail addresses, the second step of a
// login, passkeys.
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone, violationsOf } from "#tests/support/browser";
import { linkTo, mailsTo } from "#tests/support/mails";
import { password as adminPassword } from "#tests/support/process";
import { eventually, hasFocus, openStage, shown } from "#tests/support/stage";

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

	it("is told in its own language which field is not right, and what to write there", async () => {
		const { page, complaints } = await stage.visit(phone);
		await page.goto("/register");
		await page.evaluate(() => localStorage.setItem("mall.language", "zh"));
		await page.reload();
		const name = page.getByLabel("用户名");
		const send = page.getByRole("button", { name: "注册账号" });

		await send.click();
		await eventually(async () => expect(await page.getByText("请填写此项。").count()).toBe(3));
		expect(await hasFocus(name)).toBe(true);
		await expectAccessible(page);
		await name.fill("ada");
		await page.getByLabel("邮箱").fill("ada");
		await send.click();

		await shown(page.getByText("请填写有效的邮箱地址"));
		expect(await name.getAttribute("aria-invalid")).toBeNull();
		expect(await page.getByText("请填写此项。").count()).toBe(1);
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

	/** What the app shows, so many steps from now. */
	const codeOf = (secret: string, steps = 0) =>
		new TOTP({ secret: Secret.fromBase32(secret) }).generate({
			timestamp: Date.now() + steps * 30_000,
		});

	/** Sets the second step up where the page asks for it; gives its secret and a recovery code. */
	async function setUp(page: Page, word = password) {
		await page.getByRole("button", { name: "Set up" }).click();
		const form = page.locator("form").filter({ has: page.getByText("Continue") });
		await form.getByLabel("Current password").fill(word);
		await page.getByRole("button", { name: "Continue" }).click();
		await shown(page.getByRole("img", { name: "Code to scan with an authenticator app" }));
		const secret = await page.locator("code").innerText();
		await page.getByLabel("Code", { exact: true }).fill("000000");
		await page.getByRole("button", { name: "Turn on" }).click();
		await shown(page.getByText("The code is wrong, too old or was used already."));
		await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, -1));
		await page.getByRole("button", { name: "Turn on" }).click();
		await shown(page.getByText(/Keep these recovery codes/));
		const recovery = await page
			.getByText(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
			.first()
			.innerText();
		await page.getByRole("button", { name: "I have kept them" }).click();
		return { secret, recovery };
	}

	async function secondStep(page: Page, code: string) {
		await shown(page.getByText(/One more step/));
		await page.getByLabel("Code", { exact: true }).fill(code);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
	}

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("takes a second step to log in, by app or recovery code, on %s", async (_, screen) => {
		const { username } = await aShopper();
		const { page, complaints } = await stage.visit(screen);
		await page.goto("/login?next=/account/security");
		await logIn(page, username, password);
		const { secret, recovery } = await setUp(page);
		await shown(page.getByText("10 recovery codes are left."));

		for (const code of [codeOf(secret, 1), recovery]) {
			await page.evaluate(() => localStorage.clear());
			await page.goto("/login?next=/account/security");
			await logIn(page, username, password);
			await secondStep(page, "123123");
			await shown(page.getByText("The code is wrong, too old or was used already."));
			await expectAccessible(page);
			await page.getByLabel("Code", { exact: true }).fill(code);
			await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
			await page.waitForURL(/\/account\/security/);
		}
		await shown(page.getByText("9 recovery codes are left."));
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

	/** A device that makes and shows passkeys, as if its owner agreed each time. */
	async function plugIn(page: Page) {
		const session = await page.context().newCDPSession(page);
		await session.send("WebAuthn.enable");
		const options = {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		} as const;
		await session.send("WebAuthn.addVirtualAuthenticator", { options });
	}

	it.each([
		["/login?next=/account/security", phone],
		["/admin/login?next=/profile", desktop],
	])("logs in with a passkey at %s, which is named and removed", async (door, screen) => {
		const { username } = await aColleague();
		const { page, complaints } = await stage.visit(screen);
		// Why: passkeys belong to a name, never to a number.
		const origin = stage.mall.origin.replace("127.0.0.1", "localhost");
		await plugIn(page);
		await page.goto(origin + door);
		await logIn(page, username, password);
		await page.getByRole("button", { name: "Add a passkey" }).click();
		const form = page.locator("form").filter({ hasText: "Name of the passkey" });
		await form.getByLabel("Name of the passkey").fill("Old phone");
		await form.getByLabel("Current password").fill("not it at all");
		await form.getByRole("button", { name: "Make the passkey" }).click();
		await shown(page.getByText("The name or the password is wrong."));
		await form.getByLabel("Current password").fill(password);
		await form.getByRole("button", { name: "Make the passkey" }).click();
		const entry = page.getByRole("listitem").filter({ has: page.getByText("Not used yet") });
		await shown(entry.getByText("Old phone"));
		await entry.getByRole("button", { name: "Rename" }).click();
		await page.getByLabel("Name of the passkey").fill("My phone");
		await page.getByRole("button", { name: "Save", exact: true }).last().click();
		await shown(page.getByText("My phone"));

		await page.evaluate(() => localStorage.clear());
		await page.goto(origin + door);
		await shown(page.getByRole("button", { name: "Use a passkey" }));
		await expectAccessible(page);
		const sent = page.waitForRequest(/\/auth\/passkeys\/login$/);
		await page.getByRole("button", { name: "Use a passkey" }).click();
		const body = (await sent).postDataJSON();
		await shown(page.getByText("My phone"));
		expect(await page.getByText("Not used yet").count()).toBe(0);

		const replay = await stage.mall.send("POST /auth/passkeys/login", { body });
		expect(replay).toMatchObject({ status: 409, body: { code: "PASSKEY_REFUSED" } });
		const kept = page.getByRole("listitem").filter({ hasText: "My phone" });
		await kept.getByRole("button", { name: /Remove|Delete/ }).click();
		await kept.waitFor({ state: "detached" });
		await page.evaluate(() => localStorage.clear());
		await page.goto(origin + door);
		await page.getByRole("button", { name: "Use a passkey" }).click();
		await shown(page.getByText(/This passkey does not count here/));
		expect(complaints).toEqual([]);
	});

	// Last, for it changes what the whole mall asks of staff.
	it("of staff is led to its second step when the shop asks for it, and taken out of a lost one", async () => {
		const { username } = await aColleague();
		const token = await stage.admin();
		const { page, complaints } = await stage.visit();
		const boss = await stage.visit();
		await boss.page.goto("/admin/settings");
		await logIn(boss.page, "admin", adminPassword);
		await boss.page.getByText("Staff need a second step to log in").click();
		await boss.page.getByRole("button", { name: "Save" }).click();
		await shown(boss.page.getByText(/saved/i));
		await page.goto("/admin/orders");
		await logIn(page, username, password);
		await page.waitForURL(/\/admin\/second-factor/);
		await expectAccessible(page);
		await page.goto("/admin/products");
		await page.waitForURL(/\/admin\/second-factor/);
		await setUp(page);
		await page.waitForURL(/\/admin\/products/);
		await shown(page.getByRole("heading", { level: 1, name: "Products" }));

		await boss.page.goto("/admin/");
		await boss.page.waitForURL(/\/admin\/second-factor/);
		const { secret } = await setUp(boss.page, adminPassword);
		expect(secret).not.toBe("");
		const again = await stage.mall.send("GET /admin/settings", { token });
		expect(again.body.code).toBe("SECOND_FACTOR_MISSING");
		await boss.page.goto(`/admin/staff?q=${username}`);
		await boss.page.getByRole("link", { name: username }).first().click();
		await boss.page.getByRole("button", { name: "Take away" }).click();
		await boss.page.getByRole("dialog").getByRole("button", { name: "Take away" }).click();
		await shown(boss.page.getByText(`${username} logs in with the password alone now.`));
		await expectAccessible(boss.page);
		expect([...complaints, ...boss.complaints]).toEqual([]);
	});
});
