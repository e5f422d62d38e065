import { storeToRefs } from "pinia";
import { ref } from "vue";
import { useI18n } from "../i18n.ts";
import { missingIn } from "../logic/countries.ts";
import { isCardNumber } from "../logic/card.ts";
import { useCheckoutStore } from "../stores/checkout.ts";
import { useSessionStore } from "../stores/session.ts";

export type FieldErrors = Record<string, string>;

const EMAIL = /^\S+@\S+\.\S+$/;

/** What is missing at the checkout or can't be right, by field. */
export function useCheckoutErrors() {
	const { t } = useI18n();
	const { draft, card } = storeToRefs(useCheckoutStore());
	const { isSignedIn } = storeToRefs(useSessionStore());
	const errors = ref<FieldErrors>({});

	/** True when the order can be placed. */
	function check(isTyped: boolean): boolean {
		const found: FieldErrors = {};
		const { email, address, shippingMethod, method } = draft.value;
		const asked = email.trim();
		if (!isSignedIn.value && !EMAIL.test(asked))
			found.email = t(asked ? "fields.email" : "fields.needed");
		for (const field of isTyped ? missingIn(address) : []) {
			found[`address.${field}`] = t(
				address[field]?.trim() ? "errors.phone" : "fields.needed",
			);
		}
		if (!shippingMethod) found.shippingMethod = t("errors.choose");
		if (method === "sandbox" && !isCardNumber(card.value))
			found.card = t(card.value.trim() ? "errors.card" : "fields.needed");
		errors.value = found;
		return Object.keys(found).length === 0;
	}

	return { errors, check };
}
