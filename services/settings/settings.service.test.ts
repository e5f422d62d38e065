import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settings } from "#contracts/settings";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

describe("settings", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["settings"]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("tells everybody the shop's currency", async () => {
		const shop = await mall.call(settings.shop);

		expect(shop).toMatchObject({ currency: "USD", minorUnits: 2 });
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
			data: { errors: [{ path: "shippingMethods.2.key" }, { path: "shop.timeZone" }] },
		});
	});
});
