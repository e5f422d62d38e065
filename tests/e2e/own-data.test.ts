// The own data in a real browser: a picture, a copy of everything, the end of an account.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone, violationsOf } from "#tests/support/browser";
import { linkTo } from "#tests/support/mails";
import { password as adminPassword } from "#tests/support/process";
import { password } from "#tests/support/shop";
import { hasFocus, loginOf, openStage, eventually, shown } from "#tests/support/stage";

let made = 0;

describe.skipIf(!hasBrowser)("own data", { timeout: 60_000 }, () => {
	const stage = openStage({ SEED: "none" });

	async function aVisitor(screen: typeof phone) {
		const username = `owner${process.pid}n${++made}`;
		const body = { username, email: `${username}@example.com`, password };
		await stage.mall.send("POST /auth/register", { body });
		const visitor = await stage.visit(screen);
		await visitor.page.goto("/login?next=/account");
		await visitor.page.getByLabel("Username or e-mail").fill(username);
		await visitor.page.getByLabel("Password", { exact: true }).fill(password);
		await visitor.page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		return { ...visitor, username };
	}

	const aPicture = async () => ({
		name: "me.png",
		mimeType: "image/png",
		buffer: await sharp({
			create: { width: 300, height: 200, channels: 3, background: "#6a8" },
		})
			.png()
			.toBuffer(),
	});

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("shows a picture beside the name, on %s", async (_, screen) => {
		const { page, complaints, username } = await aVisitor(screen);
		await page.getByLabel("Choose a picture").setInputFiles(await aPicture());
		await shown(page.getByText("Saved"));
		await shown(page.locator("main section img[src*='/media/']"));
		await expectAccessible(page);

		const desk = await stage.visit();
		await desk.page.goto(`/admin/customers?q=${username}`);
		await desk.page.getByLabel("Username or e-mail").fill("admin");
		await desk.page.getByLabel("Password", { exact: true }).fill(adminPassword);
		await desk.page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await shown(desk.page.locator("table img[src*='/media/']"));

		await page.getByRole("button", { name: "Remove the picture" }).click();
		await shown(page.getByText("The picture is deleted."));
		await page
			.locator("main section img[src*='/media/']")
			.first()
			.waitFor({ state: "detached" });
		expect([...complaints, ...desk.complaints]).toEqual([]);
	});

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("is taken along and then erased, on %s", async (_, screen) => {
		const { page, complaints, username } = await aVisitor(screen);
		await shown(page.getByRole("heading", { name: "Profile" }));
		await page.getByRole("link", { name: "Your data" }).click();
		const waiting = page.waitForEvent("download");
		await page.getByRole("button", { name: "Download my data" }).click();
		const download = await waiting;
		expect(download.suggestedFilename()).toMatch(/^my-data-[\d-]+\.zip$/);
		const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
		expect(strFromU8(files["users/profile.json"]!)).toContain(username);
		await expectAccessible(page);

		await page.getByRole("button", { name: "End my account" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("Current password").fill("not the password");
		await page.keyboard.press("Enter");
		await shown(dialog.getByText("The name or the password is wrong."));
		expect(await violationsOf(page, "[role=dialog]")).toEqual([]);
		await dialog.getByLabel("Current password").fill(password);
		await dialog.getByRole("button", { name: "Erase everything" }).click();
		await shown(page.getByText("Your account is erased. Goodbye, and thank you."));

		await page.goto("/account");
		await shown(page.getByLabel("Username or e-mail"));
		const body = { login: username, password };
		const again = await stage.mall.send("POST /auth/login", { body });
		expect(again).toMatchObject({ status: 401, body: { code: "BAD_CREDENTIALS" } });
		expect(stage.mall.output()).not.toContain(username);
		expect(complaints).toEqual([]);
	});

	/** A clerk with a second step; each of the codes counts once. */
	async function aColleague() {
		const username = `clerk${process.pid}n${++made}`;
		const email = `${username}@example.com`;
		const body = { username, email, password, kind: "staff", roles: ["clerk"] };
		await stage.mall.send("POST /admin/users", { token: await stage.admin(), body });
		const token = await loginOf(stage.mall, username, password);
		const begun = await stage.mall.send("POST /auth/second-factor", {
			token,
			body: { password },
		});
		const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) }).generate();
		const confirm = "POST /auth/second-factor/confirm";
		const { body: done } = await stage.mall.send(confirm, { token, body: { totp } });
		return { username, email, codes: done.recoveryCodes as string[] };
	}

	async function enterConsole(page: Page, name: string, word: string) {
		await page.goto("/admin/login?next=/profile");
		await page.getByLabel("Username or e-mail").fill(name);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
	}

	it.each([
		["a phone", phone],
		["a desk", desktop],
	])("of staff is theirs in the console, too, on %s", async (_, screen) => {
		const { username, email, codes } = await aColleague();
		const { page, context, complaints } = await stage.visit(screen);
		await enterConsole(page, username, password);
		await page.getByLabel("Code", { exact: true }).fill(codes[0]!);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		const choosing = page.waitForEvent("filechooser");
		await page.getByRole("button", { name: "Choose a picture" }).click();
		await (await choosing).setFiles(await aPicture());
		await shown(page.locator("main img[src*='/media/']"));
		await shown(page.getByRole("button", { name: /^Account of/ }).locator("img"));
		await expectAccessible(page);
		await page.getByRole("button", { name: "Remove the picture" }).click();
		await page.locator("img[src*='/media/']").first().waitFor({ state: "detached" });
		const chooser = page.getByRole("button", { name: "Choose a picture" });
		await eventually(async () => expect(await hasFocus(chooser)).toBe(true));

		await changeEmail(page, `new-${email}`);
		const elsewhere = await context.newPage();
		await elsewhere.goto(await linkTo(stage.folder, `new-${email}`, "/confirm-email"));
		await shown(elsewhere.getByText(`Thank you, new-${email} is confirmed.`));
		await elsewhere.close();
		await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
		await shown(page.getByText("Confirmed", { exact: true }));
		await shown(page.getByRole("main").getByText(`new-${email}`, { exact: true }));

		const waiting = page.waitForEvent("download");
		await page.getByRole("button", { name: "Download my data" }).click();
		const files = unzipSync(new Uint8Array(readFileSync(await (await waiting).path())));
		expect(strFromU8(files["users/profile.json"]!)).toContain(username);
		await endAccount(page, codes[1]!);
		const body = { login: username, password };
		const again = await stage.mall.send("POST /auth/login", { body });
		expect(again).toMatchObject({ status: 401, body: { code: "BAD_CREDENTIALS" } });
		expect(complaints).toEqual([]);
	});

	async function changeEmail(page: Page, next: string) {
		await shown(page.getByText("Not confirmed yet"));
		await page.getByRole("button", { name: "Change the e-mail address" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("New e-mail address").fill(next);
		await dialog.getByLabel("Current password").fill("not the password");
		await page.keyboard.press("Enter");
		await shown(dialog.getByText("The name or the password is wrong."));
		await dialog.getByLabel("Current password").fill(password);
		expect(await violationsOf(page, "[role=dialog]")).toEqual([]);
		await page.keyboard.press("Enter");
		await shown(page.getByText(`A mail is on its way to ${next}`));
		await dialog.waitFor({ state: "detached" });
	}

	async function endAccount(page: Page, code: string) {
		await page.getByRole("button", { name: "End my account" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("Current password").fill(password);
		await dialog.getByLabel("Code", { exact: true }).fill("000000");
		await page.keyboard.press("Enter");
		await shown(dialog.getByText("The code is wrong, too old or was used already."));
		expect(await violationsOf(page, "[role=dialog]")).toEqual([]);
		await dialog.getByLabel("Code", { exact: true }).fill(code);
		await dialog.getByRole("button", { name: "Erase everything" }).click();
		await shown(page.getByText("Your account is erased. Goodbye, and thank you."));
		expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/admin/login");
	}

	it("of the last administrator stays", async () => {
		const { page } = await stage.visit();
		await enterConsole(page, "admin", adminPassword);
		await page.getByRole("button", { name: "End my account" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("Current password").fill(adminPassword);
		await dialog.getByRole("button", { name: "Erase everything" }).click();

		await shown(dialog.getByRole("alert").getByText(/last administrator/));
		await dialog.getByRole("button", { name: "Cancel" }).click();
		await page.reload();
		await shown(page.getByRole("heading", { level: 1, name: "Your profile" }));
	});
});
