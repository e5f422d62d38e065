// The words of a product's history: what staff changed in it.
import {
	event,
	id,
	int,
	json,
	list,
	nullable,
	object,
	oneOf,
	string,
	timestamp,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { changedFields } from "#domain/product-changes";
import type { Change as ProductChange } from "#domain/product-changes";

/** Who did something: an id, and the name that they went by then. */
const Actor = object({ id: string({ max: 64 }), name: string({ max: 100 }) });

const Change = object({
	field: oneOf(...changedFields),
	/** Which one, where a product has several: a SKU, an option, `zh.name`. */
	of: string({ max: 200 }),
	before: json<ProductChange["before"]>(),
	after: json<ProductChange["after"]>(),
});

/** One edition in the history of a product; the first, which made it, has no changes. */
export const ProductEdition = object({
	edition: int(),
	at: timestamp(),
	by: nullable(Actor),
	changes: list(Change, { max: 5000 }),
});
export type ProductEdition = Infer<typeof ProductEdition>;

/** Tells the history of a product what staff changed; what others do to it is not in there. */
export const productEdited = event(
	"product.edited",
	object({ productId: id(), ...ProductEdition.properties }),
);
