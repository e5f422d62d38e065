import { describe, expect, it } from "vitest";
import type { Job } from "#contracts/jobs";
import { follow, summary } from "./report.ts";

const aJob = (fields: Partial<Job> = {}): Job => ({
	id: "job",
	kind: "import",
	status: "done",
	done: 30,
	total: 30,
	created: 3,
	updated: 2,
	errors: [],
	errorCount: 0,
	notes: [],
	startedBy: "admin",
	startedAt: "2026-01-01T00:00:00.000Z",
	finishedAt: null,
	result: null,
	version: 1,
	...fields,
});

describe("the report of an import", () => {
	it("shows the first twenty bad rows and how many more there are", () => {
		const errors = Array.from({ length: 24 }, (_, index) => ({
			row: index + 1,
			message: "has no price",
		}));

		const lines = summary(aJob({ errors, errorCount: 25 }));

		expect(lines[0]).toBe("  row 1 has no price");
		expect(lines).toHaveLength(22);
		expect(lines.at(-2)).toBe("  and 5 more");
		expect(lines.at(-1)).toBe("Done: 30 rows, 3 new, 2 changed, 0 as they were, 25 bad.");
	});

	it("follows the job to its end and answers the exit code", async () => {
		const states = [aJob({ status: "running", done: 9 }), aJob({ status: "failed" })];

		const code = await follow(aJob({ status: "running", done: 0 }), {
			job: () => Promise.resolve(states.shift() ?? aJob()),
		});

		expect(code).toBe(1);
	});
});
