// Waits for the engines that the environment names, before any service needs them: one line each,
// tried again for a minute. What waiting can't mend, such as a wrong password, is said at once.
import { env } from "#mixins/env";
import { elasticsearch, Hopeless, mongo, nats, redis, s3 } from "./engine-checks.ts";

interface Engine {
	name: string;
	url: string;
	/** Resolves when it answers, lets us in and is of a version that serves. */
	check(url: string): Promise<void>;
}

const firstWaitMs = 250;
const longestWaitMs = 5_000;

/** Others never ask for a picture there. */
const hasPictures = !env.SERVICES || env.SERVICES.split(",").includes("media");

const engines: Engine[] = [
	{ name: "NATS", url: env.NATS_URL, check: nats },
	{ name: "MongoDB", url: env.MONGO_URL, check: mongo },
	{ name: "Redis", url: env.REDIS_URL, check: redis },
	{ name: "S3", url: hasPictures ? env.S3_URL : "", check: s3 },
	{ name: "Elasticsearch", url: env.ELASTICSEARCH_URL, check: elasticsearch },
].filter(({ url }) => url);

export async function enginesAreThere(say: (line: string) => void) {
	await Promise.all(engines.map((engine) => isThere(engine, say)));
}

async function isThere({ name, url, check }: Engine, say: (line: string) => void) {
	const place = `${name} at ${hostOf(url)}`;
	const deadline = Date.now() + env.ENGINE_WAIT_SECONDS * 1000;
	let isSaid = false;
	for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
		try {
			return await check(url);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			if (error instanceof Hopeless) throw new Error(`${place}: ${reason}`, { cause: error });
			if (Date.now() + wait > deadline)
				throw new Error(`${place} does not answer: ${reason}`, { cause: error });
			if (!isSaid) say(`Waiting up to ${env.ENGINE_WAIT_SECONDS} s for ${place}: ${reason}`);
			isSaid = true;
		}
		await new Promise((later) => setTimeout(later, wait));
	}
}

/** Without the password that may be in it. */
const hostOf = (url: string) => /^[^:]+:\/\/(?:[^/]*@)?([^/?]+)/.exec(url)?.[1] ?? "";
