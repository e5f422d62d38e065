import { computed, ref, watch } from "vue";
import type { Ref } from "vue";
import type { RouteLocationRaw } from "vue-router";
import type { AnswerOf } from "#contracts/client";
import { keptSearches } from "../keeping.ts";
import { useQuery } from "./useQuery.ts";

export interface Suggestion {
	label: string;
	to: RouteLocationRaw;
	image?: string | null;
}
export interface SuggestionGroup {
	kind: "history" | "hot" | "popular" | "queries" | "products" | "categories" | "brands";
	choices: Suggestion[];
}
type Suggested = AnswerOf<"search.suggest">;

const KEPT = 8;
const SETTLES = 120;

/** What the words typed so far could become, and what was searched for before. */
export function useSuggestions(text: Ref<string>, isOpen: Ref<boolean>) {
	const settled = ref("");
	let timer: ReturnType<typeof setTimeout> | undefined;
	const asked = computed(() => settled.value.trim().slice(0, 200));
	const { data } = useQuery("search.suggest", () => (isOpen.value ? { q: asked.value } : null));
	watch(text, (now) => {
		clearTimeout(timer);
		timer = setTimeout(() => (settled.value = now), SETTLES);
	});
	const groups = computed(() => {
		// Why: what was found for other words would be taken for an answer to these.
		const isAnswered = (text.value.trim() === "") === (asked.value === "");
		const answer = isAnswered ? data.value : undefined;
		const all = text.value.trim() ? grouped(answer) : beforeTyping(answer, keptSearches.value);
		return all.filter((group) => group.choices.length > 0);
	});

	function note(query: string) {
		const asked = query.trim();
		if (!asked) return;
		const others = keptSearches.value.filter((kept) => kept !== asked);
		keptSearches.value = [asked, ...others].slice(0, KEPT);
	}

	function forget() {
		keptSearches.value = [];
	}

	return { groups, note, forget };
}

const toSearch = (label: string): Suggestion => ({
	label,
	to: { name: "search", query: { q: label } },
});

/** What the shopper searched for before, what many search for, what many buy. */
function beforeTyping(answer: Suggested | undefined, before: string[]): SuggestionGroup[] {
	const own = before.slice(0, 5);
	const hot = answer?.queries.filter((query) => !own.includes(query)) ?? [];
	const popular = answer?.products ?? [];
	return [
		{ kind: "history", choices: own.map(toSearch) },
		{ kind: "hot", choices: hot.slice(0, 5).map(toSearch) },
		{ kind: "popular", choices: popular.slice(0, 4).map(to("product")) },
	];
}

function grouped(answer: Suggested | undefined): SuggestionGroup[] {
	if (!answer) return [];
	return [
		{ kind: "queries", choices: answer.queries.slice(0, 5).map(toSearch) },
		{ kind: "products", choices: answer.products.slice(0, 4).map(to("product")) },
		{ kind: "categories", choices: answer.categories.slice(0, 3).map(to("category")) },
		{ kind: "brands", choices: answer.brands.slice(0, 3).map(to("brand")) },
	];
}

const to =
	(name: string) =>
	(found: Suggested["products"][number]): Suggestion => ({
		label: found.name,
		image: found.image,
		to: { name, params: { slug: found.slug } },
	});
