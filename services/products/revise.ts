// Guarded changes of stored products. Each stores the event that tells of it.
import { productChanged, productEdited, productRemoved } from "#contracts/products";
import { changesBetween } from "#domain/product-changes";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Told } from "#mixins/collection";
import { tell } from "#mixins/outbox";
import type { StoredProduct } from "./stored.ts";

type Products = Collection<StoredProduct>;

const attempts = 20;

/** Writes what was made of the product that was read; stale when it was written since. */
export const save = (products: Products, before: StoredProduct, after: StoredProduct) =>
	products.replace(after, news(before, after), ...history(before, after));

/**
 * Decides again on what others wrote meanwhile. Null from `change` leaves the product as it is;
 * a product that is not there stays null.
 */
export async function revise(
	products: Products,
	id: string,
	change: (product: StoredProduct) => StoredProduct | null,
): Promise<StoredProduct | null> {
	for (let attempt = 1; ; attempt += 1) {
		const before = await products.findById(id);
		const after = before && change(before);
		if (!before || !after) return before;
		try {
			return await save(products, before, after);
		} catch (thrown) {
			if (!(thrown instanceof StaleVersion) || attempt === attempts) throw thrown;
		}
	}
}

/** Whether it can be bought now or could before is what others want to know. */
function news(before: StoredProduct, after: StoredProduct): Told {
	const isGone = before.status === "published" && after.status !== "published";
	const event = isGone ? productRemoved : productChanged;
	return tell(event, { productId: after.id, version: before.version + 1 });
}

/** Nothing where staff changed nothing: sales, stock and ratings leave the edition as it is. */
function history(before: StoredProduct, after: StoredProduct): Told[] {
	if (after.edition === before.edition) return [];
	const changes = changesBetween(before, after);
	if (changes.length === 0) return [];
	const { id: productId, edition, updatedAt: at, editedBy: by = null } = after;
	return [tell(productEdited, { productId, edition, at, by, changes })];
}
