import { ref } from "vue";
import type { Problem } from "#contracts/client";
import type { ParamsOf } from "#contracts/client";
import type { Order } from "#contracts/orders";
import { client } from "../api.ts";
import { keptBuyNow, keptOrderTokens } from "../keeping.ts";
import { useCartStore } from "../stores/cart.ts";
import { useCheckoutStore } from "../stores/checkout.ts";
import { useSessionStore } from "../stores/session.ts";
import { usePay } from "./usePay.ts";
import { problemOf } from "./useQuery.ts";

type Body = ParamsOf<"orders.place">;
type Wanted = { items: Body["items"]; isPaidAtOnce: boolean };
type Outcome = { order: Order; problem?: Problem } | { order?: undefined; problem: Problem };

/** Places the order, then pays it. An order that stands is given back even if paying failed. */
export function usePlaceOrder() {
	const checkout = useCheckoutStore();
	const session = useSessionStore();
	const cart = useCartStore();
	const { pay } = usePay();
	const busy = ref(false);

	async function addressOf(isTyped: boolean): Promise<Body["address"]> {
		const { addressId, address, keepAddress } = checkout.draft;
		if (!isTyped) return addressId;
		if (!session.isSignedIn || !keepAddress) return address;
		const saved = await client.send("users.addAddress", address);
		checkout.draft.addressId = saved.id;
		return saved.id;
	}

	async function send(isTyped: boolean, items: Body["items"]): Promise<Order> {
		const { email, shippingMethod, coupon, points, note } = checkout.draft;
		const body: Body = {
			...(items && { items }),
			address: await addressOf(isTyped),
			shippingMethod,
			...(coupon && { coupon }),
			...(session.isSignedIn && points > 0 && { points }),
			...(note.trim() && { note: note.trim() }),
			...(!session.isSignedIn && { email: email.trim() }),
		};
		const order = await client.send("orders.place", body, {
			idempotencyKey: checkout.keyFor([body, cart.cart?.version]),
		});
		if (order.orderToken) {
			keptOrderTokens.value = { ...keptOrderTokens.value, [order.id]: order.orderToken };
		}
		return order;
	}

	/** Pays where that is possible at once; else the order's page goes on. */
	async function place(isTyped: boolean, { items, isPaidAtOnce }: Wanted): Promise<Outcome> {
		busy.value = true;
		try {
			const order = await send(isTyped, items);
			const { method } = checkout.draft;
			const problem = isPaidAtOnce
				? await pay(order.id, method, checkout.card).then(() => undefined, problemOf)
				: undefined;
			checkout.finish();
			keptBuyNow.value = null;
			return problem ? { order, problem } : { order };
		} catch (thrown) {
			return { problem: problemOf(thrown) };
		} finally {
			busy.value = false;
		}
	}

	return { place, busy };
}
