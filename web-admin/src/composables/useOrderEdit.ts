import { refDebounced } from "@vueuse/core";
import { computed, ref } from "vue";
import type { AdminOrder } from "#contracts/orders";
import { client } from "../api.ts";
import { changesOf, draftOf } from "../logic/order-edit.ts";
import { useAnswer, useQuery } from "./useQuery.ts";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** The form of an order: what it would cost is asked while it is written. */
export function useOrderEdit(order: AdminOrder, told: (order: AdminOrder) => Promise<unknown>) {
	const say = useSay();
	const draft = ref(draftOf(order));
	const changes = computed(() => changesOf(order, draft.value));
	const settled = refDebounced(changes, 400);
	const { id, version } = order;
	const { run, pending, problem } = useSend("orders.adminUpdate");
	const methods = useQuery("settings.shippingMethods", {});

	const preview = useAnswer(
		() => (Object.keys(settled.value).length > 0 ? { id, version, ...settled.value } : null),
		(asked, signal) =>
			client.send("orders.adminUpdate", { ...asked, preview: true }, { signal }),
	);
	const isChanged = computed(() => Object.keys(changes.value).length > 0);
	const after = computed(() => (isChanged.value ? preview.data.value : order));
	const total = computed(() => after.value?.totals.total);
	const points = computed(() => (after.value ? (after.value.points ?? 0) : order.points));
	const shown = computed(() => problem.value ?? preview.error.value);
	const wrong = (path: string) => shown.value?.errors.find((one) => one.path === path)?.message;

	async function save() {
		if (!isChanged.value) return;
		const sent = await run({ id, version, ...changes.value });
		if (!sent) return;
		say.done("orderForm.saved", { number: order.number });
		await told(sent.answer);
	}

	return {
		draft,
		isChanged,
		total,
		points,
		isAsking: preview.pending,
		problem: shown,
		wrong,
		save,
		isSaving: pending,
		methods: computed(() => methods.data.value ?? []),
	};
}
