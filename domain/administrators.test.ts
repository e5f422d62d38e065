import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appoint, dismiss, resume, suspend } from "./administrators.ts";
import type { Holder } from "./administrators.ts";

const an = (userId: string, isActive = true, version = 1): Holder => ({
	userId,
	isActive,
	version,
});

describe("administrators", () => {
	it("lose neither the last one nor the last one who can log in", () => {
		const holders = [an("a"), an("b", false)];

		expect(dismiss(holders, "a")).toEqual({ refused: "LAST_ADMINISTRATOR" });
		expect(suspend(holders, "a", 2)).toEqual({ refused: "LAST_ADMINISTRATOR" });
		expect(dismiss(holders, "b")).toEqual([an("a")]);
	});

	it("are counted once", () => {
		expect(appoint([an("a")], an("a", false))).toEqual([an("a")]);
	});

	it("ignore news that are older than what is known", () => {
		const holders = [an("a", false, 5), an("b")];

		expect(resume(holders, "a", 4)).toEqual(holders);
		expect(resume(holders, "a", 6)).toEqual([an("a", true, 6), an("b")]);
	});

	it("never run out, whatever is done", () => {
		const who = fc.constantFrom("a", "b", "c");
		const verb = fc.constantFrom("appoint", "dismiss", "suspend", "resume");
		fc.assert(
			fc.property(fc.array(fc.tuple(verb, who), { maxLength: 60 }), (steps) => {
				let holders = [an("a")];
				for (const [version, [what, userId]] of steps.entries()) {
					const next = {
						appoint: () => appoint(holders, an(userId, true, version)),
						dismiss: () => dismiss(holders, userId),
						suspend: () => suspend(holders, userId, version),
						resume: () => resume(holders, userId, version),
					}[what]();
					if (Array.isArray(next)) holders = next;
					expect(holders.some(({ isActive }) => isActive)).toBe(true);
				}
			}),
		);
	});
});
