import {
	boolean,
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
	record,
	string,
	text,
	timestamp,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { Brand, Card } from "./products.ts";
import type { CategoryTree } from "./products.ts";

const Translations = record(record(string({ max: 50_000 }), { max: 10 }), { max: 10 });

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
};

/** A wide picture with one message at the top of the home page. */
export const Banner = object({
	id: id(),
	...bannerFields,
	translations: Translations,
	version: int(),
});
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
	translations: Translations,
	createdAt: timestamp(),
	version: int(),
});
export type Topic = Infer<typeof Topic>;

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
		params: object({
			...bannerFields,
			subtitle: optional(bannerFields.subtitle),
			action: optional(bannerFields.action),
			startsAt: optional(bannerFields.startsAt),
			endsAt: optional(bannerFields.endsAt),
			position: optional(bannerFields.position),
			enabled: optional(bannerFields.enabled),
			translations: optional(Translations),
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
			translations: optional(Translations),
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
	createTopic: {
		summary: "Write a topic",
		rest: "POST /admin/topics",
		access: "content:write",
		status: 201,
		params: object({
			title: text(200),
			slug: optional(string({ max: 200 })),
			summary: optional(string({ max: 500 })),
			body: optional(string({ max: 50_000 })),
			image: optional(nullable(url())),
			translations: optional(Translations),
		}),
		returns: Topic,
	},
});
