// One client a process, whatever number of collections uses it.
import { MongoClient } from "mongodb";
import type { Db } from "mongodb";

interface Shared {
	client: MongoClient;
	users: number;
}

const open = new Map<string, Shared>();

/** How long a question waits for a server that is gone; then the store is said to be down. */
const patienceMs = 5_000;

export function openMongo(url: string): MongoClient {
	const shared = open.get(url) ?? { client: newClient(url), users: 0 };
	shared.users += 1;
	open.set(url, shared);
	return shared.client;
}

export async function closeMongo(url: string) {
	const shared = open.get(url);
	if (!shared) return;
	shared.users -= 1;
	if (shared.users > 0) return;
	open.delete(url);
	await shared.client.close();
}

/** The database that the address names, or `mall`. */
export function databaseOf(client: MongoClient, url: string): Db {
	// Why not a URL: several hosts with ports, as of a replica set, are none.
	return client.db(/^[^:]+:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? "mall");
}

const newClient = (url: string) =>
	new MongoClient(url, {
		appName: "micro-mall",
		ignoreUndefined: true,
		serverSelectionTimeoutMS: patienceMs,
		connectTimeoutMS: patienceMs,
		socketTimeoutMS: 3 * patienceMs,
	});
