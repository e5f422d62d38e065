import { computed } from "vue";
import { useAppearance } from "./useAppearance.ts";

/** The page's colours as a chart understands them; they follow light and dark. */
export function useColours() {
	const { isDark } = useAppearance();

	return computed(() => {
		// Why: named only so that a change of the appearance reads the colours anew.
		const look = isDark.value ? "dark" : "light";
		const of = (name: string) => rgbOf(name, look);
		return {
			accent: of("--accent"),
			text: of("--text"),
			muted: of("--muted"),
			line: of("--line"),
			control: of("--control"),
			float: of("--float"),
		};
	});
}

/** Why: the chart library mixes colours and does not know OKLCH. */
function rgbOf(name: string, look: "dark" | "light"): string {
	const root = document.documentElement;
	root.classList.toggle("dark", look === "dark");
	const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	if (!pixel) return "gray";
	pixel.fillStyle = getComputedStyle(root).getPropertyValue(name);
	pixel.fillRect(0, 0, 1, 1);
	const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
	return `rgb(${red}, ${green}, ${blue})`;
}
