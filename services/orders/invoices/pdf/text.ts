// Which font prints which letters: Noto Sans has Latin, Greek and Cyrillic, Noto Sans Hans has the
// Chinese and Japanese ones. Letters of other scripts are printed as empty boxes.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ContentText } from "pdfmake/interfaces.js";

const { resolve } = createRequire(import.meta.url);
const folderOf = (library: string) => join(dirname(resolve(library)), "..", "fonts");
const latin = folderOf("@embedpdf/fonts-latin");
const hans = folderOf("@embedpdf/fonts-sc");

export const fonts = {
	Latin: { normal: join(latin, "NotoSans-Regular.ttf"), bold: join(latin, "NotoSans-Bold.ttf") },
	Hans: {
		normal: join(hans, "NotoSansHans-Regular.otf"),
		bold: join(hans, "NotoSansHans-Bold.otf"),
	},
};

const han =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]+/gu;
/** Neither letters nor signs that a paper needs: pictures, and marks of direction. */
const unprintable = /[\p{Extended_Pictographic}\p{Cf}\p{Cc}\ufe0f]/gu;

/** Text, each part in the font that has its letters. */
export function text(written: string, style: Omit<ContentText, "text"> = {}): ContentText {
	return { ...style, text: runs(written.replaceAll(unprintable, keepBreaks)) };
}

const keepBreaks = (sign: string) => (sign === "\n" ? sign : "");

/** Why: a line of Chinese letters alone would be lower than the Latin one beside it. */
const evenLine = { text: "\u200b", font: "Latin" };
const hansLineHeight = 1.7;

type Run = { text: string; font: string; lineHeight?: number };

function runs(written: string): Run[] {
	const parts: Run[] = [evenLine];
	let at = 0;
	for (const { 0: found, index } of written.matchAll(han)) {
		if (index > at) parts.push({ text: written.slice(at, index), font: "Latin" });
		parts.push({ text: found, font: "Hans", lineHeight: hansLineHeight });
		at = index + found.length;
	}
	if (at < written.length) parts.push({ text: written.slice(at), font: "Latin" });
	return parts;
}
