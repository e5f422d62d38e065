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
		exclude: ["**/node_modules/**"],
		maxWorkers: 1,
	},
});
