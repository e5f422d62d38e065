// The history of a product. An edition is told with the very write that made it and kept by its
// number, so that none is lost and none stands there twice.
import type { ProductEdition, productEdited } from "#contracts/products";
import type { Infer } from "#contracts/schema";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Page } from "#mixins/collection";
import type { StoredEdition, StoredProduct } from "./stored.ts";

export async function noteEdition(
	log: Collection<StoredEdition>,
	told: Infer<(typeof productEdited)["payload"]>,
) {
	try {
		await log.insert({ ...told, id: `${told.productId}:${told.edition}`, version: 1 });
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
	}
}

type Paging = { page?: number; pageSize?: number };

/** Newest first; the last one is how the product was made. */
export async function history(
	log: Collection<StoredEdition>,
	{ id: productId, createdAt, createdBy }: StoredProduct,
	{ page = 1, pageSize = 20 }: Paging,
): Promise<Page<ProductEdition>> {
	const found = await log.list({ query: { productId }, sort: ["-edition"], page, pageSize });
	const items: ProductEdition[] = found.items.map(({ edition, at, by, changes }) => ({
		edition,
		at,
		by,
		changes,
	}));
	const isAtEnd = (page - 1) * pageSize + items.length === found.total;
	if (isAtEnd && items.length < pageSize)
		items.push({ edition: 1, at: createdAt, by: createdBy ?? null, changes: [] });
	return { items, page, pageSize, total: found.total + 1 };
}
