import { computed, ref, watch } from "vue";
import { useRouter } from "vue-router";
import { client, orderHeaders } from "../api.ts";
import { useI18n } from "../i18n.ts";
import { useCartStore } from "../stores/cart.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";
import { useQuery } from "./useQuery.ts";

/** One order and what its buyer may do with it. */
export function useOrder(id: () => string) {
	const { t } = useI18n();
	const router = useRouter();
	const cart = useCartStore();
	const toasts = useToastsStore();
	const headers = () => orderHeaders(id());
	const query = useQuery("orders.get", () => ({ id: id() }), { headers, isFresh: true });
	const order = computed(() => (query.data.value?.id === id() ? query.data.value : undefined));
	const isCancelling = ref(false);
	const isHiding = ref(false);

	const cancel = useCommand(async (reason: string) => {
		const params = { id: id(), ...(reason && { reason }) };
		query.data.value = await client.send("orders.cancel", params, { headers: headers() });
		isCancelling.value = false;
		toasts.show(t("order.cancelled"));
	});
	const receive = useCommand(async () => {
		const params = { id: id() };
		query.data.value = await client.send("orders.receive", params, { headers: headers() });
		toasts.show(t("order.received"));
	});
	const again = useCommand(async () => {
		await cart.again(id());
		await router.push({ name: "cart" });
	});
	const hide = useCommand(async () => {
		await client.send("orders.hide", { id: id() });
		await router.push({ name: "orders" });
		toasts.show(t("order.hidden"));
	});

	for (const { problem } of [cancel, receive, again, hide]) {
		watch(problem, (told) => told && toasts.show(told.message, { tone: "danger" }));
	}

	return { ...query, order, cancel, receive, again, hide, isCancelling, isHiding };
}
