// What a products service holds in memory: the tree it lists by, and the imports under way.
import type { Service } from "moleculer";
import { inventory } from "#contracts/inventory";
import { mixin } from "#mixins/mixin";
import { callAsSystem } from "#mixins/service";
import { Importer } from "./import/importer.ts";
import { ShelfKeeper } from "./shelves.ts";
import type * as tree from "./tree.ts";

export interface Shelved {
	keeper: ShelfKeeper;
	importer: Importer;
}

/** Needs the collections. */
export const shelving = mixin<Shelved, Service & Shelved & { db: tree.Tree["db"] }>({
	created() {
		this.keeper = new ShelfKeeper(this.db);
		this.importer = new Importer(this.broker, {
			db: this.db,
			keeper: this.keeper,
			receive: (params) => callAsSystem(this, inventory.receive, params),
		});
	},
	async stopped() {
		await this.importer.stop();
	},
});
