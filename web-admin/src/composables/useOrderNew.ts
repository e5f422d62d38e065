import { refDebounced } from "@vueuse/core";
import { computed, watch } from "vue";
import type { AdminOrder, PaymentLink } from "#contracts/orders";
import type { User } from "#contracts/users";
import { client } from "../api.ts";
import { aNewOrder, newOrderOf, placeOf, quoteOf, wishOf } from "../logic/order-new.ts";
import { useSessionStore } from "../stores/session.ts";
import { useDraft } from "./useDraft.ts";
import { useDraftOrder } from "./useDraftOrder.ts";
import { useQuery } from "./useQuery.ts";
import { useSend } from "./useSend.ts";

type Made = AdminOrder & { paymentLink: PaymentLink };

/** An order for a customer: what it would cost is asked while it is written. */
export function useOrderNew(
	{ userId, draftId }: { userId: string; draftId: string },
	made: (order: Made) => Promise<unknown>,
) {
	const { can } = useSessionStore();
	const { draft, isDirty, open } = useDraft(aNewOrder(userId, can("users:read")));
	const kept = useDraftOrder(draftId, (found) => open(newOrderOf(found)));
	const asked = computed(() => quoteOf(draft.value));
	const quote = useQuery("promotions.adminQuote", refDebounced(asked, 400));
	const methods = useQuery("settings.shippingMethods", () => placeOf(draft.value) ?? {});
	const { run, pending, problem, wrong } = useSend("orders.adminPlace");

	const wrongly = (path: string) =>
		wrong(path) ?? quote.error.value?.errors.find((one) => one.path === path)?.message;

	/** Where their last order went is where this one goes, unless something stands there. */
	async function addressFrom(user: Pick<User, "id" | "displayName">) {
		const { address } = draft.value.order;
		if (address.street || !can("orders:read")) return;
		const asked = { userId: user.id, pageSize: 1 };
		const last = await client.send("orders.adminList", asked).catch(() => undefined);
		const known = last?.items[0]?.address ?? { ...address, name: user.displayName };
		if (draft.value.customer.userId === user.id)
			draft.value.order.address = { ...address, ...known };
	}

	async function save() {
		const saved = await kept.save(draft.value);
		if (saved) open(newOrderOf(saved));
	}

	async function place() {
		const ref = kept.ref();
		const sent = await run({ ...wishOf(draft.value), ...(ref && { draft: ref }) });
		if (!sent) return;
		open(draft.value);
		await made(sent.answer);
	}

	watch(methods.data, (offered = []) => {
		const { order } = draft.value;
		const isThere = offered.some(({ key }) => key === order.shippingMethod);
		if (!isThere) order.shippingMethod = offered[0]?.key ?? "";
	});

	return {
		draft,
		isDirty,
		quote: computed(() => (asked.value ? quote.data.value : undefined)),
		isAsking: quote.pending,
		problem: computed(() => problem.value ?? kept.problem.value ?? quote.error.value),
		wrong: wrongly,
		methods: computed(() => methods.data.value ?? []),
		addressFrom,
		kept,
		save,
		place,
		isPlacing: pending,
	};
}
