import { computed, shallowRef, watch } from "vue";
import { useRouter } from "vue-router";
import type { DraftOrder } from "#contracts/orders";
import { keptOf } from "../logic/order-new.ts";
import type { NewOrder } from "../logic/order-new.ts";
import { useQuery } from "./useQuery.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** The draft that a new order is written into, once there is one; its address says which. */
export function useDraftOrder(draftId: string, opened: (draft: DraftOrder) => void) {
	const router = useRouter();
	const say = useSay();
	const found = useQuery("orders.draftOrder", draftId ? { id: draftId } : null);
	const kept = shallowRef<DraftOrder>();
	const keeping = useSend("orders.keepDraft");
	const changing = useSend("orders.changeDraft");

	async function save(order: NewOrder) {
		const written = keptOf(order);
		const known = kept.value;
		const sent = known
			? await changing.run({ id: known.id, version: known.version, ...written })
			: await keeping.run(written);
		if (!sent) return undefined;
		kept.value = sent.answer;
		say.done("orderDrafts.saved");
		await router.replace({ query: { draft: sent.answer.id } });
		return sent.answer;
	}

	watch(found.data, (draft) => {
		if (!draft) return;
		kept.value = draft;
		opened(draft);
	});

	return {
		save,
		isSaving: computed(() => keeping.pending.value || changing.pending.value),
		problem: computed(() => keeping.problem.value ?? changing.problem.value),
		/** Why the draft that was asked for can't be shown. */
		error: found.error,
		isOpening: computed(() => draftId !== "" && kept.value === undefined),
		reload: found.reload,
		ref: () => kept.value && { id: kept.value.id, version: kept.value.version },
	};
}
