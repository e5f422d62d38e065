// Which circuit breakers are open, as the nodes tell each other; forgotten with their nodes.
import type { SystemBreaker } from "#contracts/system";
import { now } from "#mixins/clock";

/** What a node tells of a breaker of its own. */
export interface Told {
	nodeID: string;
	action: string;
}

export class Breakers {
	#open = new Map<string, SystemBreaker>();

	all(): SystemBreaker[] {
		return [...this.#open.values()];
	}

	note({ nodeID: node, action }: Told, by: string, state: SystemBreaker["state"]) {
		const key = keyOf({ node, action, by });
		const since = this.#open.get(key)?.since ?? now();
		this.#open.set(key, { action, node, by, state, since });
	}

	close({ nodeID: node, action }: Told, by: string) {
		this.#open.delete(keyOf({ node, action, by }));
	}

	forget(id: string) {
		for (const [key, { node, by }] of this.#open) {
			if (node === id || by === id) this.#open.delete(key);
		}
	}
}

const keyOf = ({ node, action, by }: Pick<SystemBreaker, "node" | "action" | "by">) =>
	`${action} ${node} ${by}`;
