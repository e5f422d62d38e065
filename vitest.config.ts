import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		setupFiles: ["tests/setup.ts"],
		include: [
			"{domain,contracts,mixins,services,tests,scripts}/**/*.test.ts",
			"web-*/src/**/*.test.ts",
		],
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
