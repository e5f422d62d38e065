// What something was called and how it looked when it was put in: shown when it is no longer on sale.
// Many carts hold the same things, so a line names its label; labels never change, and nobody's are.
import { createHash } from "node:crypto";
import type { CartItem } from "#contracts/carts";
import type { SaleItem } from "#contracts/products";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";

export type Label = Pick<CartItem, "productId" | "slug" | "name" | "image" | "options">;
export type StoredLabel = Label & Stored;

const labels = new WeakMap<SaleItem, StoredLabel>();

export function labelOf(item: SaleItem): StoredLabel {
	const known = labels.get(item);
	if (known) return known;
	const { productId, slug, name, image, options } = item;
	const label = { productId, slug, name, image, options };
	const id = createHash("sha256").update(JSON.stringify(label)).digest("base64url").slice(0, 22);
	const made = { id, version: 1, ...label };
	labels.set(item, made);
	return made;
}

/** Those that are stored, by store: nothing takes them out. */
const stored = new WeakMap<Collection<StoredLabel>, WeakSet<SaleItem>>();

/** To be done before a line names them. */
export async function keepLabels(db: Collection<StoredLabel>, items: SaleItem[]) {
	const known = stored.get(db) ?? new WeakSet();
	stored.set(db, known);
	const others = items.filter((item) => !known.has(item));
	if (others.length === 0) return;
	await Promise.all(others.map((item) => keep(db, labelOf(item))));
	for (const item of others) known.add(item);
}

async function keep(db: Collection<StoredLabel>, label: StoredLabel) {
	if (await db.findById(label.id)) return;
	try {
		await db.insert(label);
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
	}
}
