import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { heartbeats } from "./heartbeats.ts";

describe("the watch over heartbeats", () => {
	let clock = 0;
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
		vi.spyOn(performance, "now").mockImplementation(() => clock);
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.restoreAllMocks();
	});

	function watched() {
		const check = vi.fn<() => void>();
		const node = { lastHeartbeatTime: -100 };
		const discoverer = { checkRemoteNodes: check };
		const registry = { discoverer, nodes: { toArray: () => [node] } };
		const ofBroker = heartbeats() as unknown as (broker: object) => { created(): void };
		ofBroker({ registry }).created();
		return { check, node, discoverer };
	}
	const pass = (ms: number) => {
		clock += ms;
		vi.advanceTimersByTime(1_000);
	};

	it("looks every second, and at no other time", () => {
		const { check, discoverer } = watched();

		pass(1_000);
		pass(1_500);
		discoverer.checkRemoteNodes();

		expect(check).toHaveBeenCalledTimes(2);
	});

	it("takes nobody for dead when it was stopped itself", () => {
		const { check, node } = watched();

		pass(10_000);

		expect(check).not.toHaveBeenCalled();
		expect(node.lastHeartbeatTime).toBeCloseTo(process.uptime(), -1);
		pass(1_000);
		expect(check).toHaveBeenCalledTimes(1);
	});
});
