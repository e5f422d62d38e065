// `npm run test:real`: the same tests as embedded, against the true servers.
import { defineConfig } from "vitest/config";
import embedded from "./vitest.config.ts";

export default defineConfig({
	test: {
		...embedded.test,
		globalSetup: ["tests/folder.ts", "tests/real/servers.ts"],
		setupFiles: ["tests/real/setup.ts", "tests/setup.ts"],
		include: [
			"tests/real/**/*.test.ts",
			"tests/flows/**/*.test.ts",
			"services/search/search.service.test.ts",
			"services/media/media.service.test.ts",
		],
		// Why: these are about the files of embedded stores, and who owns their folder.
		exclude: [
			"**/node_modules/**",
			"tests/flows/instances.test.ts",
			"tests/flows/reconcile.test.ts",
			"tests/flows/repl.test.ts",
		],
		maxWorkers: 1,
	},
});
