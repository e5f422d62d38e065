// Every page of the mall and of the console, on a phone and on a desk: it loads without complaint,
// says what it is, fits the screen, and can be used by everybody.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { desktop, hasBrowser, phone } from "#tests/support/browser";
import {
	addressesOf,
	consolePages,
	factsOf,
	mallPages,
	memberPassword,
	own,
} from "#tests/support/pages";
import { faultsInChinese, foreign } from "#tests/support/chinese";
import type { Facts } from "#tests/support/pages";
import { password as adminPassword } from "#tests/support/process";
import { eventually, openStage } from "#tests/support/stage";
import { headingOf, logIn, tour } from "#tests/support/tour";

const screens = [
	["a phone", phone],
	["a desk", desktop],
] as const;
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
		const files = readdirSync(source).filter((file) => file.endsWith(".ts"));
		const table = files.map((file) => readFileSync(resolve(source, file), "utf8")).join("\n");
		const names = [...table.matchAll(/^\t+name: "([\w-]+)",$/gm)].map(([, name]) => name);

		expect(new Set(names)).toEqual(new Set(Object.keys(pages)));
	});
});

describe.skipIf(!hasBrowser)("every page", { timeout: 300_000 }, () => {
	const stage = openStage();
	let known: Promise<Facts> | undefined;
	const facts = () => (known ??= factsOf(stage));

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
			await logIn(visitor.page, ["/login", "member", memberPassword]);

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
		await logIn(member.page, ["/login", "member", memberPassword]);
		await logIn(staff.page, ["/admin/login", "admin", adminPassword]);

		const found = {
			...(await tour(member, addressesOf(inMall, known))),
			...(await tour(staff, addressesOf(inConsole, known, "/admin"))),
		};

		expect(found).toEqual({});
	});

	it("speaks Chinese and no English, fits a phone, and can be read in the dark", async () => {
		const { mall, console } = await foreign();
		const known = await facts();
		const member = await stage.visit(phone);
		await logIn(member.page, ["/login", "member", memberPassword]);
		const staff = await stage.visit(phone);
		await logIn(staff.page, ["/admin/login", "admin", adminPassword]);
		for (const { page } of [member, staff]) {
			await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
			await page.evaluate(() => {
				localStorage.setItem("mall.language", "zh");
				localStorage.setItem("console.language", "zh");
			});
		}
		const inMall = addressesOf(Object.entries(mallPages), known);
		const inConsole = addressesOf(Object.entries(consolePages), known, "/admin");

		const found = {
			...(await tour(member, inMall, faultsInChinese(mall))),
			...(await tour(staff, inConsole, faultsInChinese(console))),
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
