import { computed, ref } from "vue";
import type { User } from "#contracts/users";
import { useSessionStore } from "../stores/session.ts";
import { useQuery } from "./useQuery.ts";

/** Customers to choose from by name or e-mail address, with the one who is chosen. */
export function useCustomerChoice(chosen: () => string) {
	const { can } = useSessionStore();
	const words = ref("");
	const mayFind = can("users:read");
	const someone = { kind: "customer", status: "active", pageSize: 20 } as const;
	const found = useQuery("users.list", () =>
		mayFind && words.value.trim() ? { ...someone, q: words.value.trim() } : null,
	);
	const one = useQuery("users.get", () => (mayFind && chosen() ? { id: chosen() } : null));

	const customers = computed(() => {
		const known = one.data.value?.id === chosen() ? [one.data.value] : [];
		const all = [...known, ...(found.data.value?.items ?? [])];
		return [...new Map(all.map((user): [string, User] => [user.id, user])).values()];
	});
	const search = (typed: string) => {
		words.value = typed;
	};

	return { customers, search, isSearching: found.pending, mayFind };
}
