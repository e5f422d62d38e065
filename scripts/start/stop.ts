import type { ServiceBroker } from "moleculer";
import { instance } from "#mixins/instances";

/**
 * A first signal stops gracefully: what is under way is finished. A second one does not wait. Why before
 * there is a broker: the first process of a container gets no signal that it does not listen to.
 */
export function stopOnSignals(node: { broker?: ServiceBroker }, release: () => void) {
	let stopping = false;
	const stop = async () => {
		if (stopping) process.exit(130);
		stopping = true;
		await node.broker?.stop();
		release();
		process.exit(0);
	};
	process.on("SIGTERM", () => void stop());
	// Why: Ctrl-C reaches every instance; the process that started them tells them to stop.
	process.on("SIGINT", () => void (instance || stop()));
}
