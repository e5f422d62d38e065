// Broker options: embedded by default. Read by scripts/start.ts and by moleculer-runner.
import type { BrokerOptions } from "moleculer";
import { env } from "#mixins/env";
import { ContractValidator } from "#mixins/validator";

const options: BrokerOptions = {
	namespace: "mall",
	logger: { type: "Console", options: { formatter: "short", level: env.LOG_LEVEL } },
	logLevel: env.LOG_LEVEL,
	validator: new ContractValidator(),
	requestTimeout: 15_000,
	maxCallLevel: 20,
	circuitBreaker: {
		enabled: true,
		threshold: 0.5,
		windowTime: 30,
		minRequestCount: 20,
		halfOpenTime: 5_000,
		// Why: what a client did wrong says nothing about the node.
		check: (error) => !("code" in error && error.code < 500),
	},
	tracking: { enabled: true, shutdownTimeout: 10_000 },
	metrics: false,
	// Why: start.ts and moleculer-runner both stop the broker on signals themselves.
	skipProcessEventRegistration: true,
};

export default options;
