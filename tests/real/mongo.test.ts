// The adapter contract against a server of MongoDB's protocol.
import type { IndexSpec } from "#mixins/adapters/adapter";
import { MongoAdapter } from "#mixins/adapters/mongo";
import { adapterContract } from "#tests/support/adapter-contract";
import { withServer } from "#tests/support/engines/available";
import { startMongo } from "#tests/support/engines/mongo";

await withServer("MongoDB", startMongo, ({ url, stop }) => {
	const adapter = async () => ({
		adapter: (name: string, indexes: IndexSpec[]) =>
			new MongoAdapter({ url, collection: `contract.${name}`, indexes }),
		close: stop,
	});
	adapterContract("MongoDB", adapter, { isStandIn: true });
});
