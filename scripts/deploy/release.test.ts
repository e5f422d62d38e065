import { describe, expect, it } from "vitest";
import { before, released, releaseOf, revisionsOf, withPassed } from "./release.ts";

describe("a release", () => {
	it("is named by its image's version and its time", () => {
		const release = releaseOf("shop:5000/mall:1.4.2", "2026-11-28T04:00:00Z");

		expect(release.name).toBe("1.4.2@2026-11-28T04:00:00Z");
	});

	it.each(["mall", "mall:latest", "shop:5000/mall"])("is not made of %s", (image) => {
		expect(() => releaseOf(image, "now")).toThrow("must name its version");
	});

	it("changes every deployment, and nothing else", () => {
		const manifests = `
kind: Deployment
metadata: { name: mall-door }
spec:
    replicas: 2
    template:
        metadata: { labels: { a: b } }
        spec: { containers: [{ name: mall, image: micro-mall }] }
---
kind: StatefulSet
metadata: { name: mongo }
spec: { template: { spec: { containers: [{ image: "mongo:8" }] } } }
`;

		const { list, deployments } = released(manifests, { name: "1@now", image: "mall:1" });

		expect(deployments).toEqual(["mall-door"]);
		const [door, mongo] = JSON.parse(list).items;
		expect(door.spec).toEqual({
			replicas: 2,
			template: {
				metadata: { labels: { a: "b" }, annotations: { "mall/release": "1@now" } },
				spec: { containers: [{ name: "mall", image: "mall:1" }] },
			},
		});
		expect(mongo.spec.template.spec.containers).toEqual([{ image: "mongo:8" }]);
	});

	it("has one revision of each deployment", () => {
		const lines = "mall-door 3 1@a\nmall-door 4 2@b\nmall-goods 7 1@a\nolder 1 \n";

		expect([...revisionsOf(lines, "1@a")]).toEqual([
			["mall-door", "3"],
			["mall-goods", "7"],
		]);
	});
});

describe("the way back", () => {
	it.each([
		["to the one before", ["1", "2", "3"], ["3", "3"], "2"],
		["further back the second time", ["1", "2"], ["2"], "1"],
		["to the last that passed from one that did not", ["1", "2"], ["4", "4"], "2"],
		["to the last that passed from a mixture", ["1", "2"], ["1", "2"], "2"],
		["nowhere from the first", ["1"], ["1"], undefined],
		["nowhere when none passed", [], ["1"], undefined],
	])("leads %s", (_, passed, running, target) => {
		expect(before(passed, running)).toBe(target);
	});

	it("is as long as deployments keep revisions", () => {
		const passed = Array.from({ length: 10 }, (_, at) => String(at));

		expect(withPassed(passed, "new")).toHaveLength(10);
		expect(withPassed(passed, "new").at(-1)).toBe("new");
	});
});
