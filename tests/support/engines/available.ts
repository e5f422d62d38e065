import { describe, it } from "vitest";
import { Missing } from "./engine.ts";
import type { TrueServer } from "./engine.ts";

/** Starts the server for the tests of this file; where this machine can't have it, says what it lacks. */
export async function withServer(
	name: string,
	start: () => Promise<TrueServer>,
	tests: (server: TrueServer) => void,
) {
	try {
		tests(await start());
	} catch (error) {
		if (!(error instanceof Missing)) throw error;
		const reason = error.message;
		process.stderr.write(`${name} is left out: ${reason}\n`);
		describe(name, () => it.skip(`is left out: ${reason}`, () => {}));
	}
}

/** The same for a server that the whole run shares: tests/real/servers.ts. */
export function withShared(variable: string, tests: (url: string) => void) {
	const url = process.env[`REAL_${variable}`];
	if (url) tests(url);
	else describe(variable, () => it.skip("has no server in this run", () => {}));
}
