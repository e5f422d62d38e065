// Gives a service its collections as `this.db.<name>`, in one SQLite file per service or, where
// MONGO_URL says so, in MongoDB, and delivers the events that were stored with them.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Service } from "moleculer";
import type { Adapter, IndexSpec } from "./adapters/adapter.ts";
import { SqliteAdapter } from "./adapters/sqlite.ts";
import { Collection, toldIndex } from "./collection.ts";
import type { Stored } from "./collection.ts";
import { dataDir, env } from "./env.ts";
import { countTold, gauge } from "./metrics.ts";
import { mixin } from "./mixin.ts";
import type { Mixin } from "./mixin.ts";
import { Relay } from "./outbox.ts";

// Why not always: an embedded mall never needs the driver in its memory.
const mongo = env.MONGO_URL ? await import("./adapters/mongo.ts") : undefined;

interface AnySpec {
	indexes: IndexSpec[];
}

interface Spec<T extends Stored> extends AnySpec {
	/** Types only; absent at run time. */
	"~entity"?: T;
}

type Collections<S> = {
	[K in keyof S]: S[K] extends Spec<infer T extends Stored> ? Collection<T> : never;
};

/** Declares a collection: `collection<Order>({ indexes: [["userId", "-createdAt"]] })`. */
export const collection = <T extends Stored>(spec: { indexes?: IndexSpec[] } = {}): Spec<T> => ({
	indexes: spec.indexes ?? [],
});

export interface Database<S> {
	db: Collections<S>;
	/** Waits until subscribers have heard what was told so far, at most a second. */
	delivered(): Promise<void>;
}

type Opened = Service & { relays: Relay[]; stores: Adapter[] };

/** `durable` waits for the disk at each commit: money, stock, accounts. */
export function db<S extends Record<string, AnySpec>>(
	specs: S,
	{ durable = false } = {},
): Mixin<Database<S>> {
	return mixin<Database<S>, Opened>({
		created(this: Opened) {
			mkdirSync(dataDir, { recursive: true });
			this.stores = [];
			this.relays = [];
			const open = Object.entries(specs).map(([name, spec]) => [
				name,
				opened(this, { name, spec, durable }),
			]);
			Object.assign(this, { db: Object.fromEntries(open) });
			Object.assign(this, {
				delivered: () => Promise.all(this.relays.map((relay) => relay.settled())),
			});
		},
		async started(this: Opened) {
			await Promise.all(this.stores.map((adapter) => adapter.connect()));
			for (const relay of this.relays) relay.start();
		},
		async stopped(this: Opened) {
			await Promise.all(this.relays.map((relay) => relay.stop()));
			await Promise.all(this.stores.map((adapter) => adapter.disconnect()));
		},
	});
}

interface Opening {
	name: string;
	spec: AnySpec;
	durable: boolean;
}

function opened(service: Opened, { name: collection, spec, durable }: Opening) {
	const indexes = [...spec.indexes, toldIndex];
	const adapter = storeOf(service.name, { collection, indexes, durable });
	const entities: Collection<Stored> = new Collection(adapter, {
		told: (id, events) => {
			countTold(events);
			relay.add(id, events);
		},
	});
	const relay = new Relay(service.broker, entities);
	watch({ service: service.name, collection }, { specs: spec.indexes, relay, entities });
	service.stores.push(adapter);
	service.relays.push(relay);
	return entities;
}

type StoreOptions = { collection: string; indexes: IndexSpec[]; durable: boolean };

function storeOf(service: string, { collection, ...options }: StoreOptions): Adapter {
	const url = env.MONGO_URL;
	const name = `${service}.${collection}`;
	if (mongo) return new mongo.MongoAdapter({ url, collection: name, ...options });
	return new SqliteAdapter({ file: join(dataDir, `${service}.sqlite`), collection, ...options });
}

/** Figures of a collection: events that wait, and how many there are of what is counted. */
function watch(labels: Place, { specs, relay, entities }: Watched) {
	gauge({
		name: "mall_untold_events",
		help: "Events that not every subscriber has heard yet",
		labels,
		queue: "events",
		read: () => relay.waiting,
	});
	for (const field of countedFields(specs)) {
		gauge({
			name: "mall_documents",
			help: "Documents by the value of a field, such as orders by status",
			labels: { ...labels, field },
			by: "value",
			read: () => entities.countBy(field),
		});
	}
}

type Place = { service: string; collection: string };

interface Watched {
	specs: IndexSpec[];
	relay: Relay;
	entities: Collection<Stored>;
}

const countedFields = (specs: IndexSpec[]) =>
	specs.flatMap((spec) => (!Array.isArray(spec) && spec.counted ? spec.fields : []));
