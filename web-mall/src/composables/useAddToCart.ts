import { useCartStore } from "../stores/cart.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";

/** Puts something into the cart and shows the cart; a refusal is said. */
export function useAddToCart() {
	const cart = useCartStore();
	const toasts = useToastsStore();
	const { run, pending, problem } = useCommand((sku: string, quantity: number) =>
		cart.add(sku, quantity),
	);

	async function add(sku: string, quantity: number) {
		const answer = await run(sku, quantity);
		if (answer) cart.isOpen = true;
		else if (problem.value) toasts.show(problem.value.message, { tone: "danger" });
	}

	return { add, pending };
}
