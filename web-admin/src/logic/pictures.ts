/** The widths that the mall offers its pictures in. */
const widths = [64, 160, 320, 480, 640, 960, 1280, 1920];

/** A picture of the mall in the smallest offered width that is wide enough; others as they are. */
export function pictureAt(url: string, width: number): string {
	if (!url.startsWith("/media/")) return url;
	const offered = widths.find((one) => one >= width) ?? widths.at(-1);
	return `${url}${url.includes("?") ? "&" : "?"}w=${offered}`;
}
