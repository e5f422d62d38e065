import { computed } from "vue";
import { useSessionStore } from "../stores/session.ts";
import { useQuery } from "./useQuery.ts";

const LATEST = 6;

/** What waits for somebody, as far as this person may see it. */
export function useTodo() {
	const { can } = useSessionStore();
	const one = { pageSize: 1 };
	const orders = useQuery("orders.adminList", () =>
		can("orders:read") ? { pageSize: LATEST } : null,
	);
	const returns = useQuery("orders.returns", () => (can("returns:read") ? one : null));
	const low = useQuery("inventory.list", () =>
		can("inventory:read") ? { ...one, low: true } : null,
	);
	const drafts = useQuery("products.adminList", () =>
		can("products:read") ? { ...one, status: "draft" as const } : null,
	);

	const items = computed(() => {
		const counts = orders.data.value?.counts ?? {};
		const to = (name: string, query: Record<string, string>) => ({ name, query });
		return [
			{ key: "toShip", count: counts.paid ?? 0, to: to("orders", { status: "paid" }) },
			{
				key: "confirmed",
				count: counts.confirmed ?? 0,
				to: to("orders", { status: "confirmed" }),
			},
			{
				key: "unpaid",
				count: counts.pending_payment ?? 0,
				to: to("orders", { status: "pending_payment" }),
			},
			{
				key: "toReturn",
				count: returns.data.value?.counts.requested ?? 0,
				to: to("returns", { status: "requested" }),
			},
			{
				key: "toRefund",
				count: returns.data.value?.counts.received ?? 0,
				to: to("returns", { status: "received" }),
			},
			{ key: "low", count: low.data.value?.total ?? 0, to: to("inventory", { low: "true" }) },
			{
				key: "drafts",
				count: drafts.data.value?.total ?? 0,
				to: to("products", { status: "draft" }),
			},
		].filter(({ count }) => count > 0);
	});
	const isReady = computed(() =>
		[orders, returns, low, drafts].every(({ pending }) => !pending.value),
	);

	return { items, isReady, orders };
}
