import { describe, expect, it } from "vitest";
import { csvOf, isTrial } from "./jobs.ts";

describe("what a job has to say", () => {
	it("tells a trial from the real thing, whatever the result is", () => {
		expect(isTrial({ result: { dryRun: true, notes: [] } })).toBe(true);
		for (const result of [{ dryRun: false }, null, "text", 7, []])
			expect(isTrial({ result })).toBe(false);
	});

	it("writes errors for a spreadsheet, where none of them runs", async () => {
		const rows = [
			{ row: 2, message: 'price must be "whole"' },
			{ row: 3, message: "=HYPERLINK()" },
		];

		const text = await csvOf(["Row", "What is wrong"], rows).text();

		expect(text.split("\r\n")).toEqual([
			'"Row","What is wrong"',
			'"2","price must be ""whole"""',
			'"3","\'=HYPERLINK()"',
			"",
		]);
	});
});
