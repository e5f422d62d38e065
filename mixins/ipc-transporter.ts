// How the instances of one start talk: over the channel that each has to the process that started
// them, which passes messages on. No port is opened, so there is none to guard.
import { Transporters } from "moleculer";

/** What an instance sends to its start, and the start to others. */
export type Passed = { topic: string; data: Uint8Array };
export type Subscribed = { subscribe: string };

export const isPassed = (message: unknown): message is Passed =>
	typeof message === "object" && message !== null && "topic" in message && "data" in message;

export const isSubscribed = (message: unknown): message is Subscribed =>
	typeof message === "object" && message !== null && "subscribe" in message;

export class IpcTransporter extends Transporters.Base {
	#commands = new Map<string, string>();
	#take = (message: unknown) => {
		if (!isPassed(message)) return;
		const command = this.#commands.get(message.topic);
		if (command) void this.receive(command, Buffer.from(message.data));
	};

	override async connect() {
		process.on("message", this.#take);
		await this.onConnected(false);
	}

	override async disconnect() {
		process.off("message", this.#take);
		this.connected = false;
	}

	override async subscribe(command: string, nodeID: string) {
		const topic = this.getTopicName(command, nodeID);
		this.#commands.set(topic, command);
		process.send?.({ subscribe: topic } satisfies Subscribed);
	}

	/** Moleculer's own balancer is used: nobody asks for these. */
	override async subscribeBalancedRequest() {}

	override async subscribeBalancedEvent() {}

	override async send(topic: string, data: Buffer) {
		if (process.connected) process.send?.({ topic, data } satisfies Passed);
	}
}
