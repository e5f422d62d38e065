import type { Problem } from "#contracts/client";

/** What the mall found wrong, by field; `owners` says to which field a code belongs. */
export function fieldErrorsOf(
	problem: Problem | undefined,
	owners: Record<string, string> = {},
): Record<string, string> {
	if (!problem) return {};
	const owner = owners[problem.code];
	if (owner) return { [owner]: problem.message };
	return Object.fromEntries(problem.errors.map(({ path, message }) => [path, message]));
}
