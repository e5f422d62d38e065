// The shop's rest: while it lasts, only staff get in, and orders that are under way are finished.
import type { ServiceBroker } from "moleculer";
import { MAINTENANCE } from "#contracts/errors";
import { orders } from "#contracts/orders";
import type { Action } from "#contracts/schema";
import { settings } from "#contracts/settings";
import type { Maintenance } from "#contracts/settings";
import { fail } from "#mixins/errors";
import { callAsSystem } from "#mixins/service";
import type { Principal } from "#mixins/service";

const everyMs = 1_000;

/** Logging in, paying and following an order; providers of payments; what the closed shop's page shows. */
const servicesOpen = new Set(["auth", "users", "orders", "payments", "media", "notifications"]);
const begins = new Set([orders.place.name]);

const isOpen = ({ name, service }: Action) =>
	name === settings.shop.name || (servicesOpen.has(service) && !begins.has(name));

export class Rest {
	#broker: ServiceBroker;
	#maintenance: Maintenance | null = null;
	#timer: NodeJS.Timeout | undefined;

	constructor(broker: ServiceBroker) {
		this.#broker = broker;
	}

	start() {
		void this.look();
		this.#timer = setInterval(() => void this.look(), everyMs);
		this.#timer.unref();
	}

	stop() {
		clearInterval(this.#timer);
	}

	/** What was known stays when settings don't answer. */
	async look() {
		if (!this.#broker.started) return;
		await callAsSystem({ broker: this.#broker }, settings.resting).then(
			(found) => (this.#maintenance = found),
			() => {},
		);
	}

	get isOn(): boolean {
		return this.#maintenance !== null && Date.parse(this.#maintenance.from) <= Date.now();
	}

	/** Refuses what shoppers would begin; knows when it is likely to be over. */
	check(action: Action, user: Principal | null) {
		if (!this.isOn || user?.kind === "staff" || isOpen(action)) return;
		const until = this.#maintenance?.until;
		const seconds = until ? Math.ceil((Date.parse(until) - Date.now()) / 1000) : 0;
		fail(MAINTENANCE, seconds > 0 ? { seconds } : {});
	}
}
