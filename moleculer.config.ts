// Broker options: embedded by default, a cluster by environment. Read by scripts/start.ts and by moleculer-runner.
import type { BrokerOptions } from "moleculer";
import { clusterOptions } from "#mixins/cluster";
import { diskWatch } from "#mixins/disk-watch";
import { env } from "#mixins/env";
import { json, naming } from "#mixins/logging";
import { isMeasured, measuring } from "#mixins/metrics";
import { orderlyStop } from "#mixins/orderly-stop";
import { ContractValidator } from "#mixins/validator";

/** Loaded only where it is asked for. */
const traced = async (endpoint: string) => (await import("#mixins/tracing")).tracing(endpoint);

const { middlewares = [], ...cluster } = clusterOptions();

const options: BrokerOptions = {
	namespace: "mall",
	logger: {
		type: "Console",
		options: { formatter: env.LOG_FORMAT === "json" ? json : "short", level: env.LOG_LEVEL },
	},
	logLevel: env.LOG_LEVEL,
	validator: new ContractValidator(),
	maxCallLevel: 20,
	// Why: in one process there is no other node to turn to, and a timer per call costs more than
	// the call. The gateway gives a request up (services/api/gateway.ts), payments their providers.
	requestTimeout: 0,
	circuitBreaker: { enabled: false },
	tracking: { enabled: true, shutdownTimeout: 10_000 },
	// Why: Moleculer's own metrics tell host names, users and addresses of the machine.
	metrics: false,
	middlewares: [
		orderlyStop(),
		diskWatch(),
		...(env.LOG_FORMAT === "json" ? [naming] : []),
		...(isMeasured ? [measuring] : []),
		...(env.OTEL_EXPORTER_OTLP_ENDPOINT ? [await traced(env.OTEL_EXPORTER_OTLP_ENDPOINT)] : []),
		...middlewares,
	],
	// Why: start.ts and moleculer-runner both stop the broker on signals themselves.
	skipProcessEventRegistration: true,
	...cluster,
};

export default options;
