import { DUPLICATE } from "#contracts/errors";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { collection, db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { claims, idempotent } from "#mixins/idempotency";
import { service } from "#mixins/service";
import things, { ENTRY_NOT_FOUND } from "./contract.ts";
import type { Entry } from "./contract.ts";

const collections = {
	entries: collection<Entry>({ indexes: [["-createdAt"], { fields: ["name"], unique: true }] }),
	claims: claims(),
};

export default service(things, {
	mixins: [db(collections)],

	actions: {
		list(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			return this.db.entries.list({ sort: ["-createdAt"], page, pageSize });
		},

		create(ctx) {
			const { name } = ctx.params;
			return idempotent(ctx, this.db.claims, async (id) => {
				const earlier = await this.db.entries.findById(id);
				return (
					earlier ?? insert(this.db.entries, { id, name, createdAt: now(), version: 1 })
				);
			});
		},

		async remove(ctx) {
			const { id } = ctx.params;
			const count = await this.db.entries.remove({ id });
			if (count === 0) fail(ENTRY_NOT_FOUND, { id });
		},
	},
});

async function insert(entries: Collection<Entry>, entry: Entry): Promise<Entry> {
	try {
		return await entries.insert(entry);
	} catch (thrown) {
		if (thrown instanceof DuplicateKey) return fail(DUPLICATE, { what: entry.name });
		throw thrown;
	}
}
