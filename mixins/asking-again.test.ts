import { Errors, ServiceBroker } from "moleculer";
import type { Context } from "moleculer";
import { afterEach, describe, expect, it } from "vitest";
import { askingAgain } from "./asking-again.ts";

const { MoleculerError, RequestRejectedError, RequestTimeoutError, ServiceNotAvailableError } =
	Errors;

const brokers: ServiceBroker[] = [];
afterEach(() => Promise.all(brokers.splice(0).map((broker) => broker.stop())));

/** A shop whose actions fail with these errors, one after another, and then answer. */
async function aShop(...errors: Error[]) {
	const tried: string[] = [];
	const answer = (ctx: Context<unknown, { $statusCode?: number }>) => {
		tried.push(ctx.action?.name ?? "");
		ctx.meta.$statusCode = 200 + tried.length;
		const error = errors.shift();
		if (error) throw error;
		return "done";
	};
	const broker = new ServiceBroker({
		logger: false,
		middlewares: [askingAgain((name) => name === "shop.read")],
	});
	broker.createService({
		name: "shop",
		actions: {
			read: answer,
			write: answer,
			outer: async (ctx: Context<unknown, object>) => {
				await ctx.call("shop.write");
				return ctx.meta;
			},
		},
	});
	await broker.start();
	brokers.push(broker);
	return { broker, tried };
}

const nobody = (action: string, nodeID?: string) =>
	new ServiceNotAvailableError({ action, nodeID });

describe("a call in a cluster", () => {
	it("is made again when it reached nobody, whatever it is", async () => {
		const gone = nobody("shop.write", "node-1");
		const { broker, tried } = await aShop(gone, gone);

		expect(await broker.call("shop.write")).toBe("done");
		expect(tried).toHaveLength(3);
	});

	it.each([
		[new RequestTimeoutError({ action: "shop.read", nodeID: "node-1" })],
		[new RequestRejectedError({ action: "shop.read", nodeID: "node-1" })],
	])("is made again when it reads and its node fell silent: %s", async (error) => {
		const { broker, tried } = await aShop(error);

		expect(await broker.call("shop.read")).toBe("done");
		expect(tried).toHaveLength(2);
	});

	it.each([
		[
			"a write whose node fell silent",
			"shop.write",
			new RequestRejectedError({ action: "shop.write", nodeID: "1" }),
		],
		["what nobody does", "shop.write", nobody("shop.write")],
		["what its handler could not get", "shop.write", nobody("stock.reserve", "node-1")],
		[
			"a read that others let down",
			"shop.read",
			new RequestTimeoutError({ action: "stock.levels", nodeID: "1" }),
		],
		["a refusal", "shop.read", new MoleculerError("No", 409, "NO")],
	])("is not made again: %s", async (_what, action, error) => {
		const { broker, tried } = await aShop(error);

		await expect(broker.call(action)).rejects.toBe(error);
		expect(tried).toHaveLength(1);
	});

	it("is given up after a while", async () => {
		const { broker, tried } = await aShop(
			...Array.from({ length: 50 }, () => nobody("shop.write", "node-1")),
		);

		await expect(broker.call("shop.write")).rejects.toThrow(ServiceNotAvailableError);
		expect(tried).toHaveLength(8);
	});

	it("hands on what the last answer says beside itself", async () => {
		const { broker } = await aShop(nobody("shop.write", "node-1"));

		expect(await broker.call("shop.outer")).toEqual({ $statusCode: 202 });
	});
});
