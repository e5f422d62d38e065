// What a page says about itself to those who do not run it: search engines, and whoever shows a
// link to it.
import type { Language } from "#contracts/schema";

export interface Head {
	/** Absent where the shop's name is enough. */
	title?: string;
	description?: string;
	image?: string | null | undefined;
	/** The one address that it should be known by; without it, it is not to be found. */
	path?: string;
	kind?: "product" | "article";
	/** JSON-LD. */
	data?: object[];
	status?: 404;
}

export interface Frame {
	/** Where the shop lives: `https://shop.example`. */
	origin: string;
	shopName: string;
	language: Language;
}

/** The elements of `<head>`. Every text is somebody's, so every text is escaped. */
export function headHtml(head: Head, { origin, shopName, language }: Frame): string {
	const { title = "", description, path, image, kind = "website", data = [] } = head;
	const url = path && new URL(path, origin).href;
	const picture = image && pictureAt(image, origin);
	const lines = [
		`<title>${escaped(title ? `${title} · ${shopName}` : shopName)}</title>`,
		meta("name", "description", description),
		url ? `<link rel="canonical" href="${escaped(url)}" />` : meta("name", "robots", "noindex"),
		meta("property", "og:site_name", shopName),
		meta("property", "og:type", kind),
		meta("property", "og:locale", locales[language]),
		meta("property", "og:title", title || shopName),
		meta("property", "og:description", description),
		meta("property", "og:url", url),
		meta("property", "og:image", picture),
		meta("name", "twitter:card", picture ? "summary_large_image" : "summary"),
		...data.map((one) => `<script type="application/ld+json">${jsonIn(one)}</script>`),
	];
	return lines.filter(Boolean).join("\n\t\t");
}

/** Why a width: the mall's own pictures then come as WebP; who shows links reads no SVG. */
export const pictureAt = (path: string, origin: string) =>
	new URL(path.startsWith("/media/") ? `${path}?w=960` : path, origin).href;

const locales: Record<Language, string> = { en: "en_US", zh: "zh_CN" };

const meta = (by: "name" | "property", name: string, content: string | null | undefined) =>
	content ? `<meta ${by}="${name}" content="${escaped(content)}" />` : "";

/** Why: `</script>` or `<!--` in a text would end the element. */
const jsonIn = (data: object) => JSON.stringify(data).replaceAll("<", String.raw`\u003c`);

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const longest = 160;

/** The beginning of a rich text, as plain words that end at a word's end. */
export function summaryOf(html: string): string {
	const plain = html
		.replace(/<[^>]*>/g, " ")
		.replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
		.replace(/\s+/g, " ")
		.trim();
	if (plain.length <= longest) return plain;
	const cut = plain.slice(0, longest);
	const space = cut.lastIndexOf(" ");
	return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
}
