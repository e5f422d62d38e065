import { defineStore } from "pinia";
import { ref } from "vue";

export interface Toast {
	id: number;
	text: string;
	tone: "plain" | "danger";
	action?: { label: string; run: () => void };
}

const STAYS = 6000;

/** Short notes at the edge of the page, read out to those who listen. */
export const useToastsStore = defineStore("toasts", () => {
	const toasts = ref<Toast[]>([]);
	let last = 0;

	function show(text: string, more: Partial<Pick<Toast, "tone" | "action">> = {}) {
		const id = ++last;
		toasts.value = [...toasts.value.slice(-2), { id, text, tone: "plain", ...more }];
		setTimeout(() => drop(id), more.action ? STAYS * 1.5 : STAYS);
	}

	function drop(id: number) {
		toasts.value = toasts.value.filter((toast) => toast.id !== id);
	}

	return { toasts, show, drop };
});
