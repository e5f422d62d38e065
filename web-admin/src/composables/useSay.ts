import { useI18n } from "vue-i18n";
import type { Problem } from "#contracts/client";
import { useToastsStore } from "../stores/toasts.ts";

/** Short notes about what was done, or why it was not. */
export function useSay() {
	const { t } = useI18n();
	const toasts = useToastsStore();

	const done = (key: string, values: Record<string, unknown> = {}) => toasts.show(t(key, values));
	const tell = (text: string) => toasts.show(text);
	const undoable = (text: string, label: string, run: () => void) =>
		toasts.show(text, { action: { label, run } });
	const wrong = (key: string, values: Record<string, unknown> = {}) =>
		toasts.show(t(key, values), { tone: "danger" });
	const failed = (problem: Problem | undefined) => {
		if (problem) toasts.show(problem.message, { tone: "danger" });
	};

	return { done, tell, undoable, wrong, failed };
}
