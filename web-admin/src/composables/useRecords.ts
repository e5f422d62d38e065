import { computed } from "vue";
import type { Ref } from "vue";
import { useI18n } from "vue-i18n";
import type { Problem } from "#contracts/client";
import { useConfirm } from "./useConfirm.ts";
import { useEditor } from "./useEditor.ts";
import { useSay } from "./useSay.ts";

/** Which state of a record a change is for. */
type Its = { id: string; version: number };

/** One of the things a `useSend` does, whatever is sent. */
interface Sending {
	pending: Ref<boolean>;
	problem: Ref<Problem | undefined>;
	wrong: (path: string) => string | undefined;
	forget: () => void;
}

interface Records<T extends Its, D> {
	blank: () => D;
	draftOf: (one: T) => D;
	rows: () => readonly T[];
	reload: () => Promise<unknown>;
	creating: Sending;
	updating: Sending;
	/** Each gives nothing when the mall said no. */
	create: (draft: D) => Promise<unknown>;
	update: (draft: D, its: Its) => Promise<unknown>;
}

/** Records of a list that are made and changed in a drawer beside it. */
export function useRecords<T extends Its, D>(records: Records<T, D>) {
	const { blank, draftOf, rows, reload, creating, updating, create, update } = records;
	const say = useSay();
	const editor = useEditor<T, D>(blank, draftOf);
	const { draft, target } = editor;
	const sending = computed(() => (target.value ? updating : creating));

	async function save() {
		const one = target.value;
		const sent = one
			? await update(draft.value, { id: one.id, version: one.version })
			: await create(draft.value);
		if (!sent) return;
		editor.finish();
		say.done("form.saved");
		await reload();
	}

	/** Drops what was written for what a colleague has made of it meanwhile. */
	async function loadTheirs() {
		await reload();
		updating.forget();
		const fresh = rows().find(({ id }) => id === target.value?.id);
		if (fresh) editor.open(fresh);
		else editor.finish();
	}

	return { ...editor, sending, save, loadTheirs };
}

interface Removal {
	/** Keys of the texts; the name of the record is put in. */
	title: string;
	text?: string;
	done: string;
	removing: Pick<Sending, "problem">;
	remove: (id: string) => Promise<unknown>;
	/** What follows, such as closing the drawer and loading the list again. */
	after: () => unknown;
}

/** Removes a record when the person is sure of it. */
export function useRemoval({ title, text, done, removing, remove, after }: Removal) {
	const { t } = useI18n();
	const confirm = useConfirm();
	const say = useSay();

	return async function ask(id: string, name: string) {
		const isSure = await confirm({
			title: t(title, { name }),
			...(text && { text: t(text) }),
			yes: t("words.remove"),
			isDangerous: true,
		});
		if (!isSure) return;
		if (!(await remove(id))) return say.failed(removing.problem.value);
		say.done(done, { name });
		await after();
	};
}
