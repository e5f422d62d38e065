// Starts the true servers for a run of `npm run test:real`; the malls of the tests find them by the
// same variables as an operator's. A server that this machine can't have is named and left out;
// REAL_ONLY=MONGO_URL starts only that one.
import { Missing } from "../support/engines/engine.ts";
import type { TrueServer } from "../support/engines/engine.ts";
import { startElasticsearch } from "../support/engines/elasticsearch.ts";
import { startMongo } from "../support/engines/mongo.ts";
import { startS3 } from "../support/engines/s3.ts";

const servers: Record<string, () => Promise<TrueServer>> = {
	MONGO_URL: startMongo,
	ELASTICSEARCH_URL: startElasticsearch,
	S3_URL: startS3,
};

export default async function setup() {
	const started: TrueServer[] = [];
	const { REAL_ONLY } = process.env;
	for (const [variable, start] of Object.entries(servers)) {
		if (REAL_ONLY && !REAL_ONLY.split(",").includes(variable)) continue;
		try {
			const server = await start();
			started.push(server);
			process.env[`REAL_${variable}`] = server.url;
		} catch (error) {
			if (!(error instanceof Missing)) throw error;
			process.stderr.write(`${variable} stays unset: ${error.message}\n`);
		}
	}
	return async () => {
		for (const server of started) await server.stop();
	};
}
