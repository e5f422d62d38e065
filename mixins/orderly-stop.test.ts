import { ServiceBroker } from "moleculer";
import type { Context } from "moleculer";
import { describe, expect, it } from "vitest";
import { orderlyStop } from "./orderly-stop.ts";

describe("a node that is told to stop", () => {
	it("finishes what it has begun while all its services are there", async () => {
		const begun = Promise.withResolvers<void>();
		const goOn = Promise.withResolvers<void>();
		let isStockThere = true;
		const broker = new ServiceBroker({
			logger: false,
			tracking: { enabled: true },
			middlewares: [orderlyStop()],
		});
		broker.createService({
			name: "orders",
			actions: {
				async place(ctx: Context) {
					begun.resolve();
					await goOn.promise;
					return ctx.call("stock.reserve");
				},
			},
		});
		broker.createService({
			name: "stock",
			actions: { reserve: () => isStockThere },
			stopped: () => void (isStockThere = false),
		});
		await broker.start();

		const placing = broker.call("orders.place");
		await begun.promise;
		const stopping = broker.stop();
		await expect.poll(() => broker.stopping).toBe(true);
		setTimeout(() => goOn.resolve(), 100);

		expect(await placing).toBe(true);
		await stopping;
		expect(isStockThere).toBe(false);
	});
});
