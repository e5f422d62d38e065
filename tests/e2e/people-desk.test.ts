// Who works here and what they did, in a real browser: the audit log.
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser } from "#tests/support/browser";
import { password } from "#tests/support/process";
import { openStage, shown } from "#tests/support/stage";

describe.skipIf(!hasBrowser)("the people desk", { timeout: 90_000 }, () => {
	const stage = openStage({ SEED: "none" });

	async function send(route: string, body?: unknown) {
		const token = await stage.admin();
		const answer = await stage.mall.send(route, { token, ...(body !== undefined && { body }) });
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	}

	async function desk(name = "admin", word = password) {
		const visitor = await stage.visit();
		const { page } = visitor;
		await page.goto("/admin/login");
		await page.getByLabel("Username or e-mail").fill(name);
		await page.getByLabel("Password", { exact: true }).fill(word);
		await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
		await page.waitForURL((url) => !url.pathname.endsWith("/login"));
		return visitor;
	}

	it("shows what staff have done, before and after, and that nobody altered it", async () => {
		const { id, version } = await send("POST /admin/categories", { name: "Mugs" });
		await send(`PATCH /admin/categories/${id}`, { version, name: "Cups" });
		const { page, complaints } = await desk();
		await page.getByRole("link", { name: "Audit log" }).click();
		const table = page.getByRole("region", { name: "Audit log" });
		await shown(table.getByText("products.updateCategory"));

		await page.getByRole("button", { name: "Verify the chain" }).click();
		await shown(page.getByText(/^The chain holds: \d+ entries/));
		await expectAccessible(page);
		await table.getByRole("link", { name: "products.updateCategory" }).click();

		await shown(page.getByRole("heading", { level: 1, name: /^Entry \d+$/ }));
		const row = page.getByRole("row", { name: /^name/ });
		await shown(row.getByText("Mugs"), row.getByText("Cups"));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
	});
});
