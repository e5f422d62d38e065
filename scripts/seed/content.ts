import type { ServiceBroker } from "moleculer";
import { content } from "#contracts/content";
import { callAsSystem } from "#mixins/service";
import { categories } from "../demo/categories.ts";
import { banners } from "../demo/marketing.ts";
import { topics } from "../demo/topics.ts";
import type { Urls } from "./pictures.ts";

export async function seedContent(broker: ServiceBroker, urls: Urls) {
	const { items } = await callAsSystem({ broker }, content.banners, { pageSize: 100 });
	const known = new Set(items.map(({ title }) => title));
	for (const [position, banner] of banners.entries()) {
		if (known.has(banner.title)) continue;
		const { title, subtitle, action, link, translations } = banner;
		await callAsSystem({ broker }, content.createBanner, {
			title,
			subtitle,
			action,
			link,
			image: urls.get(`banner-${banner.key}`) ?? "",
			position,
			enabled: true,
			translations,
		});
	}
	const home = await callAsSystem({ broker }, content.home);
	const told = new Set(home.topics.map(({ slug }) => slug));
	for (const { key, title, summary, body, translations, categories } of topics) {
		if (told.has(key)) continue;
		const { zh } = translations;
		const image = urls.get(`topic-${key}`);
		await callAsSystem({ broker }, content.createTopic, {
			title,
			slug: key,
			summary,
			body: body + linksTo(categories, "en"),
			image,
			translations: { zh: { ...zh, body: zh.body + linksTo(categories, "zh") } },
		});
	}
}

/** A story ends with the shelves where its things stand; its page shows some of them. */
function linksTo(keys: string[], language: "en" | "zh"): string {
	const links = keys.flatMap((key) => {
		const found = categories.find((category) => category.key === key);
		if (!found) return [];
		const name = language === "zh" ? found.translations.zh.name : found.name;
		return [`<a href="/c/${key}">${name.replace("&", "&amp;")}</a>`];
	});
	return `<p>${links.join(" · ")}</p>`;
}
