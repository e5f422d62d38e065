import { computed, ref, watch } from "vue";
import { useI18n } from "vue-i18n";
import type { Topic } from "#contracts/content";
import { blankTopic, topicDraft, topicInput } from "../logic/topic-draft.ts";
import { useDraft } from "./useDraft.ts";
import { useQuery } from "./useQuery.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** A topic that is being written, and what the mall says to it. */
export function useTopicForm(id: string | undefined) {
	const { t } = useI18n();
	const say = useSay();
	const { data: topic, error, reload } = useQuery("content.adminTopic", id ? { id } : null);
	const { draft, isDirty, open, discard } = useDraft(blankTopic());
	const creating = useSend("content.createTopic");
	const updating = useSend("content.updateTopic");
	const removing = useSend("content.removeTopic");
	const isTried = ref(false);

	const sending = computed(() => (id ? updating : creating));
	const problem = computed(() => sending.value.problem.value);
	const isBusy = computed(() => sending.value.pending.value);
	const isStale = computed(() => problem.value?.code === "STALE_VERSION");

	function wrong(path: string) {
		const isMissing = path === "title" && !draft.value.title.trim();
		return isTried.value && isMissing ? t("form.required") : sending.value.wrong(path);
	}

	/** The topic as it was saved, or nothing. */
	async function save(): Promise<Topic | undefined> {
		isTried.value = true;
		if (!draft.value.title.trim()) return undefined;
		const input = topicInput(draft.value, topic.value);
		const sent =
			id && topic.value
				? await updating.run({ ...input, id, version: topic.value.version })
				: await creating.run(input);
		if (!sent) return undefined;
		isTried.value = false;
		topic.value = sent.answer;
		say.done("form.saved");
		return sent.answer;
	}

	async function remove() {
		if (!id) return false;
		if (await removing.run({ id })) return true;
		say.failed(removing.problem.value);
		return false;
	}

	async function loadTheirs() {
		updating.forget();
		await reload();
	}

	watch(
		topic,
		(now) => {
			if (now) open(topicDraft(now));
		},
		{ flush: "sync" },
	);

	return {
		topic,
		error,
		reload,
		draft,
		isDirty,
		discard,
		save,
		remove,
		isBusy,
		problem,
		wrong,
		isStale,
		loadTheirs,
	};
}
