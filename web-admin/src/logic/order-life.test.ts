import { expect, it } from "vitest";
import { lifeOfOrders } from "../../../domain/order-life.ts";
import { orderStates } from "../../../domain/order-state.ts";
import { arrowsOf, boxes } from "./order-life.ts";

const steps = lifeOfOrders.map((step) => ({ ...step, by: [...step.by] }));

it("draws every state once, and every way between two of them", () => {
	expect(Object.keys(boxes).toSorted()).toEqual([...orderStates].toSorted());
	const drawn = arrowsOf(steps).map(({ from, to }) => `${from} ${to}`);
	const ways = steps.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} ${to}`);
	expect(drawn.toSorted()).toEqual([...new Set(ways)].toSorted());
	expect(drawn).toContain("confirmed shipped");
});

it("leads past the boxes between two states", () => {
	const [arrow] = arrowsOf([
		{ from: "pending_payment", command: "cancel", by: ["staff"], to: "cancelled" },
	]);

	expect(arrow?.path).toMatch(/^M242 24 H350 Q.* V212 H352$/);
});
