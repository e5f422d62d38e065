// Fills a new shop with demo goods, people and orders, every date relative to today. Each step can
// be repeated: a start that was killed in the middle goes on at the next one.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceBroker } from "moleculer";
import { dataDir } from "#mixins/env";
import { seedCatalogue } from "./seed/catalogue.ts";
import { seedContent } from "./seed/content.ts";
import { seedHistory } from "./seed/history.ts";
import { seedMarketing } from "./seed/marketing.ts";
import { seedPictures } from "./seed/pictures.ts";
import { seedReviews } from "./seed/reviews.ts";

type Say = (line: string) => void;

/** Does nothing when it was done before. Takes some 15 s on two cores. */
export async function seed(broker: ServiceBroker, say: Say) {
	const mark = join(dataDir, "seeded");
	if (existsSync(mark)) return;
	say("Filling the shop with demo goods …");
	const urls = await seedPictures(broker);
	const shop = await seedCatalogue(broker, urls);
	say(`  ${shop.productIds.size} products in ${shop.categoryIds.size} categories`);
	await seedReviews(broker, shop);
	await seedContent(broker, urls);
	await seedMarketing(broker, shop);
	const orders = await seedHistory(broker);
	say(`  ${orders} orders over 90 days`);
	writeFileSync(mark, new Date().toISOString());
}
