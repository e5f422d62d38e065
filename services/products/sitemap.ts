// Every page that a search engine should know: categories, brands and products on sale.
import { Readable } from "node:stream";
import type { Collection } from "#mixins/collection";
import { publicOrigin } from "#mixins/env";
import type { Shelves } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";

/** A sitemap may hold 50,000 addresses. */
const most = 50_000;

export function sitemap(products: Collection<StoredProduct>, shelves: Shelves): Readable {
	return Readable.from(lines(products, shelves));
}

async function* lines(products: Collection<StoredProduct>, { categories, brands }: Shelves) {
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
	yield place("/");
	for (const { slug } of categories.values()) yield place(`/c/${slug}`);
	for (const { slug } of brands.values()) yield place(`/b/${slug}`);
	let left = most - categories.size - brands.size;
	for await (const { slug, updatedAt } of products.each({ status: "published" })) {
		if (left-- <= 0) break;
		yield place(`/p/${slug}`, updatedAt);
	}
	yield "</urlset>\n";
}

const marks: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"'": "&apos;",
	'"': "&quot;",
};
const escaped = (text: string) => text.replace(/[&<>'"]/g, (mark) => marks[mark] ?? mark);

function place(path: string, changedAt?: string): string {
	const at = escaped(new URL(path, publicOrigin).href);
	return `<url><loc>${at}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ""}</url>\n`;
}
