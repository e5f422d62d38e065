// What the list shows, as CSV: a row for each variant, with the columns that an import reads.
import { stringify } from "csv-stringify";
import { Lane } from "#mixins/bulkheads";
import type { Collection } from "#mixins/collection";
import type { Ctx } from "#mixins/service";
import { adminQuery } from "./listing.ts";
import type { AdminFilter } from "./listing.ts";
import type { Shelves } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";

const columns = [
	"sku",
	"id",
	"title",
	"subtitle",
	"brand",
	"category",
	"description",
	"price",
	"listPrice",
	"weight",
	"status",
	"tags",
	"image",
	"attributes",
	"options",
];

/** An export of 50,000 products takes seconds of a processor; two leave the rest its time. */
const lane = new Lane(2);

export function exported(
	products: Collection<StoredProduct>,
	shelves: Shelves,
	ctx: Ctx<AdminFilter>,
) {
	ctx.meta.$responseHeaders = {
		"Content-Type": "text/csv; charset=utf-8",
		"Content-Disposition": 'attachment; filename="products.csv"',
	};
	const found = products.each(adminQuery(shelves, ctx.params));
	// Why: a cell that begins with "=" would run as a formula in a spreadsheet.
	const csv = stringify({ header: true, columns, escape_formulas: true, bom: true });
	return lane.stream(rows(found, shelves), csv);
}

async function* rows(found: AsyncIterable<StoredProduct>, shelves: Shelves) {
	for await (const product of found) {
		const { id, name, subtitle, brandId, categoryId, description, status } = product;
		const path = shelves.path(categoryId).map((category) => category.name);
		const attributes = product.attributes.map((one) => [one.name, one.value]);
		for (const { sku, price, listPrice, weightGrams, options, image } of product.variants)
			yield {
				sku,
				id,
				title: name,
				subtitle,
				brand: brandId === null ? "" : (shelves.brands.get(brandId)?.name ?? ""),
				category: path.join(" > "),
				description,
				price,
				listPrice,
				weight: weightGrams,
				status,
				tags: product.tags.join("|"),
				image: image ?? product.images[0]?.url ?? "",
				attributes: JSON.stringify(Object.fromEntries(attributes)),
				options: JSON.stringify(options),
			};
	}
}
