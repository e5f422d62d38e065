import { BANNER_NOT_FOUND, content, TOPIC_NOT_FOUND } from "#contracts/content";
import type { Banner, Topic } from "#contracts/content";
import { localised } from "#domain/localised";
import { now } from "#mixins/clock";
import { db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { hint } from "#mixins/hints";
import { idempotent } from "#mixins/idempotency";
import { service } from "#mixins/service";
import { scheduled } from "./banners.ts";
import { briefOf, home } from "./home.ts";
import { shelves } from "./shelves.ts";
import { collections } from "./stored.ts";
import { cleaned, insertTopic, isShown, orTaken, whole } from "./topics.ts";

export default service(content, {
	mixins: [shelves(), db(collections)],

	actions: {
		home(ctx) {
			return home(ctx, this.db, this.shelves);
		},

		async topic(ctx) {
			const { idOrSlug } = ctx.params;
			const { topics } = this.db;
			const found =
				(await topics.findOne({ slug: idOrSlug })) ?? (await topics.findById(idOrSlug));

			if (!found || !isShown(found, now())) return fail(TOPIC_NOT_FOUND, { id: idOrSlug });
			const topic = localised(found, ctx.meta.locale);
			return { ...briefOf(topic), body: topic.body };
		},

		banners(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			return this.db.banners.list({ sort: ["position"], page, pageSize });
		},

		createBanner(ctx) {
			return idempotent(ctx, this.db.claims, async (id) => {
				const banner = scheduled({ ...blankBanner, ...ctx.params, id, version: 1 });

				const earlier = await this.db.banners.findById(id);
				const saved = earlier ?? (await this.db.banners.insert(banner));
				hint(ctx, "content");
				return saved;
			});
		},

		async updateBanner(ctx) {
			const { id } = ctx.params;
			const before = (await this.db.banners.findById(id)) ?? fail(BANNER_NOT_FOUND, { id });

			const saved = await this.db.banners.replace(scheduled({ ...before, ...ctx.params }));
			hint(ctx, "content");
			return saved;
		},

		async removeBanner(ctx) {
			const { id } = ctx.params;
			const count = await this.db.banners.remove({ id });
			if (count === 0) fail(BANNER_NOT_FOUND, { id });
			hint(ctx, "content");
		},

		async topics(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const found = await this.db.topics.list({ sort: ["-createdAt"], page, pageSize });
			return { ...found, items: found.items.map(whole) };
		},

		createTopic(ctx) {
			return idempotent(ctx, this.db.claims, async (id) => {
				const written = cleaned(ctx.params, id);
				const fresh = { ...blankTopic, id, createdAt: now(), version: 1 };
				const topic = scheduled({ ...fresh, ...written });

				const saved = await insertTopic(this.db.topics, topic);
				hint(ctx, "content");
				return saved;
			});
		},

		async adminTopic(ctx) {
			const { id } = ctx.params;
			return whole((await this.db.topics.findById(id)) ?? fail(TOPIC_NOT_FOUND, { id }));
		},

		async updateTopic(ctx) {
			const { id } = ctx.params;
			const before = (await this.db.topics.findById(id)) ?? fail(TOPIC_NOT_FOUND, { id });

			const changed = scheduled({ ...before, ...cleaned(ctx.params, id) });
			const saved = await orTaken(changed.slug, this.db.topics.replace(changed));
			hint(ctx, "content");
			return saved;
		},

		async removeTopic(ctx) {
			const { id } = ctx.params;
			const count = await this.db.topics.remove({ id });
			if (count === 0) fail(TOPIC_NOT_FOUND, { id });
			hint(ctx, "content");
		},
	},
});

const blankBanner = {
	subtitle: "",
	action: "",
	startsAt: null,
	endsAt: null,
	position: 0,
	enabled: true,
	translations: {},
} satisfies Partial<Banner>;

const blankTopic = {
	summary: "",
	body: "",
	image: null,
	startsAt: null,
	endsAt: null,
	enabled: true,
	translations: {},
} satisfies Partial<Topic>;
