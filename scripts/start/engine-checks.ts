// What an engine has to be: there, open to us, and of a version that serves. What waiting can't mend is
// `Hopeless`; everything else may come.
import type { NatsConnection } from "nats";
import { natsAccess } from "#mixins/nats-access";
import { nameTopic, nodeID } from "#mixins/node-name";

/** Waiting does not help. */
export class Hopeless extends Error {}

const patienceMs = 5_000;

export async function nats(url: string) {
	const { connect, ErrorCode, NatsError } = await import("nats");
	const refused: string[] = [
		ErrorCode.AuthorizationViolation,
		ErrorCode.AuthenticationExpired,
		ErrorCode.BadAuthentication,
	];
	try {
		const client = await connect({
			...natsAccess(url),
			timeout: patienceMs,
			reconnect: false,
		});
		const { headers, version } = client.info ?? {};
		// Why: headers say that nobody listens, by which a killed node is found out.
		const isTaken = headers && (await isNameTaken(client));
		await client.close();
		if (!headers) throw new Hopeless(`version ${version} does not serve, 2.2 or newer does.`);
		if (isTaken) throw new Hopeless(`a node called ${nodeID} is there already. Start anew.`);
	} catch (error) {
		if (!(error instanceof NatsError)) throw error;
		throw refused.includes(error.code) ? hopeless(error) : error;
	}
}

/** Who has it need not answer in time: it may be frozen. */
async function isNameTaken(client: NatsConnection): Promise<boolean> {
	const { ErrorCode, NatsError } = await import("nats");
	const [nobody, silence]: string[] = [ErrorCode.NoResponders, ErrorCode.Timeout];
	try {
		await client.request(nameTopic(nodeID), undefined, { timeout: patienceMs });
		return true;
	} catch (error) {
		if (!(error instanceof NatsError)) throw error;
		if (error.code === nobody) return false;
		if (error.code === silence) return true;
		throw error;
	}
}

/** "Unauthorized", "AuthenticationFailed", and what hosted ones say. */
const mongoRefuses = [13, 18, 8_000];

export async function mongo(url: string) {
	const { MongoClient, MongoServerError } = await import("mongodb");
	const client = new MongoClient(url, { serverSelectionTimeoutMS: 3_000 });
	try {
		await client.connect();
		// Why not a ping: that is answered to everybody.
		await client.db().listCollections({}, { nameOnly: true }).toArray();
	} catch (error) {
		const isRefused =
			error instanceof MongoServerError && mongoRefuses.includes(Number(error.code));
		throw isRefused || /wire version/.test(String(error)) ? hopeless(error) : error;
	} finally {
		await client.close();
	}
}

/** 400 and 406 are what a version answers that does not know what we speak. */
const elasticRefuses = [400, 401, 403, 406];

export async function elasticsearch(url: string) {
	const { Client, errors } = await import("@elastic/elasticsearch");
	const node = url.replace(/\?.*/, "");
	const client = new Client({ node, maxRetries: 0, requestTimeout: patienceMs });
	try {
		await client.cluster.health({ wait_for_status: "yellow", timeout: "3s" });
		const { nodes } = await client.nodes.info({ filter_path: "nodes.*.version" });
		const old = Object.values(nodes).find(({ version }) => Number.parseInt(version) < 8);
		if (old) throw new Hopeless(`version ${old.version} does not serve, 8 or 9 does.`);
	} catch (error) {
		if (error instanceof errors.ProductNotSupportedError)
			throw new Hopeless("this is no Elasticsearch 8 or 9.", { cause: error });
		const status = error instanceof errors.ResponseError ? (error.statusCode ?? 0) : 0;
		throw elasticRefuses.includes(status) ? hopeless(error) : error;
	} finally {
		await client.close();
	}
}

const redisRefuses = /NOAUTH|WRONGPASS|NOPERM|invalid password/i;

export async function redis(url: string) {
	const { Redis } = await import("ioredis");
	const client = new Redis(url, {
		lazyConnect: true,
		maxRetriesPerRequest: 0,
		retryStrategy: () => null,
		connectTimeout: patienceMs,
		commandTimeout: patienceMs,
	});
	// Why: the first error says why; what a command says then is only that there is no connection.
	const failed = new Promise<never>((_, refuse) => client.once("error", refuse));
	client.on("error", () => {});
	try {
		await Promise.race([failed, client.connect().then(() => client.ping())]);
	} catch (error) {
		throw redisRefuses.test(String(error)) ? hopeless(error) : error;
	} finally {
		client.disconnect();
	}
}

const statusWords: Record<number, string> = {
	301: "the bucket is in another region: say ?region=… in S3_URL.",
	400: "it does not take our key.",
	403: "it does not let us in with this key.",
	404: "there is no such bucket.",
};

export async function s3(url: string) {
	const { S3ServiceException } = await import("@aws-sdk/client-s3");
	const { Bucket } = await import("../../services/media/bucket.ts");
	const bucket = new Bucket(url);
	try {
		await bucket.check();
	} catch (error) {
		const status = error instanceof S3ServiceException && error.$metadata.httpStatusCode;
		const words = statusWords[status || 0];
		throw words ? new Hopeless(words, { cause: error }) : error;
	} finally {
		bucket.close();
	}
}

const hopeless = (error: unknown) =>
	new Hopeless(error instanceof Error ? error.message : String(error), { cause: error });
