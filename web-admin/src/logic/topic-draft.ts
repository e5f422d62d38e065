// A topic as its form holds it, and the way from and to what the mall knows.
import type { Topic } from "#contracts/content";
import { inChinese } from "./translations.ts";

export interface TopicDraft {
	title: string;
	slug: string;
	summary: string;
	body: string;
	image: string | null;
	startsAt: string | null;
	endsAt: string | null;
	enabled: boolean;
	zh: { title: string; summary: string; body: string };
}

export const blankTopic = (): TopicDraft => ({
	title: "",
	slug: "",
	summary: "",
	body: "",
	image: null,
	startsAt: null,
	endsAt: null,
	enabled: false,
	zh: { title: "", summary: "", body: "" },
});

export function topicDraft(topic: Topic): TopicDraft {
	const { title, slug, summary, body, image, startsAt, endsAt, enabled } = topic;
	const { title: name = "", summary: brief = "", body: text = "" } = topic.translations.zh ?? {};
	const zh = { title: name, summary: brief, body: text };
	return { title, slug, summary, body, image, startsAt, endsAt, enabled, zh };
}

/** What the mall is told; an address that is empty or as it was is not mentioned. */
export function topicInput({ slug, zh, ...draft }: TopicDraft, before?: Topic) {
	const address = slug.trim();
	return {
		...draft,
		...(address && address !== before?.slug && { slug: address }),
		translations: inChinese(zh),
	};
}
