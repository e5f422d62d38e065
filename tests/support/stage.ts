// What a file of browser tests stands on: one mall in its own process, one browser, and for each
// visitor an empty browser profile. A test that fails leaves pictures of the pages it had open.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import { desktop, openBrowser, visit } from "./browser.ts";
import type { Visit } from "./browser.ts";
import { password, startMall } from "./process.ts";
import type { MallProcess } from "./process.ts";

export interface Stage {
	readonly mall: MallProcess;
	/** Where the mall keeps its data. */
	readonly folder: string;
	/** Somebody new, on a screen of this size. */
	visit(viewport?: { width: number; height: number }): Promise<Visit>;
	/** A token of the administrator. */
	admin(): Promise<string>;
}

/** Call it in a `describe`: it starts before the first test there and ends after the last. */
export function openStage(env: Record<string, string> = {}): Stage {
	const folder = mkdtempSync(join(tmpdir(), "mall-e2e-"));
	const visits: Visit[] = [];
	let mall: MallProcess | undefined;
	let browser: Browser | undefined;
	let token: Promise<string> | undefined;

	beforeAll(async () => {
		[mall, browser] = await Promise.all([
			startMall(folder, { SEED: "demo", ...env }),
			openBrowser(),
		]);
		await eventually(() => expect(mall?.output()).toContain("is open"));
		await eventually(() => expectFindable(mall));
	});
	afterEach(async ({ task }) => {
		const isFailed = task.result?.state === "fail";
		for (const [at, { page, context, complaints }] of visits.splice(0).entries()) {
			if (isFailed) await keepPicture(page, `${task.name} ${at + 1}`, complaints);
			await context.close();
		}
	});
	afterAll(async () => {
		await browser?.close();
		await mall?.end();
		rmSync(folder, { recursive: true, force: true });
	});

	return {
		folder,
		get mall() {
			if (!mall) throw new Error("The mall has not started.");
			return mall;
		},
		async visit(viewport = desktop) {
			if (!browser || !mall) throw new Error("The stage is not open.");
			const visitor = await visit(browser, mall.origin, viewport);
			visits.push(visitor);
			return visitor;
		},
		admin() {
			token ??= loginOf(this.mall, "admin", password);
			return token;
		},
	};
}

/** The search has heard of all demo goods. */
async function expectFindable(mall: MallProcess | undefined) {
	const [made, found] = await Promise.all([
		mall?.send("GET /products?pageSize=1"),
		mall?.send("GET /search?pageSize=1"),
	]);
	expect(found?.body.total).toBe(made?.body.total);
}

export async function loginOf(mall: MallProcess, login: string, word: string): Promise<string> {
	const { status, body } = await mall.send("POST /auth/login", {
		body: { login, password: word },
	});
	expect(status, JSON.stringify(body)).toBe(200);
	return body.token;
}

async function keepPicture(page: Page, name: string, complaints: string[]) {
	const pictures = process.env.PICTURES_DIR ?? tmpdir();
	mkdirSync(pictures, { recursive: true });
	const path = join(pictures, `${name.replace(/\W+/g, "-").slice(0, 100)}.png`);
	await page.screenshot({ path }).catch(() => undefined);
	const told = [`The page of the failed test: ${path}`, `  ${page.url()}`];
	process.stderr.write([...told, ...complaints.map((one) => `  ${one}`), ""].join("\n"));
}

/** Waits until what the page does makes this hold. */
export const eventually = (hold: () => unknown) =>
	vi.waitFor(hold, { timeout: 15_000, interval: 50 });

/** Waits until every one of these can be seen. */
export async function shown(...locators: Locator[]) {
	for (const locator of locators) await locator.first().waitFor({ state: "visible" });
}

/** The words at this place, as they are read. */
export const textOf = async (locator: Locator) =>
	(await locator.innerText()).replace(/\s+/g, " ").trim();

/** Goes on with the Tab key until this has the focus. */
export async function tabTo(page: Page, target: Locator, most = 80) {
	for (let pressed = 0; pressed < most; pressed += 1) {
		await page.keyboard.press("Tab");
		if (await hasFocus(target)) return;
	}
	throw new Error(`${most} times Tab did not lead to ${target.toString()}`);
}

export const hasFocus = (target: Locator) =>
	target.first().evaluate((element) => element === document.activeElement);
