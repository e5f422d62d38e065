// Searches are counted here and told to the search desk once a second: one write per search would
// cost more than the search. What a killed process has not told yet, at most a second, is lost.
import type { ServiceBroker } from "moleculer";
import { analytics } from "#contracts/analytics";
import type { SearchTally } from "#contracts/analytics";
import { callAsSystem } from "#mixins/service";

const mostWords = 1000;

export class Counting {
	#broker: ServiceBroker;
	#tallies = new Map<string, SearchTally>();
	#timer: NodeJS.Timeout;

	constructor(broker: ServiceBroker) {
		this.#broker = broker;
		this.#timer = setInterval(() => void this.tell(), 1000);
		this.#timer.unref();
	}

	count(words: string, total: number) {
		const query = words.trim().toLowerCase().replace(/\s+/g, " ");
		const known = this.#tallies.get(query);
		if (query === "" || (!known && this.#tallies.size >= mostWords)) return;
		this.#tallies.set(query, {
			query,
			count: (known?.count ?? 0) + 1,
			zeroResults: (known?.zeroResults ?? 0) + (total === 0 ? 1 : 0),
			lastTotal: total,
		});
	}

	async tell() {
		if (this.#tallies.size === 0) return;
		const searches = [...this.#tallies.values()];
		this.#tallies = new Map();
		await callAsSystem({ broker: this.#broker }, analytics.searched, { searches }).catch(
			(error: unknown) => this.#broker.logger.warn("Searches were not counted", error),
		);
	}

	async close() {
		clearInterval(this.#timer);
		await this.tell();
	}
}
