import { ServiceBroker } from "moleculer";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loops } from "./loops.ts";
import type { Loops } from "./loops.ts";

describe("loops", () => {
	let broker: ServiceBroker;
	afterEach(() => broker.stop());

	const startWith = async (seconds: number, work: () => Promise<unknown>) => {
		broker = new ServiceBroker({ logger: false });
		broker.createService({
			name: "looping",
			mixins: [loops().schema],
			started(this: unknown) {
				(this as Loops).every(seconds, work);
			},
		});
		await broker.start();
	};

	it("runs again after a failure, one run at a time", async () => {
		let open = 0;
		let most = 0;
		let runs = 0;
		await startWith(0.001, async () => {
			most = Math.max(most, ++open);
			await new Promise((resolve) => setImmediate(resolve));
			open -= 1;
			if (++runs === 1) throw new Error("once");
		});

		await vi.waitFor(() => expect(runs).toBeGreaterThan(3));
		expect(most).toBe(1);
	});

	it("is done with its run when the service has stopped", async () => {
		let isOpen = false;
		let runs = 0;
		await startWith(0.001, async () => {
			isOpen = true;
			await new Promise((resolve) => setTimeout(resolve, 30));
			isOpen = false;
			runs += 1;
		});
		await vi.waitFor(() => expect(isOpen).toBe(true));

		await broker.stop();
		const after = runs;

		expect(isOpen).toBe(false);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(runs).toBe(after);
	});
});
