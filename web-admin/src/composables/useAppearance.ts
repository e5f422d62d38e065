import { usePreferredDark } from "@vueuse/core";
import { computed, watchEffect } from "vue";
import { keptAppearance } from "../keeping.ts";

const isSystemDark = usePreferredDark();
const isDark = computed(
	() =>
		keptAppearance.value === "dark" || (keptAppearance.value !== "light" && isSystemDark.value),
);

/** Light or dark, chosen or as the system has it. */
export function useAppearance() {
	const toggle = () => {
		keptAppearance.value = isDark.value ? "light" : "dark";
	};
	return { isDark, chosen: keptAppearance, toggle };
}

export const followAppearance = () =>
	watchEffect(() => document.documentElement.classList.toggle("dark", isDark.value));
