import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { onMounted, onScopeDispose, ref } from "vue";
import type { Ref } from "vue";
import { useI18n } from "../i18n.ts";
import { stripeLook } from "../logic/stripe-look.ts";

interface Keys {
	clientSecret: string;
	publishableKey: string;
}

const patienceMs = 15_000;

/** Stripe's own form on our page. Its script comes from Stripe, and only now that it is wanted. */
export function useStripeForm(
	{ clientSecret, publishableKey }: Keys,
	host: Ref<HTMLElement | null>,
) {
	const { locale } = useI18n();
	const state = ref<"loading" | "ready" | "unavailable">("loading");
	const problem = ref("");
	let stripe: Stripe | null = null;
	let elements: StripeElements | undefined;

	async function open() {
		state.value = "loading";
		try {
			stripe = await inTime(loadStripe(publishableKey));
			if (!stripe || !host.value) throw new Error("Stripe's script did not come");
			const language = locale.value === "zh" ? "zh" : "en";
			elements = stripe.elements({
				clientSecret,
				locale: language,
				appearance: stripeLook(),
			});
			const form = elements.create("payment");
			form.on("ready", () => (state.value = "ready"));
			form.on("loaderror", () => (state.value = "unavailable"));
			form.mount(host.value);
		} catch {
			state.value = "unavailable";
		}
	}

	/** True when there is nothing left for the buyer to do. */
	async function confirm(returnUrl: string): Promise<boolean> {
		if (!stripe || !elements) return false;
		problem.value = "";
		const { error } = await stripe.confirmPayment({
			elements,
			confirmParams: { return_url: returnUrl },
			redirect: "if_required",
		});
		if (error) problem.value = error.message ?? error.type;
		return !error;
	}

	onMounted(open);
	onScopeDispose(() => elements?.getElement("payment")?.destroy());

	return { state, problem, open, confirm };
}

function inTime<T>(answer: Promise<T>): Promise<T> {
	const { promise: late, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error("too late")), patienceMs);
	return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
