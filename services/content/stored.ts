import type { Banner, Topic } from "#contracts/content";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";

/** Topics of a mall that did not plan them yet have no times and are shown. */
export interface StoredTopic extends Omit<Topic, "startsAt" | "endsAt" | "enabled"> {
	startsAt?: string | null;
	endsAt?: string | null;
	enabled?: boolean;
}

export const collections = {
	banners: collection<Banner>({ indexes: [["position"], ["enabled", "position"]] }),
	topics: collection<StoredTopic>({
		indexes: [["-createdAt"], { fields: ["slug"], unique: true }],
	}),
	claims: claims(),
};
