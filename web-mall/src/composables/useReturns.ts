import { computed, ref, watch } from "vue";
import type { Ref } from "vue";
import type { Order } from "#contracts/orders";
import { client, orderHeaders } from "../api.ts";
import { useI18n } from "../i18n.ts";
import { newKey } from "../logic/key.ts";
import { bodyOf } from "../logic/return-wish.ts";
import type { ReturnWish } from "../logic/return-wish.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";
import { useQuery } from "./useQuery.ts";

const MOST_BYTES = 10 * 1024 * 1024;

/** Sending goods of an order back: its pictures, the request, taking it back. */
export function useReturns(order: Ref<Order | undefined>, reload: () => Promise<void>) {
	const { t } = useI18n();
	const toasts = useToastsStore();
	const isAsking = ref(false);
	const withdrawing = ref<string>();
	const isWithdrawing = computed({
		get: () => withdrawing.value !== undefined,
		set: (is) => (withdrawing.value = is ? withdrawing.value : undefined),
	});
	const pictures = ref<string[]>([]);
	const { data: reasons } = useQuery("orders.returnReasons", () => (isAsking.value ? {} : null));
	let sent = { body: "", key: "" };

	function begin() {
		pictures.value = [];
		upload.problem.value = undefined;
		ask.problem.value = undefined;
		isAsking.value = true;
	}

	const upload = useCommand(async (files: File[]) => {
		const id = order.value?.id ?? "";
		for (const file of files) {
			if (file.size > MOST_BYTES) {
				toasts.show(t("returns.tooBig", { name: file.name }), { tone: "danger" });
				continue;
			}
			const options = { file, headers: orderHeaders(id) };
			const { url } = await client.send("media.uploadOwn", { order: id }, options);
			pictures.value.push(url);
		}
	});
	const drop = (url: string) => {
		pictures.value = pictures.value.filter((one) => one !== url);
	};

	const ask = useCommand(async (wish: ReturnWish) => {
		const id = order.value?.id ?? "";
		const params = { id, ...bodyOf(wish, pictures.value) };
		await client.send("orders.requestReturn", params, {
			headers: orderHeaders(id),
			idempotencyKey: keyFor(params),
		});
		isAsking.value = false;
		toasts.show(t("returns.sent"));
		await reload();
	});

	/** The same wish is asked for once, also when the answer was lost. */
	function keyFor(params: object): string {
		const body = JSON.stringify(params);
		if (body !== sent.body) sent = { body, key: newKey() };
		return sent.key;
	}

	const withdraw = useCommand(async () => {
		const id = order.value?.id ?? "";
		const params = { id, returnId: withdrawing.value ?? "" };
		try {
			await client.send("orders.withdrawReturn", params, { headers: orderHeaders(id) });
			toasts.show(t("returns.withdrawn"));
		} finally {
			withdrawing.value = undefined;
			await reload();
		}
	});
	watch(withdraw.problem, (told) => told && toasts.show(told.message, { tone: "danger" }));

	const asking = { begin, isAsking, reasons, pictures, upload, drop, ask };
	return { ...asking, withdrawing, isWithdrawing, withdraw };
}
