import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		globalSetup: ["tests/folder.ts"],
		setupFiles: ["tests/setup.ts"],
		include: [
			"{domain,contracts,mixins,services,plugins,tests,scripts}/**/*.test.ts",
			"web-*/src/**/*.test.ts",
		],
		exclude: ["**/node_modules/**", "tests/real/**"],
		maxWorkers: 2,
		// Why: a condition that comes is seen at once; one that doesn't come fails, only later.
		expect: { poll: { timeout: 15_000, interval: 20 } },
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
