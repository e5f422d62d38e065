import sanitizeHtml from "sanitize-html";
import { SLUG_TAKEN } from "#contracts/products";
import type { Topic } from "#contracts/content";
import { isRunning } from "#domain/schedule";
import { slug } from "#domain/slug";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { fail } from "#mixins/errors";
import type { StoredTopic } from "./stored.ts";

const article: sanitizeHtml.IOptions = {
	allowedTags: [
		"p",
		"br",
		"hr",
		"h2",
		"h3",
		"h4",
		"ul",
		"ol",
		"li",
		"strong",
		"b",
		"em",
		"i",
		"a",
		"blockquote",
		"figure",
		"figcaption",
		"img",
	],
	allowedAttributes: { a: ["href"], img: ["src", "alt", "width", "height"] },
	allowedSchemes: ["http", "https"],
	allowProtocolRelative: false,
	transformTags: { h1: "h2", h5: "h4", h6: "h4" },
	nestingLimit: 30,
};

/** Whether shoppers see it. */
export const isShown = (topic: StoredTopic, at: string) =>
	topic.enabled !== false && isRunning(topic, at);

/** With what topics of an earlier version lack. */
export const whole = (topic: StoredTopic): Topic => ({
	startsAt: null,
	endsAt: null,
	enabled: true,
	...topic,
});

type Written = Partial<Pick<Topic, "title" | "slug" | "body" | "translations">>;

/** What was written, with harmless markup only and a slug as addresses have it. */
export function cleaned<T extends Written>(topic: T, id: string): T {
	const { body, translations } = topic;
	return {
		...topic,
		...(topic.slug !== undefined && { slug: slug(topic.slug, id) }),
		...(body !== undefined && { body: sanitizeHtml(body, article) }),
		...(translations !== undefined && { translations: cleanedTexts(translations) }),
	};
}

function cleanedTexts(translations: Topic["translations"]): Topic["translations"] {
	const clean = ({ body, ...texts }: Topic["translations"][string]) =>
		body === undefined ? texts : { ...texts, body: sanitizeHtml(body, article) };
	return Object.fromEntries(
		Object.entries(translations).map(([locale, texts]) => [locale, clean(texts)]),
	);
}

/** Stores a new topic under its slug; one that was not asked for gives way to another's. */
export async function insertTopic(
	topics: Collection<StoredTopic>,
	topic: Omit<Topic, "slug"> & { slug?: string },
): Promise<Topic> {
	const { id, title, slug: wanted } = topic;
	const earlier = await topics.findById(id);
	if (earlier) return whole(earlier);
	if (wanted !== undefined) return orTaken(wanted, topics.insert({ ...topic, slug: wanted }));

	const own = slug(title, id);
	const isTaken = (await topics.count({ slug: own })) > 0;
	const free = isTaken ? `${own}-${id.slice(-6)}` : own;
	return orTaken(free, topics.insert({ ...topic, slug: free }));
}

export async function orTaken(slug: string, write: Promise<StoredTopic>): Promise<Topic> {
	try {
		return whole(await write);
	} catch (thrown) {
		if (thrown instanceof DuplicateKey && thrown.key === "slug") fail(SLUG_TAKEN, { slug });
		throw thrown;
	}
}
