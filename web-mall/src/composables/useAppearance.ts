import { computed, ref, watchEffect } from "vue";
import { keptAppearance } from "../keeping.ts";

const system = matchMedia("(prefers-color-scheme: dark)");
const isSystemDark = ref(system.matches);
system.addEventListener("change", ({ matches }) => (isSystemDark.value = matches));

const isDark = computed(
	() =>
		keptAppearance.value === "dark" || (keptAppearance.value !== "light" && isSystemDark.value),
);

/** Light or dark, chosen or as the system has it. */
export function useAppearance() {
	const toggle = () => {
		keptAppearance.value = isDark.value ? "light" : "dark";
	};
	return { isDark, toggle };
}

export const followAppearance = () =>
	watchEffect(() => document.documentElement.classList.toggle("dark", isDark.value));
