import type { Service } from "moleculer";
import { mixin } from "#mixins/mixin";
import type { Mixin } from "#mixins/mixin";
import { Notes } from "./notes.ts";
import { HotQueries } from "./searches.ts";

interface Memory {
	notes: Notes;
	hot: HotQueries;
}

/** What the service holds in memory. */
export const memory = (): Mixin<Memory> =>
	mixin<Memory, Service & Memory>({
		created() {
			this.notes = new Notes();
			this.hot = new HotQueries();
		},
	});
