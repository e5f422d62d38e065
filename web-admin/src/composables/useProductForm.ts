import { computed, ref, watch } from "vue";
import { useI18n } from "vue-i18n";
import type { AdminProduct } from "#contracts/products";
import { client } from "../api.ts";
import {
	blankProduct,
	draftOf,
	inputOf,
	missing,
	wordsInput,
	wordsOf,
} from "../logic/product-draft.ts";
import { useWordsStore } from "../stores/words.ts";
import { useDraft } from "./useDraft.ts";
import { useAnswer, useQuery } from "./useQuery.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

const inChinese = { "Accept-Language": "zh" };

/** A product that is being made or changed, and what the mall says to it. */
export function useProductForm(id: string | undefined) {
	const { t } = useI18n();
	const say = useSay();
	const { data: product, error, reload } = useQuery("products.adminGet", id ? { id } : null);
	const { draft, isDirty, open, discard } = useDraft(blankProduct());
	const creating = useSend("products.create");
	const updating = useSend("products.update");
	const translating = useSend("products.translate");
	const vocabulary = useAnswer(
		() => ({}),
		(_, signal) => client.send("products.words", {}, { signal, headers: inChinese }),
	);
	const isTried = ref(false);

	const sending = computed(() => (id ? updating : creating));
	const problem = computed(() => sending.value.problem.value);
	const isBusy = computed(() => translating.pending.value || sending.value.pending.value);
	const words = computed(() => wordsOf(draft.value));
	const knownWords = computed(() => vocabulary.data.value?.words ?? {});
	const isStale = computed(() => problem.value?.code === "STALE_VERSION");

	/** What is wrong with a field, said by the mall or known before asking it. */
	function wrong(path: string) {
		if (isTried.value && missing(draft.value).includes(path)) return t("form.required");
		return sending.value.wrong(path);
	}

	/** The product as it was saved, or nothing. */
	async function save(): Promise<AdminProduct | undefined> {
		isTried.value = true;
		if (missing(draft.value).length > 0 || !(await saveWords())) return undefined;
		const input = inputOf(draft.value);
		const { slug } = draft.value;
		const sent =
			id && product.value
				? await updating.run({
						...input,
						id,
						version: product.value.version,
						...(slug !== product.value.slug && { slug }),
					})
				: await creating.run(input);
		if (!sent) return undefined;
		take(sent.answer);
		say.done(id ? "form.saved" : "product.created");
		return sent.answer;
	}

	async function saveWords(): Promise<boolean> {
		const written = wordsInput(draft.value);
		if (written.length === 0) return true;
		const isSaved = (await translating.run({ words: written })) !== undefined;
		if (isSaved) await Promise.all([vocabulary.reload(), useWordsStore().reload()]);
		else say.failed(translating.problem.value);
		return isSaved;
	}

	function take(saved: AdminProduct) {
		isTried.value = false;
		product.value = saved;
	}

	async function loadTheirs() {
		updating.forget();
		await reload();
	}

	watch(
		product,
		(now) => {
			if (now) open(draftOf(now));
		},
		{ flush: "sync" },
	);

	return {
		product,
		error,
		reload,
		draft,
		isDirty,
		discard,
		save,
		isBusy,
		problem,
		wrong,
		isStale,
		words,
		knownWords,
		loadTheirs,
		take,
	};
}
