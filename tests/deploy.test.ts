// What keeps the files of a deployment true to the code, without any tool of theirs.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const about = JSON.parse(read("package.json")) as {
	scripts: { start: string };
	dependencies: Record<string, string>;
};

describe("the image", () => {
	const dockerfile = read("Dockerfile");

	it("has the Node of package.json", () => {
		expect(dockerfile).toMatch(`FROM node:${about.dependencies.node}-`);
	});

	it("starts as `npm start` does, with node as its first process", () => {
		const command = /\nCMD (\[.*\])/.exec(dockerfile)?.[1] ?? "[]";

		expect((JSON.parse(command) as string[]).join(" ")).toBe(
			`${about.scripts.start} --as-built`,
		);
	});

	it("runs as a number that is not root's, and asks the operator's port how it is", () => {
		expect(/\nUSER (\d+)/.exec(dockerfile)?.[1]).toBe("1000");
		expect(dockerfile).toMatch(/HEALTHCHECK[^]*\/health\/ready/);
	});
});
