// Walks through pages and says of each what is wrong with it.
import type { Page, Request } from "playwright-core";
import { expect, vi } from "vitest";
import { desktop, violationsOf } from "./browser.ts";
import type { Visit } from "./browser.ts";

/** Opens one page after the other, and gives for each what is wrong with it. */
export async function tour(
	{ page, complaints }: Visit,
	addresses: string[],
	faultsOf: (page: Page) => Promise<string[]> = faultsForAll,
) {
	const found: Record<string, string[]> = {};
	const asked = requestsOf(page);
	const refused = refusalsTo(page);
	for (const address of addresses) {
		complaints.length = 0;
		refused.length = 0;
		await page.goto(address);
		await settled(page, asked);
		// Why twice: a page may ask again a moment later, and is dimmed until the answer comes.
		let faults = await faultsOf(page);
		if (faults.length > 0) {
			await settled(page, asked);
			faults = await faultsOf(page);
		}
		faults.push(...complaints, ...refused);
		if (faults.length > 0) found[address] = faults;
	}
	return found;
}

/** What a page asked for in vain, though nobody has done anything on it. */
function refusalsTo(page: Page): string[] {
	const refused: string[] = [];
	page.on("response", (response) => {
		const isAsked = response.request().resourceType() === "fetch";
		if (isAsked && response.status() >= 400)
			refused.push(`${response.status()} ${response.url()}`);
	});
	return refused;
}

/** What the page has asked for and not got yet. */
export function requestsOf(page: Page): Set<Request> {
	const asked = new Set<Request>();
	page.on("request", (request) => asked.add(request));
	page.on("requestfinished", (request) => asked.delete(request));
	page.on("requestfailed", (request) => asked.delete(request));
	return asked;
}

/** The page has its heading and waits for nothing any more. A page that never does is told on. */
async function settled(page: Page, asked: Set<Request>) {
	const isSettled = async () => {
		expect(await headingOf(page)).not.toBe("");
		await expectRest(page, asked);
	};
	await vi.waitFor(isSettled, { timeout: 8000, interval: 60 }).catch(() => undefined);
}

/** Nothing on the page waits or moves any more. */
export async function expectRest(page: Page, asked: Set<Request>) {
	const waiting = page.locator("[aria-busy=true], .animate-breathe, .bones");
	expect(await waiting.count()).toBe(0);
	expect(asked.size).toBe(0);
	expect(await page.evaluate(isMoving)).toBe(false);
}

/** Runs in the page: whether something fades or slides that will come to rest. */
const isMoving = () =>
	document
		.getAnimations()
		.some((one) => one.playState === "running" && one.effect?.getTiming().iterations === 1);

/** Where the page is unfair to somebody, seen as a whole: no bar at its edge hides anything. */
async function unfairIn(page: Page): Promise<string[]> {
	const screen = page.viewportSize() ?? desktop;
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ ...screen, height: Math.max(screen.height, height) });
	const violations = await violationsOf(page);
	await page.setViewportSize(screen);
	return violations;
}

export const headingOf = async (page: Page) =>
	(await page.getByRole("heading", { level: 1 }).allInnerTexts()).join(" | ").trim();

async function faultsForAll(page: Page): Promise<string[]> {
	const { width, title, headings, pictures, shift } = await page.evaluate(look);
	const screen = page.viewportSize()?.width ?? 0;
	return [
		...(title.trim() ? [] : ["It has no title."]),
		...(headings.length === 1 && headings[0] ? [] : [`Its h1: ${JSON.stringify(headings)}`]),
		...(width > screen ? [`It is ${width} wide on a screen of ${screen}.`] : []),
		...pictures.map((source) => `A picture is broken or has no size: ${source}`),
		// Why 0.2: on a slow machine parts come one by one, and each moves the next a little.
		...(shift > 0.2 ? [`What is on it jumps: ${shift.toFixed(3)}`] : []),
		...(await unfairIn(page)),
	];
}

interface Shift {
	value: number;
	hadRecentInput: boolean;
}

/** Runs in the page. */
function look() {
	// Why an observer: the timeline gives no shifts, it only warns.
	const observer = new PerformanceObserver(() => undefined);
	observer.observe({ type: "layout-shift", buffered: true });
	const shifts = observer.takeRecords() as unknown as Shift[];
	observer.disconnect();
	const isWrong = (image: HTMLImageElement) =>
		image.clientWidth * image.clientHeight === 0 || (image.complete && !image.naturalWidth);
	const visible = [...document.images].filter((image) => image.checkVisibility());
	return {
		width: document.scrollingElement?.scrollWidth ?? 0,
		title: document.title,
		headings: [...document.querySelectorAll("h1")].map(({ textContent }) => textContent.trim()),
		pictures: visible.filter(isWrong).map(({ src }) => src),
		shift: shifts.reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0),
	};
}

export async function logIn(page: Page, [path, name, word]: [string, string, string]) {
	await page.goto(path);
	await page.getByLabel("Username or e-mail").fill(name);
	await page.getByLabel("Password", { exact: true }).fill(word);
	await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
	await page.waitForURL((url) => !url.pathname.endsWith("/login"));
}
