// The own data in a real browser: a picture, a copy of everything, the end of an account.
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, hasBrowser, phone } from "#tests/support/browser";
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
});
