import {
	boolean,
	byLanguage,
	contract,
	error,
	id,
	int,
	json,
	list,
	nullable,
	object,
	optional,
	pageOf,
	paging,
	string,
	text,
	timestamp,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { UNAVAILABLE } from "./errors.ts";
import { Brand, Card, SLUG_TAKEN } from "./products.ts";
import type { CategoryTree } from "./products.ts";

const BannerTranslations = byLanguage(
	object({
		title: optional(string({ max: 120 })),
		subtitle: optional(string({ max: 200 })),
		action: optional(string({ max: 60 })),
	}),
);
const TopicTranslations = byLanguage(
	object({
		title: optional(string({ max: 200 })),
		summary: optional(string({ max: 500 })),
		body: optional(string({ max: 50_000 })),
	}),
);

const bannerFields = {
	title: text(120),
	subtitle: string({ max: 200 }),
	action: string({ max: 60 }),
	link: url(),
	image: url(),
	startsAt: nullable(timestamp()),
	endsAt: nullable(timestamp()),
	position: int({ max: 10_000 }),
	enabled: boolean(),
	/** By locale: what stands there instead of the shop's own language. */
	translations: BannerTranslations,
};

/** A wide picture with one message at the top of the home page. */
export const Banner = object({ id: id(), ...bannerFields, version: int() });
export type Banner = Infer<typeof Banner>;

export const PublicBanner = object({
	id: id(),
	title: text(120),
	subtitle: string({ max: 200 }),
	action: string({ max: 60 }),
	link: url(),
	image: url(),
});
export type PublicBanner = Infer<typeof PublicBanner>;

/** A short article that leads to products. */
export const Topic = object({
	id: id(),
	slug: string({ max: 200 }),
	title: text(200),
	summary: string({ max: 500 }),
	body: string({ max: 50_000 }),
	image: nullable(url()),
	startsAt: nullable(timestamp()),
	endsAt: nullable(timestamp()),
	enabled: boolean(),
	translations: TopicTranslations,
	createdAt: timestamp(),
	version: int(),
});
export type Topic = Infer<typeof Topic>;

const topicFields = {
	slug: optional(text(200)),
	summary: optional(Topic.properties.summary),
	body: optional(Topic.properties.body),
	image: optional(Topic.properties.image),
	startsAt: optional(Topic.properties.startsAt),
	endsAt: optional(Topic.properties.endsAt),
	enabled: optional(boolean()),
	translations: optional(TopicTranslations),
};

const TopicBrief = object({
	id: id(),
	slug: string({ max: 200 }),
	title: text(200),
	summary: string({ max: 500 }),
	image: nullable(url()),
});
const Shelf = list(Card, { max: 20 });

export const Home = object({
	banners: list(PublicBanner, { max: 20 }),
	flashSale: nullable(json<null>()),
	categories: list(json<CategoryTree>(), { max: 100 }),
	brands: list(Brand, { max: 30 }),
	newArrivals: Shelf,
	popular: Shelf,
	recommended: Shelf,
	topics: list(TopicBrief, { max: 10 }),
});
export type Home = Infer<typeof Home>;

export const BANNER_NOT_FOUND = error(
	"BANNER_NOT_FOUND",
	404,
	"There is no banner {id}.",
	"没有横幅 {id}。",
);
export const TOPIC_NOT_FOUND = error(
	"TOPIC_NOT_FOUND",
	404,
	"There is no topic {id}.",
	"没有专题 {id}。",
);

export const content = contract("content", {
	home: {
		summary: "The whole home page",
		rest: "GET /home",
		access: "public",
		cached: { until: ["content", "catalogue", "marketing"], varies: "user" },
		returns: Home,
		errors: [UNAVAILABLE],
	},
	topic: {
		summary: "One topic",
		rest: "GET /topics/:idOrSlug",
		access: "public",
		cached: { until: ["content"] },
		params: object({ idOrSlug: string({ min: 1, max: 200 }) }),
		returns: object({ ...TopicBrief.properties, body: string({ max: 50_000 }) }),
		errors: [TOPIC_NOT_FOUND],
	},
	banners: {
		summary: "All banners",
		rest: "GET /admin/banners",
		access: "content:read",
		params: object({ ...paging() }),
		returns: pageOf(Banner),
	},
	createBanner: {
		summary: "Make a banner",
		rest: "POST /admin/banners",
		access: "content:write",
		status: 201,
		idempotent: true,
		params: object({
			...bannerFields,
			subtitle: optional(bannerFields.subtitle),
			action: optional(bannerFields.action),
			startsAt: optional(bannerFields.startsAt),
			endsAt: optional(bannerFields.endsAt),
			position: optional(bannerFields.position),
			enabled: optional(bannerFields.enabled),
			translations: optional(BannerTranslations),
		}),
		returns: Banner,
	},
	updateBanner: {
		summary: "Change, order, schedule, show or hide a banner",
		rest: "PATCH /admin/banners/:id",
		access: "content:write",
		params: object({
			id: id(),
			version: int(),
			title: optional(bannerFields.title),
			subtitle: optional(bannerFields.subtitle),
			action: optional(bannerFields.action),
			link: optional(bannerFields.link),
			image: optional(bannerFields.image),
			startsAt: optional(bannerFields.startsAt),
			endsAt: optional(bannerFields.endsAt),
			position: optional(bannerFields.position),
			enabled: optional(bannerFields.enabled),
			translations: optional(BannerTranslations),
		}),
		returns: Banner,
		errors: [BANNER_NOT_FOUND],
	},
	removeBanner: {
		summary: "Delete a banner",
		rest: "DELETE /admin/banners/:id",
		access: "content:write",
		status: 204,
		params: object({ id: id() }),
		errors: [BANNER_NOT_FOUND],
	},
	topics: {
		summary: "All topics, newest first",
		rest: "GET /admin/topics",
		access: "content:read",
		params: object({ ...paging() }),
		returns: pageOf(Topic),
	},
	createTopic: {
		summary: "Write a topic",
		rest: "POST /admin/topics",
		access: "content:write",
		status: 201,
		idempotent: true,
		params: object({ title: text(200), ...topicFields }),
		returns: Topic,
		errors: [SLUG_TAKEN],
	},
	adminTopic: {
		summary: "One topic as staff edit it",
		rest: "GET /admin/topics/:id",
		access: "content:read",
		params: object({ id: id() }),
		returns: Topic,
		errors: [TOPIC_NOT_FOUND],
	},
	updateTopic: {
		summary: "Change, schedule, show or hide a topic",
		rest: "PATCH /admin/topics/:id",
		access: "content:write",
		params: object({
			id: id(),
			version: int(),
			title: optional(text(200)),
			...topicFields,
		}),
		returns: Topic,
		errors: [TOPIC_NOT_FOUND, SLUG_TAKEN],
	},
	removeTopic: {
		summary: "Delete a topic",
		rest: "DELETE /admin/topics/:id",
		access: "content:write",
		status: 204,
		params: object({ id: id() }),
		errors: [TOPIC_NOT_FOUND],
	},
});
