// Every page of the mall and of the console, on a phone and on a desk: it loads without complaint,
// says what it is, fits the screen, and can be used by everybody.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page, Request } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { desktop, hasBrowser, phone, violationsOf } from "#tests/support/browser";
import type { Visit } from "#tests/support/browser";
import { password as adminPassword } from "#tests/support/process";
import { eventually, openStage } from "#tests/support/stage";

const screens = [
	["a phone", phone],
	["a desk", desktop],
] as const;
const password = "a long enough password";

/** What the addresses are made of. */
interface Facts {
	order: string;
	/** A return of the member's. */
	back: string;
	sold: string;
	product: string;
	topic: string;
	topicId: string;
	customer: string;
	staff: string;
	job: string;
}

type Address = (facts: Facts) => string;

const mallPages: Record<string, Address> = {
	home: () => "/",
	categories: () => "/categories",
	brands: () => "/brands",
	category: () => "/c/kitchen",
	brand: () => "/b/brasswick",
	tag: () => "/t/gift",
	search: () => "/search?q=lamp",
	product: () => "/p/city-walker",
	cart: () => "/cart",
	checkout: () => "/checkout",
	"find-order": () => "/orders/find",
	order: ({ order }) => `/orders/${order}`,
	"pay-order": ({ order }) => `/pay/${order}`,
	orders: () => "/orders",
	login: () => "/login",
	register: () => "/register",
	profile: () => "/account",
	addresses: () => "/account/addresses",
	favourites: () => "/account/favourites",
	"my-coupons": () => "/account/coupons",
	"my-points": () => "/account/points",
	notifications: () => "/account/notifications",
	security: () => "/account/security",
	coupons: () => "/coupons",
	topic: ({ topic }) => `/topics/${topic}`,
	"not-found": () => "/nothing/here",
};

const consolePages: Record<string, Address> = {
	login: () => "/login",
	dashboard: () => "/",
	orders: () => "/orders",
	"order-new": () => "/orders/new",
	order: ({ sold }) => `/orders/${sold}`,
	"order-slips": ({ sold }) => `/orders/slips?ids=${sold}`,
	invoices: () => "/invoices",
	returns: () => "/returns",
	return: ({ back }) => `/returns/${back}`,
	"return-reasons": () => "/return-reasons",
	payments: () => "/payments",
	customers: () => "/customers",
	customer: ({ customer }) => `/customers/${customer}`,
	products: () => "/products",
	"product-new": () => "/products/new",
	product: ({ product }) => `/products/${product}`,
	import: () => "/import",
	categories: () => "/categories",
	brands: () => "/brands",
	inventory: () => "/inventory",
	"stock-reconciliation": () => "/inventory/reconciliation",
	media: () => "/media",
	promotions: () => "/promotions",
	coupons: () => "/coupons",
	banners: () => "/banners",
	topics: () => "/topics",
	"topic-new": () => "/topics/new",
	topic: ({ topicId }) => `/topics/${topicId}`,
	staff: () => "/staff",
	colleague: ({ staff }) => `/staff/${staff}`,
	roles: () => "/roles",
	role: () => "/roles/clerk",
	rights: () => "/rights",
	system: () => "/system",
	jobs: () => "/jobs",
	job: ({ job }) => `/jobs/${job}`,
	settings: () => "/settings",
	profile: () => "/profile",
	"not-found": () => "/nothing/here",
};

/** Pages of the mall that need a login. */
const own = [
	"order",
	"pay-order",
	"orders",
	"profile",
	"addresses",
	"favourites",
	"my-coupons",
	"my-points",
	"notifications",
	"security",
];
const darkMall = [
	"home",
	"category",
	"product",
	"cart",
	"checkout",
	"order",
	"pay-order",
	"orders",
];
const darkConsole = [
	"dashboard",
	"orders",
	"order-new",
	"order",
	"returns",
	"return",
	"products",
	"product",
	"inventory",
	"topic",
];

describe("the tables of this test", () => {
	it.each([
		["web-mall", mallPages],
		["web-admin", consolePages],
	])("name every page of %s", (app, pages) => {
		const source = resolve(import.meta.dirname, `../../${app}/src`);
		const files = ["router.ts", "routes.ts"].map((file) => resolve(source, file));
		const table = files
			.filter((file) => existsSync(file))
			.map((file) => readFileSync(file, "utf8"))
			.join("\n");
		const names = [...table.matchAll(/^\t+name: "([\w-]+)",$/gm)].map(([, name]) => name);

		expect(new Set(names)).toEqual(new Set(Object.keys(pages)));
	});
});

describe.skipIf(!hasBrowser)("every page", { timeout: 120_000 }, () => {
	const stage = openStage();
	let known: Promise<Facts> | undefined;
	const facts = () => (known ??= collect());

	async function collect(): Promise<Facts> {
		const { send } = stage.mall;
		const token = await stage.admin();
		const ask = async (route: string) => (await send(route, { token })).body;
		const job = await send("POST /admin/products/import?dryRun=true", {
			token,
			headers: { "Content-Type": "text/csv" },
			body: "sku,name,price\nPAGE-1,A page,1.00\nPAGE-2,,x\n",
		});
		const [topic] = (await ask("GET /home")).topics;
		return {
			...(await aMembersOrder(token)),
			sold: (await ask("GET /admin/orders?status=paid&pageSize=1")).items[0].id,
			product: (await ask("GET /products/city-walker")).id,
			topic: topic.slug,
			topicId: topic.id,
			customer: (await ask("GET /admin/users?kind=customer&pageSize=1")).items[0].id,
			staff: (await ask("GET /auth/me")).user.id,
			job: job.body.id,
		};
	}

	/** The member of these tests: an address, an order to be returned, a coupon, a full cart. */
	async function aMembersOrder(admin: string) {
		const { send } = stage.mall;
		const person = { username: "member", email: "member@example.com", password };
		const { token } = (await send("POST /auth/register", { body: person })).body;
		const post = async (path: string, body: unknown, as: string = token) => {
			const headers = { "Idempotency-Key": randomUUID() };
			const answer = await send(`POST ${path}`, { token: as, headers, body });
			expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
			return answer.body;
		};
		const address = {
			name: "Ada Lovelace",
			phone: "+1 555 0100",
			country: "US",
			province: "Oregon",
			city: "Portland",
			street: "12 Analytical Way",
			postalCode: "97201",
		};
		await post("/me/addresses", address);
		const { variants } = (await send("GET /products/city-walker")).body;
		await post("/cart/items", { sku: variants[1].sku, quantity: 2 });
		await post("/cart/items", { sku: variants[8].sku, quantity: 1 });
		const items = [{ sku: variants[0].sku, quantity: 1 }];
		const order = await post("/orders", { items, address, shippingMethod: "standard" });
		const card = { number: "4242424242424242" };
		await post(`/orders/${order.id}/payments`, { method: "sandbox", card });
		const parcel = { carrier: "DHL", trackingNumber: "JD014600003RU" };
		await post(`/admin/orders/${order.id}/shipments`, parcel, admin);
		const lines = [{ sku: variants[0].sku, quantity: 1 }];
		const back = await post(`/orders/${order.id}/returns`, { lines, reason: "does-not-fit" });
		const { items: coupons } = (await send("GET /coupons", { token })).body;
		await post(`/coupons/${coupons[0].id}/claim`, {});
		return { order: order.id, back: back.id };
	}

	describe.each(screens)("on %s", (_, screen) => {
		it("of the mall works for a guest", async () => {
			const visitor = await stage.visit(screen);
			const open = Object.entries(mallPages).filter(([name]) => !own.includes(name));

			expect(await tour(visitor, addressesOf(open, await facts()))).toEqual({});
		});

		it("of the mall works for a member", async () => {
			const visitor = await stage.visit(screen);
			const ownPages = Object.entries(mallPages).filter(
				([name]) => own.includes(name) || ["cart", "checkout"].includes(name),
			);
			const addresses = addressesOf(ownPages, await facts());
			await logIn(visitor.page, ["/login", "member", password]);

			expect(await tour(visitor, addresses)).toEqual({});
		});

		it("of the console works for an administrator", async () => {
			const pages = Object.entries(consolePages).filter(([name]) => name !== "login");
			const inside = addressesOf(pages, await facts(), "/admin");
			const visitor = await stage.visit(screen);

			expect(await tour(visitor, ["/admin/login"])).toEqual({});
			await logIn(visitor.page, ["/admin/login", "admin", adminPassword]);
			expect(await tour(visitor, inside)).toEqual({});
		});
	});

	it("that matters most can be used by everybody in the dark, too", async () => {
		const member = await stage.visit(phone);
		const staff = await stage.visit(desktop);
		await member.page.emulateMedia({ colorScheme: "dark" });
		await staff.page.emulateMedia({ colorScheme: "dark" });
		const inMall = Object.entries(mallPages).filter(([name]) => darkMall.includes(name));
		const inConsole = Object.entries(consolePages).filter(([name]) =>
			darkConsole.includes(name),
		);
		const known = await facts();
		await logIn(member.page, ["/login", "member", password]);
		await logIn(staff.page, ["/admin/login", "admin", adminPassword]);

		const found = {
			...(await tour(member, addressesOf(inMall, known))),
			...(await tour(staff, addressesOf(inConsole, known, "/admin"))),
		};

		expect(found).toEqual({});
	});

	it("that does not exist says so, in both", async () => {
		const { page } = await stage.visit();
		await page.goto("/nothing/here");
		await eventually(async () => expect(await headingOf(page)).toContain("nothing"));
		await logIn(page, ["/admin/login", "admin", adminPassword]);
		await page.goto("/admin/nothing/here");
		await eventually(async () => expect(await headingOf(page)).toContain("nothing"));
	});
});

const addressesOf = (pages: [string, Address][], facts: Facts, below = ""): string[] =>
	pages.map(([, address]) => below + address(facts));

/** Opens one page after the other, and gives for each what is wrong with it. */
async function tour({ page, complaints }: Visit, addresses: string[]) {
	const found: Record<string, string[]> = {};
	const asked = requestsOf(page);
	for (const address of addresses) {
		complaints.length = 0;
		await page.goto(address);
		await settled(page, asked);
		// Why twice: a page may ask again a moment later, and is dimmed until the answer comes.
		let faults = await faultsOf(page);
		if (faults.length > 0) {
			await settled(page, asked);
			faults = await faultsOf(page);
		}
		faults.push(...complaints);
		if (faults.length > 0) found[address] = faults;
	}
	return found;
}

/** What the page has asked for and not got yet. */
function requestsOf(page: Page): Set<Request> {
	const asked = new Set<Request>();
	page.on("request", (request) => asked.add(request));
	page.on("requestfinished", (request) => asked.delete(request));
	page.on("requestfailed", (request) => asked.delete(request));
	return asked;
}

/** The page has its heading and waits for nothing any more. A page that never does is told on. */
async function settled(page: Page, asked: Set<Request>) {
	const waiting = page.locator("[aria-busy=true], .animate-breathe, .bones");
	const isSettled = async () => {
		expect(await headingOf(page)).not.toBe("");
		expect(await waiting.count()).toBe(0);
		expect(asked.size).toBe(0);
		expect(await page.evaluate(isMoving)).toBe(false);
	};
	await vi.waitFor(isSettled, { timeout: 8000, interval: 60 }).catch(() => undefined);
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

const headingOf = async (page: Page) =>
	(await page.getByRole("heading", { level: 1 }).allInnerTexts()).join(" | ").trim();

async function faultsOf(page: Page): Promise<string[]> {
	const { width, title, headings, pictures, shift } = await page.evaluate(look);
	const screen = page.viewportSize()?.width ?? 0;
	return [
		...(title.trim() ? [] : ["It has no title."]),
		...(headings.length === 1 && headings[0] ? [] : [`Its h1: ${JSON.stringify(headings)}`]),
		...(width > screen ? [`It is ${width} wide on a screen of ${screen}.`] : []),
		...pictures.map((source) => `A picture is broken or has no size: ${source}`),
		...(shift > 0.1 ? [`What is on it jumps: ${shift.toFixed(3)}`] : []),
		...(await unfairIn(page)),
	];
}

/** Runs in the page. */
function look() {
	const shifts = performance.getEntriesByType("layout-shift") as unknown as { value: number }[];
	const isWrong = (image: HTMLImageElement) =>
		image.clientWidth * image.clientHeight === 0 || (image.complete && !image.naturalWidth);
	const visible = [...document.images].filter((image) => image.checkVisibility());
	return {
		width: document.scrollingElement?.scrollWidth ?? 0,
		title: document.title,
		headings: [...document.querySelectorAll("h1")].map(({ textContent }) => textContent.trim()),
		pictures: visible.filter(isWrong).map(({ src }) => src),
		shift: shifts.reduce((sum, { value }) => sum + value, 0),
	};
}

async function logIn(page: Page, [path, name, word]: [string, string, string]) {
	await page.goto(path);
	await page.getByLabel("Username or e-mail").fill(name);
	await page.getByLabel("Password", { exact: true }).fill(word);
	await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
	await page.waitForURL((url) => !url.pathname.endsWith("/login"));
}
