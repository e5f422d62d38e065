import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceBroker } from "moleculer";
import { heartbeats, suspect } from "./heartbeats.ts";

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

describe("a node that did not answer in time", () => {
	it.each([
		["is out when its heartbeats do not come either", 10, true],
		["stays when it is only busy", 0, false],
	])("%s", (_what, silentSeconds, isOut) => {
		const disconnected = vi.fn<(nodeID: string, isUnexpected: boolean) => void>();
		const node = { lastHeartbeatTime: process.uptime() - silentSeconds };
		const registry = { nodes: { get: () => node, disconnected } };

		suspect({ registry } as unknown as ServiceBroker, "node-1");

		expect(disconnected).toHaveBeenCalledTimes(isOut ? 1 : 0);
	});
});
