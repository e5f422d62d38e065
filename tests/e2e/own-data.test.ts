// The own data in a real browser: a picture, a copy of everything, the end of an account.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone, violationsOf } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { password } from "#tests/support/shop";
import { openStage, shown } from "#tests/support/stage";

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
});
