import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settings } from "#contracts/settings";
import type { Collection } from "#mixins/collection";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { storeOf } from "#tests/support/neighbours";
import type { StoredSettings } from "./initial.ts";

describe("settings", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["settings"]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("tells everybody the shop's currency and what it promises", async () => {
		const shop = await mall.call(settings.shop);

		expect(shop).toMatchObject({ currency: "USD", minorUnits: 2, returnDays: 14 });
	});

	it("refuses a change that was made on an old version", async () => {
		const manager = staff("settings:write", "settings:read");
		const before = await mall.call(settings.get, {}, manager);
		await mall.call(
			settings.update,
			{ version: before.version, shop: { name: "First" } },
			manager,
		);

		const late = mall.call(
			settings.update,
			{ version: before.version, shop: { name: "Late" } },
			manager,
		);

		await expect(late).rejects.toMatchObject({ type: "STALE_VERSION", code: 409 });
		expect((await mall.call(settings.shop)).name).toBe("First");
	});

	it("refuses who lacks the right, and who is not known", async () => {
		const change = { version: 1, autoConfirmDays: 3 };

		await expect(
			mall.call(settings.update, change, staff("settings:read")),
		).rejects.toMatchObject({ type: "FORBIDDEN" });
		await expect(mall.call(settings.update, change)).rejects.toMatchObject({
			type: "NOT_SIGNED_IN",
		});
	});

	it("names every wrong field", async () => {
		const wrong = { version: 1.5, paymentTimeoutSeconds: 5, colour: "red" };

		const attempt = mall.call(settings.update, wrong as never, staff("settings:write"));

		await expect(attempt).rejects.toMatchObject({
			code: 422,
			data: expect.arrayContaining([
				expect.objectContaining({ path: "version" }),
				expect.objectContaining({ path: "paymentTimeoutSeconds" }),
				expect.objectContaining({ path: "colour" }),
			]),
		});
	});

	it("reads what an earlier version wrote, and keeps classes that a change leaves out", async () => {
		const manager = staff("settings:write", "settings:read");
		const { version } = await mall.call(settings.get, {}, manager);
		const store = storeOf<{ settings: Collection<StoredSettings> }>(mall, "settings");
		const tax = { rate: 1900, included: true };
		const method = { key: "old", name: "Old", price: 100, freeOver: null, countries: [] };
		const shippingMethods = [{ ...method, days: 3, enabled: true }];
		await store.settings.update({ id: "shop" }, { $set: { tax, shippingMethods } });

		const read = await mall.call(settings.get, {}, manager);
		const ways = await mall.call(settings.shippingMethods);
		const classes = [{ key: "reduced", name: "Reduced", rate: 700 }];
		const change = { version: version + 1, tax: { ...tax, classes } };
		const changed = await mall.call(settings.update, change, manager);
		const again = await mall.call(
			settings.update,
			{ version: changed.version, tax: { rate: 1600, included: true } },
			manager,
		);

		expect(read).toMatchObject({ tax: { ...tax, classes: [] }, shippingMethods });
		expect(ways).toEqual([{ key: "old", name: "Old", price: 100, daysFrom: 3, days: 3 }]);
		expect(again.tax).toEqual({ rate: 1600, included: true, classes });
	});

	it("names what is wrong in a table, in a region and among the classes", async () => {
		const manager = staff("settings:write", "settings:read");
		const { version, shippingMethods } = await mall.call(settings.get, {}, manager);
		const steps = [
			{ from: 500, price: 900 },
			{ from: 400, price: 950 },
		];
		const region = { countries: ["CH"], price: 1, freeOver: null, days: 1, daysFrom: 2 };
		const method = {
			...shippingMethods[0]!,
			table: { by: "weight" as const, steps },
			regions: [region],
		};
		const classes = ["standard", "zero", "zero"].map((key) => ({ key, name: key, rate: 0 }));

		const attempt = mall.call(
			settings.update,
			{ version, shippingMethods: [method], tax: { rate: 0, included: true, classes } },
			manager,
		);

		await expect(attempt).rejects.toMatchObject({
			code: 422,
			data: {
				errors: [
					{ path: "shippingMethods.0.table.steps.1.from" },
					{ path: "shippingMethods.0.regions.0.daysFrom" },
					{ path: "tax.classes.0.key" },
					{ path: "tax.classes.2.key" },
				],
			},
		});
	});

	it("refuses a time zone that there is not, and a way of shipping that is there twice", async () => {
		const manager = staff("settings:write", "settings:read");
		const { version, shippingMethods } = await mall.call(settings.get, {}, manager);
		const twice = [...shippingMethods, shippingMethods[0]!];

		const attempt = mall.call(
			settings.update,
			{ version, shop: { timeZone: "Mars/Base" }, shippingMethods: twice },
			manager,
		);

		await expect(attempt).rejects.toMatchObject({
			code: 422,
			data: {
				errors: [
					{ path: `shippingMethods.${shippingMethods.length}.key` },
					{ path: "shop.timeZone" },
				],
			},
		});
	});
});
