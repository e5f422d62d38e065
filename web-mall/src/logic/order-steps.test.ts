import { expect, it } from "vitest";
import { stepsOf } from "./order-steps.ts";

const at = "2026-05-01T10:00:00.000Z";

it("shows what has happened and what still comes", () => {
	const timeline = [
		{ status: "pending_payment" as const, at, by: "ada" },
		{ status: "paid" as const, at, by: "ada" },
	];

	const steps = stepsOf({ status: "paid", timeline });

	expect(steps.map(({ status }) => status)).toEqual([
		"pending_payment",
		"paid",
		"shipped",
		"completed",
	]);
	expect(steps.filter(({ isNow }) => isNow)).toHaveLength(1);
	expect(steps[2]?.at).toBeUndefined();
});

it("ends with the cancellation, nothing comes after it", () => {
	const timeline = [
		{ status: "pending_payment" as const, at, by: "ada" },
		{ status: "cancelled" as const, at, by: "ada", note: "Changed my mind" },
	];

	const steps = stepsOf({ status: "cancelled", timeline });

	expect(steps.map(({ status }) => status)).toEqual(["pending_payment", "cancelled"]);
	expect(steps[1]?.note).toBe("Changed my mind");
});

it("says what was taken out with the step it came after, and its reason once", () => {
	const times = ["2026-05-01T10:00:00.000Z", "2026-05-02T10:00:00.000Z"] as const;
	const timeline = [
		{ status: "paid" as const, at: times[0], by: "ada" },
		{ status: "paid" as const, at: times[0], by: "desk", command: "ship" as const },
		{
			status: "shipped" as const,
			at: times[1],
			by: "desk",
			command: "cancel-lines" as const,
			note: "Broken",
		},
	];
	const cancelledLines = times.map((time) => ({
		id: time,
		at: time,
		lines: [{ sku: "CUP", quantity: 1 }],
		amount: 500,
		reason: "Broken",
		by: "desk",
	}));

	const steps = stepsOf({ status: "shipped", timeline, cancelledLines });

	expect(steps.map(({ taken }) => taken.map(({ at: time }) => time))).toEqual([
		[times[0]],
		[times[1]],
		[],
	]);
	expect(steps[1]?.note).toBeUndefined();
});
