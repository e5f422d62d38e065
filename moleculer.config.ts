// Broker options: embedded by default. Read by scripts/start.ts and by moleculer-runner.
import type { BrokerOptions } from "moleculer";
import { env } from "#mixins/env";
import { ContractValidator } from "#mixins/validator";

const options: BrokerOptions = {
	namespace: "mall",
	logger: { type: "Console", options: { formatter: "short", level: env.LOG_LEVEL } },
	logLevel: env.LOG_LEVEL,
	validator: new ContractValidator(),
	maxCallLevel: 20,
	// Why: in one process there is no other node to turn to, and a timer per call costs more than
	// the call. The gateway gives a request up (services/api/gateway.ts), payments their providers;
	// a cluster brings breakers and timeouts per call with its transporter.
	requestTimeout: 0,
	circuitBreaker: { enabled: false },
	tracking: { enabled: true, shutdownTimeout: 10_000 },
	metrics: false,
	// Why: start.ts and moleculer-runner both stop the broker on signals themselves.
	skipProcessEventRegistration: true,
};

export default options;
