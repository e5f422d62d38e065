import type { Banner, Topic } from "#contracts/content";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";

export const collections = {
	banners: collection<Banner>({ indexes: [["position"], ["enabled", "position"]] }),
	topics: collection<Topic>({
		indexes: [["-createdAt"], { fields: ["slug"], unique: true }],
	}),
	claims: claims(),
};
