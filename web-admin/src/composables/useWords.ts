import { storeToRefs } from "pinia";
import { useI18n } from "vue-i18n";
import { useWordsStore } from "../stores/words.ts";

interface Named {
	name: string;
	translations?: Record<string, { name?: string } | undefined>;
}

/** The catalogue as the person's language calls it; what has no word there keeps its own. */
export function useWords() {
	const { locale } = useI18n();
	const { words } = storeToRefs(useWordsStore());

	const word = (key: string) => words.value.get(key) ?? key;
	const nameOf = ({ name, translations }: Named) => translations?.[locale.value]?.name || name;
	/** What was chosen of a product: "Oat · 450 ml". */
	const chosen = (options: Record<string, string>) =>
		Object.values(options).map(word).join(" · ");

	return { word, nameOf, chosen };
}
