// Events that must not be lost are stored inside the document that changed, in the same write.
// The relay calls the subscribers until they answer, then takes the event out: at least once,
// in no order.
import type { ServiceBroker } from "moleculer";
import { ownContracts, plugins } from "#contracts/index";
import type { AnyContract } from "#contracts/index";
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

/** Which of these have declared that they listen to an event, whether they are up or not. */
const listenersAmong = (contracts: readonly AnyContract[]) => (event: string) =>
	contracts
		.filter(({ $ }) => Object.values($.listens).some(({ name }) => name === event))
		.map(({ $ }) => $.service);

const subscribersOf = listenersAmong(ownContracts);
const pluginsHearing = listenersAmong(plugins.map(({ contract }) => contract));

const batch = 100;
const firstRetry = 200;
const lastRetry = 10_000;
/** How often it is looked for events of processes that are no more, and how old these are. */
const roundMs = 10_000;
const orphanMs = 5_000;

interface Letter {
	/** Of the document that holds the events. */
	id: string;
	told: Told[];
}

/** Delivers the events of one collection: those of this process at once, what is left in rounds. */
export class Relay {
	#broker;
	#collection;
	#letters: Letter[] = [];
	/** Events on their way; a round leaves them alone. */
	#known = new Set<string>();
	#running: Promise<void> | null = null;
	#stopped = true;
	#retry = firstRetry;
	/** For another try of what failed. */
	#isWaiting = false;
	#timer: NodeJS.Timeout | undefined;
	#complaints = new Set<string>();

	constructor(broker: ServiceBroker, collection: Collection<Stored>) {
		this.#broker = broker;
		this.#collection = collection;
	}

	/** Delivers what an earlier process has left, as soon as everybody can be up. */
	start() {
		this.#stopped = false;
		this.#later(firstRetry, 0);
	}

	/** How many events are on their way. */
	get waiting(): number {
		return this.#known.size;
	}

	/** Events that were stored just now. */
	add(id: string, told: Told[]) {
		if (this.#stopped) return;
		this.#letters.push({ id, told });
		for (const event of told) this.#known.add(event.id);
		this.#running ??= this.#run();
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
		await this.#collection.tidied();
	}

	async #run() {
		while (this.#letters.length > 0 && !this.#stopped) {
			const letters = this.#letters.splice(0, batch);
			const done = await Promise.all(letters.map((letter) => this.#deliver(letter)));
			if (done.includes(false)) this.#backOff();
		}
		this.#running = null;
	}

	/** Finds what was left: by a failure, or by a process that is no more. */
	async #round(minAgeMs: number) {
		try {
			await this.#collection.tidied();
			const pending = await this.#collection.pending(batch);
			const before = new Date(Date.now() - minAgeMs).toISOString();
			const isLeft = ({ id, at }: Told) => !this.#known.has(id) && at <= before;
			const left = pending
				.map(({ id, told }) => ({ id, told: told.filter(isLeft) }))
				.filter(({ told }) => told.length > 0);
			for (const { id, told } of left) this.add(id, told);
			await this.#running;
			if (this.#isWaiting) return;
			this.#retry = firstRetry;
			this.#complaints.clear();
			this.#later(left.length < batch ? roundMs : 0, orphanMs);
		} catch (error) {
			this.#broker.logger.warn("Events could not be read, they are told later", error);
			this.#backOff();
		}
	}

	async #deliver({ id, told }: Letter) {
		const heard = await Promise.all(told.map((event) => this.#tellAll(event)));
		const done = told.filter((_, index) => heard[index]).map((event) => event.id);
		for (const event of told) if (!done.includes(event.id)) this.#known.delete(event.id);
		if (done.length > 0) {
			void this.#collection.delivered(id, done).then(() => {
				for (const one of done) this.#known.delete(one);
			});
		}
		return done.length === told.length;
	}

	async #tellAll(told: Told) {
		const { name } = told;
		// Why nobody waits for plug-ins: one that fails would keep every event with its sender.
		for (const plugin of pluginsHearing(name))
			this.#tell(plugin, told).catch((error: unknown) => this.#complain(name, error));
		const calls = subscribersOf(name).map((service) => this.#tell(service, told));
		const answers = await Promise.allSettled(calls);
		const failure = answers.find((answer) => answer.status === "rejected");
		if (failure) this.#complain(name, failure.reason);
		return answers.every(({ status }) => status === "fulfilled");
	}

	#tell(service: string, { id, at, name, payload }: Told) {
		const options = { meta: { user: system } };
		return this.#broker.call(`v1.${service}.hear`, { id, at, name, payload }, options);
	}

	/** Once per reason until deliveries go through again: a subscriber may be down for long. */
	#complain(event: string, reason: unknown) {
		const line = `${event} is not heard, it is told again: ${String(reason)}`;
		if (this.#complaints.has(line)) return;
		this.#complaints.add(line);
		this.#broker.logger.warn(line);
	}

	#backOff() {
		if (this.#isWaiting) return;
		this.#isWaiting = true;
		this.#later(this.#retry, 0);
		this.#retry = Math.min(this.#retry * 2, lastRetry);
	}

	#later(milliseconds: number, minAgeMs: number) {
		clearTimeout(this.#timer);
		if (this.#stopped) return;
		this.#timer = setTimeout(() => {
			this.#isWaiting = false;
			void this.#round(minAgeMs);
		}, milliseconds);
		this.#timer.unref();
	}
}

const sleep = (milliseconds: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
