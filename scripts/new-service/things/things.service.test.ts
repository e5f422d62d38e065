import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import things from "./contract.ts";

const reader = staff("things:read");
const writer = staff("things:read", "things:write");

describe("things", () => {
	let mall: TestMall;

	beforeAll(async () => {
		const { default: service } = await import("./things.service.ts");
		mall = await start([service]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("keeps what was added, once, until it is removed", async () => {
		const entry = await mall.call(things.create, { name: "First" }, writer);
		const again = mall.call(things.create, { name: "First" }, writer);
		await expect(again).rejects.toMatchObject({ type: "DUPLICATE", code: 409 });
		const { items } = await mall.call(things.list, {}, reader);
		await mall.call(things.remove, { id: entry.id }, writer);
		const { total } = await mall.call(things.list, {}, reader);

		expect(items).toEqual([entry]);
		expect(total).toBe(0);
	});

	it("lets nobody write who may only read", async () => {
		const attempt = mall.call(things.create, { name: "Mine" }, reader);

		await expect(attempt).rejects.toMatchObject({ code: 403 });
	});
});
