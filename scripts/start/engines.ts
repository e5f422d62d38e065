// Waits for the engines that the environment names, before any service needs them: one line each,
// tried again for a minute. What waiting can't mend, such as a wrong password, is said at once.
import { env } from "#mixins/env";

interface Engine {
	name: string;
	url: string;
	/** Resolves when it answers and is of a version that serves. */
	check(url: string): Promise<void>;
}

/** Waiting does not help. */
class Hopeless extends Error {}

const patienceMs = 60_000;
const firstWaitMs = 250;
const longestWaitMs = 5_000;

const engines: Engine[] = [
	{ name: "NATS", url: env.NATS_URL, check: nats },
	{ name: "MongoDB", url: env.MONGO_URL, check: mongo },
	{ name: "Redis", url: env.REDIS_URL, check: redis },
	{ name: "Elasticsearch", url: env.ELASTICSEARCH_URL, check: elasticsearch },
].filter(({ url }) => url);

export async function enginesAreThere(say: (line: string) => void) {
	await Promise.all(engines.map((engine) => isThere(engine, say)));
}

async function isThere({ name, url, check }: Engine, say: (line: string) => void) {
	const place = `${name} at ${hostOf(url)}`;
	const deadline = Date.now() + patienceMs;
	let isSaid = false;
	for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
		try {
			return await check(url);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			if (error instanceof Hopeless) throw new Error(`${place}: ${reason}`, { cause: error });
			if (Date.now() + wait > deadline)
				throw new Error(`${place} does not answer: ${reason}`, { cause: error });
			if (!isSaid) say(`Waiting up to a minute for ${place}: ${reason}`);
			isSaid = true;
		}
		await new Promise((later) => setTimeout(later, wait));
	}
}

/** Without the password that may be in it. */
const hostOf = (url: string) => /^[^:]+:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1] ?? "";

async function nats(url: string) {
	const { connect } = await import("nats");
	const [first = url] = url.split(",");
	const { username, password } = new URL(first);
	const servers = url.split(",").map((one) => new URL(one).host);
	const options = { servers, user: username || undefined, pass: password || undefined };
	try {
		const client = await connect({ ...options, timeout: 5_000, reconnect: false });
		await client.close();
	} catch (error) {
		throw hopelessIf(error, /authorization|authentication/i);
	}
}

async function mongo(url: string) {
	const { MongoClient } = await import("mongodb");
	const client = new MongoClient(url, { serverSelectionTimeoutMS: 3_000 });
	try {
		await client.connect();
		await client.db().command({ ping: 1 });
	} catch (error) {
		throw hopelessIf(error, /authentication failed|not authorized|wire version|auth required/i);
	} finally {
		await client.close();
	}
}

async function elasticsearch(url: string) {
	const { Client, errors } = await import("@elastic/elasticsearch");
	const client = new Client({
		node: url.replace(/\?.*/, ""),
		maxRetries: 0,
		requestTimeout: 5_000,
	});
	try {
		await client.cluster.health({ wait_for_status: "yellow", timeout: "3s" });
		const { nodes } = await client.nodes.info({ filter_path: "nodes.*.version" });
		const old = Object.values(nodes).find(({ version }) => Number.parseInt(version) < 8);
		if (old) throw new Hopeless(`version ${old.version} does not serve, 8 or 9 does.`);
	} catch (error) {
		const status = error instanceof errors.ResponseError ? error.statusCode : undefined;
		if (status === 401 || status === 403) throw new Hopeless(String(error), { cause: error });
		throw error;
	} finally {
		await client.close();
	}
}

async function redis(url: string) {
	const { Redis } = await import("ioredis");
	const options = { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null };
	const client = new Redis(url, { ...options, connectTimeout: 5_000 });
	let reason: unknown;
	client.on("error", (error) => (reason = error));
	try {
		await client.connect();
		await client.ping();
	} catch (error) {
		throw hopelessIf(reason ?? error, /NOAUTH|WRONGPASS|NOPERM|invalid password/i);
	} finally {
		client.disconnect();
	}
}

function hopelessIf(error: unknown, said: RegExp): unknown {
	const isHopeless = error instanceof Error && said.test(error.message);
	return isHopeless ? new Hopeless(error.message, { cause: error }) : error;
}
