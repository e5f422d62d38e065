import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import type { Again, Cart, CartItem } from "#contracts/carts";
import type { Problem } from "#contracts/client";
import { client, orderHeaders } from "../api.ts";
import { problemOf } from "../composables/useQuery.ts";
import { keptCartToken } from "../keeping.ts";
import { newKey } from "../logic/key.ts";

type Change = { quantity?: number; selected?: boolean };

/** The cart. Changes are sent one after the other, so that the last answer is the truth. */
export const useCartStore = defineStore("cart", () => {
	const cart = shallowRef<Cart>();
	const error = shallowRef<Problem>();
	const pending = ref(0);
	const isOpen = ref(false);
	const count = computed(
		() => cart.value?.items.reduce((sum, item) => sum + item.quantity, 0) ?? 0,
	);
	const selected = computed(() => cart.value?.items.filter((item) => item.selected) ?? []);
	/** What of an order could not be put in again. */
	const missing = shallowRef<Again["missing"]>([]);
	let queue: Promise<unknown> = Promise.resolve();

	function inTurn(work: () => Promise<Cart>): Promise<Cart> {
		pending.value += 1;
		const done = queue.then(work).then(take);
		queue = done.catch(() => undefined).finally(() => (pending.value -= 1));
		return done;
	}

	function take(answer: Cart) {
		if (answer.token) keptCartToken.value = answer.token;
		cart.value = answer;
		error.value = undefined;
		return answer;
	}

	async function load() {
		try {
			await inTurn(() => client.send("carts.get"));
		} catch (thrown) {
			error.value = problemOf(thrown);
		}
	}

	function add(sku: string, quantity: number) {
		const idempotencyKey = newKey();
		return inTurn(() => client.send("carts.add", { sku, quantity }, { idempotencyKey }));
	}

	/** Puts in what an order held, as far as it can be had. */
	function again(id: string) {
		const options = { headers: orderHeaders(id), idempotencyKey: newKey() };
		return inTurn(async () => {
			const answer = await client.send("carts.again", { id }, options);
			missing.value = answer.missing;
			return answer.cart;
		});
	}

	/** Shows the change at once; the answer, or the true cart after a refusal, replaces it. */
	async function change(sku: string, to: Change) {
		if (cart.value) cart.value = changed(cart.value, sku, to);
		try {
			await inTurn(() => client.send("carts.change", { sku, ...to }));
		} catch (thrown) {
			void load();
			throw thrown;
		}
	}

	async function remove(item: CartItem) {
		await inTurn(() => client.send("carts.remove", { sku: item.sku }));
	}

	async function putBack(item: CartItem) {
		await add(item.sku, item.quantity);
		if (!item.selected) await change(item.sku, { selected: false });
	}

	return {
		cart,
		error,
		pending,
		isOpen,
		count,
		selected,
		missing,
		load,
		add,
		again,
		change,
		remove,
		putBack,
	};
});

function changed(cart: Cart, sku: string, to: Change): Cart {
	const items = cart.items.map((item) => {
		if (item.sku !== sku) return item;
		const quantity = to.quantity ?? item.quantity;
		return { ...item, ...to, quantity, subtotal: item.unitPrice * quantity };
	});
	return { ...cart, items };
}
