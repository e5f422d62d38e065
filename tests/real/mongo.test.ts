// The adapter contract against a server of MongoDB's protocol.
import type { IndexSpec } from "#mixins/adapters/adapter";
import { MongoAdapter } from "#mixins/adapters/mongo";
import { adapterContract } from "#tests/support/adapter-contract";
import { withShared } from "#tests/support/engines/available";

withShared("MONGO_URL", (server) => {
	const url = `${server}/contract-${process.pid}`;
	const make = async () => ({
		adapter: (name: string, indexes: IndexSpec[]) =>
			new MongoAdapter({ url, collection: `contract.${name}`, indexes }),
		close: async () => {},
	});
	adapterContract("MongoDB", make, { isStandIn: true });
});
