/** Hands a file to the browser's downloads. */
export function saveFile(name: string, file: unknown) {
	if (!(file instanceof Blob)) return;
	const link = document.createElement("a");
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
