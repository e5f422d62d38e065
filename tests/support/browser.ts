// A real browser for tests of whole jobs. On a machine without one the tests say that they were
// left out; with CI=true that is a failure.
import { existsSync } from "node:fs";
import AxeSource from "axe-core";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM_PATH ?? places.find((path) => existsSync(path));

export const hasBrowser = executablePath !== undefined;
if (!hasBrowser && process.env.CI === "true") {
	throw new Error("CI needs a Chromium: apt-get install chromium, or set CHROMIUM_PATH");
}
if (!hasBrowser) process.stderr.write("No Chromium found: the browser tests are left out.\n");

const flags = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

export const openBrowser = (): Promise<Browser> =>
	chromium.launch({ executablePath: executablePath ?? "", args: flags });

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

export interface Visit {
	page: Page;
	context: BrowserContext;
	/** What the page complained about: script errors, refused scripts, failed requests. */
	complaints: string[];
}

/** What a page is made of: none of it may be missing. */
const parts = new Set(["script", "stylesheet", "font", "image"]);

/** A fresh visitor of the mall, with an empty browser. */
export async function visit(browser: Browser, origin: string, viewport = desktop): Promise<Visit> {
	const context = await browser.newContext({ baseURL: origin, viewport, locale: "en-US" });
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(String(error)));
	page.on("console", (message) => {
		const isExpected = /status of 4\d\d/.test(message.text());
		if (message.type() === "error" && !isExpected) complaints.push(message.text());
	});
	page.on("response", (response) => {
		const isPart = parts.has(response.request().resourceType());
		const isBad = response.status() >= 500 || (isPart && response.status() >= 400);
		if (isBad) complaints.push(`${response.status()} ${response.url()}`);
	});
	return { page, context, complaints };
}

interface Violation {
	id: string;
	nodes: { target: unknown[]; failureSummary?: string }[];
}

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The places at which axe finds the page, or a part of it, hard to use for somebody. */
export async function violationsOf(page: Page, part?: string, rules?: string[]): Promise<string[]> {
	if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AxeSource.source);
	const within = part === undefined ? "document" : JSON.stringify(part);
	const violations = (await page.evaluate(
		`axe.run(${within}, { preload: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(rules ?? levels)} }).then((r) => r.violations)`,
	)) as Violation[];
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(
			({ target, failureSummary }) =>
				`${id}: ${target.join(" ")} ${failureSummary?.replace(/\s+/g, " ") ?? ""}`,
		),
	);
}

export async function expectAccessible(page: Page) {
	expect(await violationsOf(page), page.url()).toEqual([]);
}
