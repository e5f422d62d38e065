import type { Service } from "moleculer";
import { analytics } from "#contracts/analytics";
import { jobs } from "#contracts/jobs";
import { search, TOO_DEEP } from "#contracts/search";
import { newId } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { hint } from "#mixins/hints";
import { countIndexed } from "#mixins/metrics";
import { mixin } from "#mixins/mixin";
import { call, callAsSystem, service, userOf } from "#mixins/service";
import { Counting } from "./counting.ts";
import { Keeper } from "./keeper.ts";
import { degraded } from "./degraded.ts";
import { localised, localisedSuggestions } from "./localised.ts";
import { answerOf, queryOf, synonyms } from "./query.ts";

const deepest = 10_000;

interface Searching {
	keeper: Keeper;
	counting: Counting;
}

const searching = mixin<Searching, Service & Searching>({
	created() {
		this.keeper = new Keeper(this.broker);
		this.counting = new Counting(this.broker);
	},
	async stopped() {
		await this.counting.close();
		await this.keeper.close();
	},
});

export default service(search, {
	mixins: [searching],

	actions: {
		async search(ctx) {
			const began = performance.now();
			const { q = "", page = 1, pageSize = 20 } = ctx.params;
			if (page * pageSize > deepest) fail(TOO_DEEP);

			const found = await this.keeper
				.open()
				.then(() => this.keeper.engine.search(queryOf(ctx.params)))
				.catch((error: unknown) => {
					void this.keeper.revive();
					return degraded(ctx, error);
				});

			this.counting.count(q, found.total);
			const shown = await localised(ctx, answerOf(found), q);
			return { ...shown, tookMs: Math.round(performance.now() - began) };
		},

		async suggest(ctx) {
			const { q = "" } = ctx.params;
			const [found, hot] = await Promise.all([
				this.keeper.engine.suggest(q, 6, synonyms),
				call(ctx, analytics.hotQueries, { prefix: q, limit: 6 }).catch(() => ({
					queries: [],
				})),
			]);
			return localisedSuggestions(ctx, {
				queries: hot.queries,
				products: found.products,
				categories: found.categories.map(withoutImage),
				brands: found.brands.map(withoutImage),
			});
		},

		async reindex(ctx) {
			const startedBy = userOf(ctx).id;
			const id = newId();
			const only = { id, kind: "reindex", startedBy, isOnly: true };
			const job = await call(ctx, jobs.start, only);
			if (job.id === id) void rebuild(this, id);
			return job;
		},

		async put(ctx) {
			await this.keeper.put(ctx.params.ids);
			hint(ctx, "catalogue");
		},

		async recommend(ctx) {
			const { productId, limit } = ctx.params;
			const document = await this.keeper.engine.get(productId);
			if (!document) return { ids: [] };
			const like = await this.keeper.engine.search(queryOf({ q: nameOf(document.card) }));
			const others = like.items.map(({ id }) => id).filter((id) => id !== productId);
			return { ids: others.slice(0, Number(limit)) };
		},
	},

	events: {
		async productChanged(ctx, { at }) {
			await this.keeper.put([ctx.params.productId]);
			countIndexed(at);
		},

		async productRemoved(ctx) {
			await this.keeper.put([ctx.params.productId]);
		},
	},

	async started() {
		// Why: a service's neighbours are called only when all of the node have started.
		this.broker.localBus.once("$broker.started", () => {
			// Why: a stop may come first; what else is wrong the next search says, and mends.
			this.keeper.open().catch((error: unknown) => this.logger.debug("Not open", error));
		});
	},
});

/** Runs on after its answer; the job says how far it is and how it ended. */
async function rebuild({ broker, keeper }: Service & Searching, id: string) {
	const report = (status: "running" | "done" | "failed", done: number) =>
		callAsSystem({ broker }, jobs.report, {
			id,
			status,
			done,
			total: done,
			created: 0,
			updated: done,
		});
	try {
		const done = await keeper.rebuild((count) => report("running", count));
		await report("done", done);
	} catch (error) {
		broker.logger.error("The search index was not built anew", error);
		// Why: a node that stops in the middle can't say so any more; the sweep of jobs does.
		await report("failed", 0).catch(() => {});
	}
}

const withoutImage = (named: { id: string; slug: string; name: string }) => ({
	...named,
	image: null,
});

const nameOf = (card: object) => ("name" in card ? String(card.name) : "");
