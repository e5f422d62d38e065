// The mall's colours for Stripe's form, which lies in a frame of its own and can't see our tokens.
import type { Appearance } from "@stripe/stripe-js";

export function stripeLook(): Appearance {
	const isDark = document.documentElement.classList.contains("dark");
	return {
		theme: isDark ? "night" : "stripe",
		variables: {
			colorPrimary: colourOf("--accent"),
			colorBackground: colourOf("--ground"),
			colorText: colourOf("--text"),
			colorDanger: colourOf("--danger"),
			borderRadius: "10px",
		},
	};
}

/** A token as red, green and blue: Stripe does not know oklch. */
function colourOf(token: string): string {
	const canvas = document.createElement("canvas").getContext("2d");
	if (!canvas) return "";
	canvas.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(token);
	canvas.fillRect(0, 0, 1, 1);
	const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
	return `rgb(${red}, ${green}, ${blue})`;
}
