// Events that must not be lost are stored inside the document that changed, in the same write.
// The relay calls the subscribers until they answer, then takes the event out: at least once,
// in no order.
import type { ServiceBroker } from "moleculer";
import { contracts } from "#contracts/index";
import type { EventSpec, Infer } from "#contracts/schema";
import type { Collection, Stored, Told } from "./collection.ts";
import { newId, now } from "./clock.ts";
import { system } from "./service.ts";

/** An event to be stored with the change that it tells of. */
export const tell = <E extends EventSpec>(event: E, payload: Infer<E["payload"]>): Told => ({
	id: newId(),
	at: now(),
	name: event.name,
	payload,
});

/** Which services have declared that they listen to an event, whether they are up or not. */
function subscribersOf(event: string): string[] {
	return contracts
		.filter(({ $ }) => Object.values($.listens).some(({ name }) => name === event))
		.map(({ $ }) => $.service);
}

const batch = 100;
const firstRetry = 200;
const lastRetry = 10_000;

/** Delivers the events of one collection. */
export class Relay {
	#broker;
	#collection;
	#running: Promise<void> | null = null;
	#again = false;
	#stopped = true;
	#retry = firstRetry;
	#timer: NodeJS.Timeout | undefined;
	#complaints = new Set<string>();

	constructor(broker: ServiceBroker, collection: Collection<Stored>) {
		this.#broker = broker;
		this.#collection = collection;
	}

	/** Delivers what an earlier process has left, as soon as everybody can be up. */
	start() {
		this.#stopped = false;
		this.#later(firstRetry);
	}

	kick() {
		if (this.#stopped) return;
		if (this.#running) {
			this.#again = true;
			return;
		}
		const drained = this.#drain().catch((error: unknown) => {
			this.#broker.logger.warn("Events could not be read, they are told later", error);
			this.#backOff();
		});
		this.#running = drained.finally(() => {
			this.#running = null;
			if (this.#again) {
				this.#again = false;
				this.kick();
			}
		});
	}

	/** Waits for what is under way, at most a second. */
	async settled() {
		const deadline = Date.now() + 1000;
		while (this.#running && Date.now() < deadline) {
			await Promise.race([this.#running, sleep(deadline - Date.now())]);
		}
	}

	async stop() {
		this.#stopped = true;
		clearTimeout(this.#timer);
		await this.#running;
	}

	async #drain() {
		while (!this.#stopped) {
			const pending = await this.#collection.pending(batch);
			if (pending.length === 0) break;
			const done = await Promise.all(pending.map(({ id, told }) => this.#deliver(id, told)));
			if (done.includes(false)) return this.#backOff();
		}
		this.#retry = firstRetry;
		this.#complaints.clear();
	}

	async #deliver(id: string, told: Told[]) {
		const heard = await Promise.all(told.map((event) => this.#tellAll(event)));
		const done = told.filter((_, index) => heard[index]).map((event) => event.id);
		if (done.length > 0) await this.#collection.delivered(id, done);
		return done.length === told.length;
	}

	async #tellAll({ id, at, name, payload }: Told) {
		const calls = subscribersOf(name).map((service) =>
			this.#broker.call(
				`v1.${service}.hear`,
				{ id, at, name, payload },
				{ meta: { user: system } },
			),
		);
		const answers = await Promise.allSettled(calls);
		const failure = answers.find((answer) => answer.status === "rejected");
		if (failure) this.#complain(name, failure.reason);
		return answers.every(({ status }) => status === "fulfilled");
	}

	/** Once per reason until deliveries go through again: a subscriber may be down for long. */
	#complain(event: string, reason: unknown) {
		const line = `${event} is not heard, it is told again: ${String(reason)}`;
		if (this.#complaints.has(line)) return;
		this.#complaints.add(line);
		this.#broker.logger.warn(line);
	}

	#backOff() {
		this.#later(this.#retry);
		this.#retry = Math.min(this.#retry * 2, lastRetry);
	}

	#later(milliseconds: number) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.kick(), milliseconds);
		this.#timer.unref();
	}
}

const sleep = (milliseconds: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
