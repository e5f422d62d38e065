import type { ServiceBroker } from "moleculer";

/** A first signal stops gracefully: what is under way is finished. A second one does not wait. */
export function stopOnSignals(broker: ServiceBroker, release: () => void) {
	let stopping = false;
	const stop = async () => {
		if (stopping) process.exit(130);
		stopping = true;
		await broker.stop();
		release();
		process.exit(0);
	};
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop());
}
