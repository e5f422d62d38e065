import { useSessionStorage } from "@vueuse/core";
import { defineStore } from "pinia";
import { ref } from "vue";
import type { Payment } from "#contracts/payments";
import type { Address } from "#contracts/users";
import { emptyAddress, likelyCountry } from "../logic/countries.ts";
import { newKey } from "../logic/key.ts";

export interface Draft {
	email: string;
	/** An address of the address book, or `new` for the one that is typed. */
	addressId: string;
	address: Address;
	keepAddress: boolean;
	shippingMethod: string;
	coupon: string;
	/** How many of the own points are to be used. */
	points: number;
	note: string;
	method: Payment["method"];
}

const blank = (): Draft => ({
	email: "",
	addressId: "",
	address: emptyAddress(likelyCountry(navigator.language)),
	keepAddress: true,
	shippingMethod: "",
	coupon: "",
	points: 0,
	note: "",
	method: "sandbox",
});

/** What was typed at the checkout: it stays until the order stands. The card is never kept. */
export const useCheckoutStore = defineStore("checkout", () => {
	const draft = useSessionStorage<Draft>("mall.checkout", blank(), { mergeDefaults: true });
	const attempt = useSessionStorage("mall.attempt", { key: "", body: "" });
	const card = ref("");

	/** The same key for the same order, so that a repeated click or a lost answer orders once. */
	function keyFor(order: unknown): string {
		const body = JSON.stringify(order);
		if (attempt.value.body !== body) attempt.value = { key: newKey(), body };
		return attempt.value.key;
	}

	function finish() {
		attempt.value = { key: "", body: "" };
		draft.value = { ...draft.value, coupon: "", points: 0, note: "" };
	}

	return { draft, card, keyFor, finish };
});
