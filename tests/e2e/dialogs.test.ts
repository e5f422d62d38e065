// What opens over a page: each dialog, drawer, panel and menu is opened, fits a phone, and can be
// used by everybody, by day and in the dark.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { hasBrowser, phone, violationsOf } from "#tests/support/browser";
import { factsOf, memberPassword } from "#tests/support/pages";
import type { Facts } from "#tests/support/pages";
import { password as adminPassword } from "#tests/support/process";
import { eventually, loginOf, openStage } from "#tests/support/stage";
import { expectRest, logIn, requestsOf } from "#tests/support/tour";

/** Orders for what only orders of this kind can be told. */
interface Known extends Facts {
	unpaid: string;
	paid: string;
	arrived: string;
	cancelled: string;
	/** Returns that may come, and that have come. */
	approved: string;
	received: string;
}

type Press = string | RegExp;

/** Where it opens, by which buttons one after the other, and which item of their menu. */
interface Opening {
	at: (known: Known) => string;
	/** First all rows are ticked. */
	isForMany?: boolean;
	press: Press[];
	pick?: Press;
}

const floats =
	":is(dialog[open], [role=dialog], [role=alertdialog], [role=menu], .el-popover, aside.peek)";

const inMall: Record<string, Opening> = {
	filters: { at: () => "/c/kitchen", press: [/^Filter/] },
	"cart drawer": { at: () => "/p/city-walker", press: ["Add to cart"] },
	"picture, large": { at: () => "/p/city-walker", press: [/1 of/] },
	"new address": { at: () => "/account/addresses", press: ["Add an address"] },
	address: { at: () => "/account/addresses", press: ["Edit"] },
	"cancel an order": { at: ({ paid }) => `/orders/${paid}`, press: ["Cancel the order"] },
	"hide an order": { at: ({ cancelled }) => `/orders/${cancelled}`, press: [/^Remove from/] },
	"ask for a return": { at: ({ arrived }) => `/orders/${arrived}`, press: [/^Send something/] },
	"withdraw a return": { at: ({ order }) => `/orders/${order}`, press: ["Withdraw"] },
};

/** Why each its order: who comes back to the same address finds the rows still ticked. */
function ofProducts(sort: string, item: string): Opening {
	const pick = new RegExp(`^${item}`);
	return { at: () => `/products?sort=${sort}`, isForMany: true, press: ["More"], pick };
}

const inConsole: Record<string, Opening> = {
	palette: { at: () => "/profile", press: [/^Search or jump/] },
	notifications: { at: () => "/profile", press: [/^Notifications/] },
	"own menu": { at: () => "/profile", press: [/^Account of|^Signed in|admin/i] },
	columns: { at: () => "/orders", press: ["Columns"] },
	filter: { at: () => "/orders", press: ["Payment"] },
	days: { at: () => "/orders", press: ["Date"] },
	"order at a glance": { at: () => "/orders", press: [/^Look at/] },
	"edit an order": { at: ({ unpaid }) => `/orders/${unpaid}`, press: ["Edit"] },
	"ship an order": { at: ({ paid }) => `/orders/${paid}`, press: ["Ship"] },
	"cancel a part": { at: ({ paid }) => `/orders/${paid}`, press: ["Cancel a part"] },
	"cancel an order": { at: ({ paid }) => `/orders/${paid}`, press: ["Cancel order"] },
	"refund an order": { at: ({ paid }) => `/orders/${paid}`, press: ["Refund"] },
	"reject a return": { at: ({ back }) => `/returns/${back}`, press: ["Reject"] },
	"approve a return": { at: ({ back }) => `/returns/${back}`, press: ["Approve"] },
	"receive a return": { at: ({ approved }) => `/returns/${approved}`, press: ["Receive"] },
	"refund a return": { at: ({ received }) => `/returns/${received}`, press: ["Pay back"] },
	"ship many orders": { at: () => "/orders?status=paid", isForMany: true, press: [/^Ship \d/] },
	"save a view": { at: () => "/products?inStock=false", press: ["Save view"] },
	"move products": ofProducts("name", "Move"),
	"tag products": ofProducts("-name", "Add a tag"),
	"untag products": ofProducts("price", "Remove a tag"),
	"price of products": ofProducts("-price", "Change the price"),
	"return reason": { at: () => "/return-reasons", press: ["New reason"] },
	"new customer": { at: () => "/customers", press: ["New customer"] },
	points: { at: ({ customer }) => `/customers/${customer}`, press: ["Adjust points"] },
	"new colleague": { at: () => "/staff", press: ["New staff member"] },
	"product at a glance": { at: () => "/products", press: [/^Look at/] },
	"recycle a product": { at: ({ product }) => `/products/${product}`, press: ["Recycle"] },
	library: { at: ({ product }) => `/products/${product}`, press: ["From the library"] },
	"link in a text": { at: ({ product }) => `/products/${product}`, press: ["Link"] },
	category: { at: () => "/categories", press: ["New category"] },
	brand: { at: () => "/brands", press: ["New brand"] },
	"delete a brand": { at: () => "/brands", press: ["Brasswick", "Delete"] },
	"adjust stock": { at: () => "/inventory", press: [/^Adjust/] },
	movements: { at: () => "/inventory", press: [/^Movements: /] },
	promotion: { at: () => "/promotions", press: ["New promotion"] },
	coupon: { at: () => "/coupons", press: ["New coupon"] },
	banner: { at: () => "/banners", press: ["New banner"] },
	"delete a topic": { at: ({ topicId }) => `/topics/${topicId}`, press: ["Delete"] },
	area: { at: () => "/rights", press: ["New area"] },
	right: { at: () => "/rights", press: ["New right"] },
};

describe.skipIf(!hasBrowser)("what opens over a page", { timeout: 600_000 }, () => {
	const stage = openStage();
	let known: Promise<Known> | undefined;
	const facts = () => (known ??= collect());

	async function collect(): Promise<Known> {
		const pages = await factsOf(stage);
		const token = await loginOf(stage.mall, "member", memberPassword);
		const admin = await stage.admin();
		const [address] = (await stage.mall.send("GET /me/addresses", { token })).body.items;
		const { variants } = (await stage.mall.send("GET /products/city-walker")).body;
		const post = async (path: string, body: unknown, as = token) => {
			const headers = { "Idempotency-Key": randomUUID() };
			const answer = await stage.mall.send(`POST ${path}`, { token: as, headers, body });
			expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
			return answer.body;
		};
		const items = [{ sku: variants[0].sku, quantity: 2 }];
		const order = () =>
			post("/orders", { items, address: address.id, shippingMethod: "standard" });
		const paidOrder = async () => {
			const made = await order();
			const card = { number: "4242424242424242" };
			await post(`/orders/${made.id}/payments`, { method: "sandbox", card });
			return made;
		};
		const [unpaid, cancelled] = [await order(), await order()];
		const sentOrder = async () => {
			const made = await paidOrder();
			const parcel = { carrier: "DHL", trackingNumber: "JD014600003RU" };
			await post(`/admin/orders/${made.id}/shipments`, parcel, admin);
			return made;
		};
		const approvedReturn = async () => {
			const { id } = await sentOrder();
			const back = await post(`/orders/${id}/returns`, {
				lines: items,
				reason: "does-not-fit",
			});
			await post(`/admin/returns/${back.id}/approve`, {}, admin);
			return back;
		};
		const [paid, arrived] = [await paidOrder(), await sentOrder()];
		const [approved, received] = [await approvedReturn(), await approvedReturn()];
		await post(`/orders/${cancelled.id}/cancel`, {});
		await post(`/admin/returns/${received.id}/receive`, {}, admin);
		return {
			...pages,
			unpaid: unpaid.id,
			paid: paid.id,
			arrived: arrived.id,
			cancelled: cancelled.id,
			approved: approved.id,
			received: received.id,
		};
	}

	it("fits and is fair in the mall", async () => {
		await facts();
		const { page } = await stage.visit(phone);
		await logIn(page, ["/login", "member", memberPassword]);

		expect(await faultsOfAll(page, inMall, "")).toEqual({});
	});

	it("fits and is fair in the console", async () => {
		const { page } = await stage.visit();
		await logIn(page, ["/admin/login", "admin", adminPassword]);

		expect(await faultsOfAll(page, inConsole, "/admin")).toEqual({});
	});

	async function faultsOfAll(page: Page, all: Record<string, Opening>, below: string) {
		const found: Record<string, string[]> = {};
		const asked = requestsOf(page);
		let last = "";
		for (const [name, opening] of Object.entries(all)) {
			await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
			const address = below + opening.at(await facts());
			if (address !== last || !(await closed(page))) await page.goto(address);
			last = address;
			const faults = await opened(page, opening)
				.then(() => eventually(() => expectRest(page, asked)))
				.then(() => faultsOf(page))
				.catch((error: unknown) => [String(error).split("\n")[0] ?? ""]);
			if (faults.length > 0) found[name] = faults;
		}
		return found;
	}
});

/** Whether Escape has closed it; what a person may be in the middle of stays. */
async function closed(page: Page): Promise<boolean> {
	await page.keyboard.press("Escape");
	const open = page.locator(floats).filter({ visible: true });
	return open.waitFor({ state: "detached", timeout: 500 }).then(
		() => true,
		() => false,
	);
}

async function opened(page: Page, { isForMany, press, pick }: Opening) {
	if (isForMany) {
		await page.getByRole("checkbox").nth(1).waitFor({ state: "attached" });
		await page.getByRole("checkbox").first().click({ force: true });
	}
	for (const name of press) {
		const button = page.getByRole("button", { name, exact: typeof name === "string" });
		await button.filter({ visible: true }).first().click({ timeout: 4000 });
	}
	if (pick) {
		await page.getByRole("menuitem", { name: pick }).click({ timeout: 4000 });
		await page.getByRole("menu").filter({ visible: true }).waitFor({ state: "hidden" });
	}
	await page.locator(floats).filter({ visible: true }).first().waitFor({ timeout: 4000 });
}

async function faultsOf(page: Page): Promise<string[]> {
	const screen = page.viewportSize() ?? phone;
	await page.setViewportSize(phone);
	const wide = await widest(page);
	await page.setViewportSize(screen);
	await page.evaluate(drawn);
	const light = await violationsOf(page, floats);
	await page.emulateMedia({ colorScheme: "dark" });
	await page.evaluate(drawn);
	let dark = await violationsOf(page, floats, ["color-contrast"]);
	// Why twice: under load a colour may still be on its way from the one look to the other.
	if (dark.length > 0) {
		await eventually(() => expectRest(page, new Set()));
		dark = await violationsOf(page, floats, ["color-contrast"]);
	}
	return [...wide, ...light, ...dark.map((one) => `in the dark: ${one}`)];
}

/** What stays too wide: a page that has just been narrowed takes a moment, under load a long one. */
async function widest(page: Page): Promise<string[]> {
	let wide: string[] = [];
	const fits = async () => {
		await page.evaluate(drawn);
		wide = await page.evaluate(tooWide, floats);
		expect(wide).toEqual([]);
	};
	await vi.waitFor(fits, { timeout: 3000, interval: 50 }).catch(() => undefined);
	return wide;
}

/** Runs in the page: what has just changed has been drawn. */
const drawn = () =>
	new Promise<void>((resolve) => {
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)));
	});

/** Runs in the page. */
function tooWide(floats: string): string[] {
	const open = [...document.querySelectorAll(floats)].filter((one) => one.checkVisibility());
	return open
		.map((one) => one.getBoundingClientRect())
		.filter(({ left, right }) => left < -1 || right > innerWidth + 1)
		.map(({ left, right }) => `It goes from ${left} to ${right} on ${innerWidth}.`);
}
