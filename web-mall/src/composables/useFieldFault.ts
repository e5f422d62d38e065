import { ref } from "vue";
import { useI18n } from "../i18n.ts";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (target: EventTarget | null): target is Control =>
	target instanceof HTMLInputElement ||
	target instanceof HTMLSelectElement ||
	target instanceof HTMLTextAreaElement;

/** What keeps the browser from sending a field, said in the page's language beside the field. */
export function useFieldFault() {
	const { t } = useI18n();
	const fault = ref<string>();

	/** Why prevented: the browser's bubble speaks the browser's language, and is gone at once. */
	function tell(event: Event) {
		if (!isControl(event.target)) return;
		event.preventDefault();
		fault.value = wordsFor(event.target);
		const first = event.target.form?.querySelector(":invalid:not(fieldset)");
		if (first === event.target) event.target.focus();
	}

	function wordsFor(control: Control): string {
		const { valueMissing, typeMismatch, tooShort } = control.validity;
		if (valueMissing) return t("fields.needed");
		if (typeMismatch && control.type === "email") return t("fields.email");
		if (tooShort) return t("fields.short", { count: control.getAttribute("minlength") ?? "" });
		return t("fields.wrong");
	}

	const forget = () => (fault.value = undefined);

	return { fault, tell, forget };
}
