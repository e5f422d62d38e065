// The shared catalogue as the search service would hand it to an engine.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { SearchDocument } from "../../services/search/engine/engine.ts";

export interface CatalogueRow {
	id: string;
	title: string;
	brand: string;
	category: string;
	description: string;
	model: string;
	ean: string;
	price: number;
	image: string;
	attributes: Record<string, string | number>;
}

/** Reads JSON Lines, gzipped or not. */
export async function readRows(file: string): Promise<CatalogueRow[]> {
	const raw = createReadStream(file);
	const input = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
	const rows: CatalogueRow[] = [];
	for await (const line of createInterface({ input })) if (line) rows.push(JSON.parse(line));
	return rows;
}

export function documentOf(row: CatalogueRow): SearchDocument {
	const category = named(row.category || "Uncategorised");
	const brand = row.brand ? named(row.brand) : null;
	const slug = `${slugOf(row.title)}-${row.id}`;
	const rating = { average: 0, count: 0 };
	const { id, title: name, price, image } = row;
	const shown = { id, slug, name, subtitle: "", brand, category, tags: [], image, price };
	return {
		id,
		slug,
		name,
		brand,
		price,
		image,
		rating,
		subtitle: "",
		categories: [category],
		tags: [],
		skus: [row.ean, row.model, row.id].filter(Boolean),
		attributes: Object.entries(row.attributes).map(([key, value]) => ({ name: key, value })),
		description: row.description.replace(/<[^>]*>/g, " "),
		inStock: true,
		sales: 0,
		createdAt: "2026-01-01T00:00:00.000Z",
		card: { ...shown, listPrice: price, inStock: true, rating, sales: 0 },
		version: 1,
	};
}

function named(name: string) {
	return { id: slugOf(name), slug: slugOf(name), name };
}

function slugOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
}
