// NATS knows who listens. A message to a node that nobody hears comes back at once ("no responders"),
// so that a killed node is found out by the next call to it, long before its heartbeats are missed.
import { Errors, Transporters } from "moleculer";
import type { BrokerOptions } from "moleculer";
import { createInbox, Events } from "nats";
import type { Msg, NatsConnection } from "nats";
import { nameTopic, noteNamesake } from "./node-name.ts";

/** What of a packet tells where it goes. */
interface Meta {
	packet?: { type: string; target: string | null; payload: { id?: string } };
}

const nobodyListens = 503;
/** A node that owes an answer is looked after that often. */
const probeMs = 300;
/** Stands for the id of a call where there is none. */
const noCall = "-";

class NatsTransporter extends Transporters.NATS {
	declare client: NatsConnection | null;
	#returns = createInbox();
	#timer: NodeJS.Timeout | undefined;
	#isCut = false;

	override makeSubscriptions(topics: object[]) {
		this.client?.subscribe(`${this.#returns}.>`, {
			callback: (_error, message) => this.#returned(message),
		});
		this.client?.subscribe(nameTopic(this.nodeID), {
			callback: (_error, message) => this.#askedForName(message),
		});
		void this.#watch();
		this.#timer = setInterval(() => this.#probe(), probeMs).unref();
		return super.makeSubscriptions(topics);
	}

	override async disconnect() {
		clearInterval(this.#timer);
		await super.disconnect();
	}

	override async send(topic: string, data: Buffer, { packet }: Meta = {}) {
		const isCall = packet?.type === "REQ";
		if (!packet?.target || !(isCall || packet.type === "PING")) return super.send(topic, data);
		const id = (isCall && packet.payload.id) || noCall;
		// Why: the client would keep it until it is connected anew, and drop it then.
		if (this.#isCut) return this.#giveBack(id, packet.target);
		this.client?.publish(topic, data, { reply: `${this.#returns}.${id}.${packet.target}` });
	}

	/** Whoever starts under the name of this node goes when it hears that. */
	#askedForName(message: Msg) {
		message.respond();
		noteNamesake();
		this.logger.warn(
			`Another node wanted the name ${this.nodeID} of this one. It was refused.`,
		);
	}

	/** Who waits for the answer of a node that is gone need not wait for its heartbeats. */
	#probe() {
		for (const nodeID of this.#owing()) void this.transit.sendPing(nodeID);
	}

	#owing(): Set<string> {
		const owing = new Set<string>();
		for (const { nodeID } of this.transit.pendingRequests.values()) owing.add(nodeID);
		return owing;
	}

	/** What was on its way when the connection broke may be lost. */
	async #watch() {
		for await (const { type } of this.client?.status() ?? []) {
			if (type === Events.Disconnect) {
				this.#isCut = true;
				for (const nodeID of this.#owing())
					this.transit.removePendingRequestByNodeID(nodeID);
			}
			if (type === Events.Reconnect) {
				this.#isCut = false;
				// Why: who has met nobody here meanwhile has crossed this node out.
				await this.broker.registry.discoverer.sendLocalNodeInfo();
			}
		}
	}

	#returned({ subject, headers }: Msg) {
		if (headers?.code !== nobodyListens) return;
		const [id = "", ...rest] = subject.slice(this.#returns.length + 1).split(".");
		const nodeID = rest.join(".");
		this.#giveBack(id, nodeID);
		this.broker.registry.nodes.disconnected(nodeID, true);
	}

	/** This call has reached nobody, whatever becomes of the others that the node was asked. */
	#giveBack(id: string, nodeID: string) {
		const pending = this.transit.pendingRequests.get(id);
		if (!pending) return;
		this.transit.pendingRequests.delete(id);
		const action = pending.ctx.action?.name ?? "";
		pending.reject(new Errors.ServiceNotAvailableError({ action, nodeID }));
	}
}

const type = "NatsWithReturns";
Object.assign(Transporters, { [type]: NatsTransporter });

/** For a broker's options. Why by name: each broker makes one of its own. */
export const natsTransporter = (options: object) =>
	({ type, options }) as unknown as BrokerOptions["transporter"];
