// Several processes on one machine: this one owns the data folder and the port, starts the others,
// passes their messages on, and replaces one that dies.
import cluster from "node:cluster";
import type { Worker } from "node:cluster";
import { dataDir, env } from "#mixins/env";
import { argumentOf } from "#mixins/instances";
import { isPassed, isSubscribed } from "#mixins/ipc-transporter";
import { buildApart } from "../build.ts";
import { takeDataDir } from "./data-dir.ts";
import { portIsFree } from "./port.ts";

const restMs = 1_000;

/** Opens that many. Throws, in words for the operator, when it can't. */
export async function openInstances(count: number) {
	const release = takeDataDir(dataDir);
	await portIsFree(env.HOST, env.PORT);
	if (!process.argv.includes("--as-built")) await buildApart();
	const instances = new Instances(count, release);
	instances.stopOnSignals();
	await instances.open();
}

class Instances {
	#count: number;
	#release: () => void;
	#running = new Map<number, Worker>();
	/** Those that were open once. */
	#opened = new Set<number>();
	#topics = new Map<string, Set<Worker>>();
	#isStopping = false;

	constructor(count: number, release: () => void) {
		this.#count = count;
		this.#release = release;
	}

	/** The first makes the folder, the first administrator and the demo goods; then the others come. */
	async open() {
		for (let number = 1; number <= this.#count; number += 1) await this.#start(number);
	}

	stopOnSignals() {
		const stop = () => {
			const signal = this.#isStopping ? "SIGKILL" : "SIGTERM";
			this.#isStopping = true;
			for (const worker of this.#running.values()) worker.process.kill(signal);
			if (this.#running.size === 0) this.#end(0);
		};
		for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
	}

	/** Resolves when the instance says that it is open. */
	#start(number: number): Promise<void> {
		const own = argumentOf({ number, of: this.#count });
		cluster.setupPrimary({ args: [...process.argv.slice(2), own], serialization: "advanced" });
		const worker = cluster.fork();
		this.#running.set(number, worker);
		return new Promise((opened) => {
			worker.on("message", (message: unknown) => {
				if (message === "open") {
					this.#opened.add(number);
					opened();
				}
				this.#pass(worker, message);
			});
			worker.once("exit", () => this.#ended(number, worker));
		});
	}

	#pass(from: Worker, message: unknown) {
		if (isSubscribed(message)) {
			const subscribers = this.#topics.get(message.subscribe) ?? new Set();
			this.#topics.set(message.subscribe, subscribers.add(from));
		}
		if (!isPassed(message)) return;
		for (const worker of this.#topics.get(message.topic) ?? [])
			if (worker !== from && worker.isConnected()) worker.send(message);
	}

	#ended(number: number, worker: Worker) {
		this.#running.delete(number);
		for (const subscribers of this.#topics.values()) subscribers.delete(worker);
		if (this.#isStopping) {
			if (this.#running.size === 0) this.#end(0);
			return;
		}
		// Why: what has never started, and has said why, can't. One that takes another's place may fail
		// for the moment, and must not end the others.
		if (!this.#opened.has(number)) {
			this.#isStopping = true;
			for (const other of this.#running.values()) other.process.kill("SIGTERM");
			if (this.#running.size === 0) this.#end(1);
			return;
		}
		process.stderr.write(`Instance ${number} has died, another one takes its place.\n`);
		setTimeout(() => void (this.#isStopping || this.#start(number)), restMs);
	}

	#end(code: number) {
		this.#release();
		process.exit(code);
	}
}
