import { ref, toValue, watchEffect } from "vue";
import type { MaybeRefOrGetter } from "vue";
import { isOwnPicture } from "../logic/pictures.ts";

const SIDE = 16;

/** Whether a picture is light or dark on its left, where words are set over it. */
export function usePictureTone(src: MaybeRefOrGetter<string>) {
	const tone = ref<"light" | "dark">("light");

	watchEffect((onCleanup) => {
		const url = toValue(src);
		if (!isOwnPicture(url)) return;
		const picture = new Image();
		const look = () => (tone.value = lightnessOf(picture) < 0.5 ? "dark" : "light");
		picture.addEventListener("load", look);
		picture.src = url.startsWith("/media/") ? `${url}?w=64` : url;
		onCleanup(() => picture.removeEventListener("load", look));
	});

	return tone;
}

function lightnessOf(picture: HTMLImageElement): number {
	const canvas = document.createElement("canvas");
	canvas.width = SIDE;
	canvas.height = SIDE;
	const pen = canvas.getContext("2d");
	if (!pen) return 1;
	pen.drawImage(picture, 0, 0, SIDE * 2, SIDE);
	const { data } = pen.getImageData(0, 0, SIDE, SIDE);
	let sum = 0;
	for (let at = 0; at < data.length; at += 4) {
		sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
	}
	return sum / (SIDE * SIDE * 255);
}
