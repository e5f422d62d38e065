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
