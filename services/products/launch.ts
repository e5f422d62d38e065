// New products and new variants: one write holds the product and the receipts of its first stock,
// then inventory receives it, then the product is on its shelf. A crash in between leaves the
// receipts in the product; a round finds and finishes them, and a repeat changes nothing.
import type { Level } from "#contracts/inventory";
import { SKU_TAKEN, SLUG_TAKEN } from "#contracts/products";
import { slug } from "#domain/slug";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";
import { StaleVersion } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { completed } from "./draft.ts";
import { revise, save } from "./revise.ts";
import type { Receipt, StoredProduct } from "./stored.ts";

type Products = Collection<StoredProduct>;
/** Calls inventory as whoever works here. */
export type Receive = (params: {
	key: string;
	lines: { sku: string; productId: string; quantity: number }[];
	by: string;
}) => Promise<Level[]>;

const linesPerCall = 500;

/** Stores it under the first address that is free, made of its name and SKU. */
export async function insert(products: Products, product: StoredProduct): Promise<StoredProduct> {
	const [first] = product.variants;
	const names = [product.name, `${product.name} ${first?.sku ?? ""}`, product.id];
	const slugs = product.slug === product.id ? names.map((name) => slug(name, product.id)) : [];
	for (const address of slugs.length > 0 ? slugs : [product.slug]) {
		try {
			return await products.insert({ ...product, slug: address });
		} catch (thrown) {
			if (!isTaken(thrown, "slug")) throw await named(products, product, thrown);
		}
	}
	return fail(SLUG_TAKEN, { slug: product.slug });
}

/** The error of a clash in words: which SKU, which address. */
export async function named(products: Products, product: StoredProduct, thrown: unknown) {
	if (isTaken(thrown, "slug")) return fail(SLUG_TAKEN, { slug: product.slug });
	if (!isTaken(thrown, "variants.sku")) return thrown;
	const skus = product.variants.map(({ sku }) => sku);
	const query = { "variants.sku": { $in: skus }, id: { $ne: product.id } };
	const other = await products.findOne(query);
	const sku = skus.find((one) => other?.variants.some((variant) => variant.sku === one));
	return fail(SKU_TAKEN, { sku: sku ?? skus.join(", ") });
}

const isTaken = (thrown: unknown, key: string) =>
	thrown instanceof DuplicateKey && thrown.key === key;

/** Hands all receipts of these products to the inventory and puts the products on the shelf. */
export async function finishReceipts(
	products: Products,
	open: StoredProduct[],
	receive: Receive,
): Promise<StoredProduct[]> {
	const lines = open.flatMap(({ id, receipts }) =>
		receipts.map((receipt) => ({ ...receipt, productId: id })),
	);
	const calls = batches(lines).map(({ key, by, part }) => receive({ key, by, lines: part }));
	const levels = new Map((await Promise.all(calls)).flat().map((one) => [one.sku, one]));
	return Promise.all(open.map((product) => shelve(products, product, levels)));
}

type Line = Receipt & { productId: string };

/** Few calls: lines of the same key and hand go together. */
function batches(lines: Line[]) {
	const groups = Map.groupBy(lines, ({ key, by }) => JSON.stringify([key, by]));
	return [...groups.values()].flatMap((group) => {
		const { key, by } = group[0] ?? { key: "", by: "" };
		const parts: { key: string; by: string; part: Omit<Line, "key" | "by">[] }[] = [];
		for (let at = 0; at < group.length; at += linesPerCall) {
			const part = group
				.slice(at, at + linesPerCall)
				.map(({ sku, productId, quantity }) => ({ sku, productId, quantity }));
			parts.push({ key, by, part });
		}
		return parts;
	});
}

async function shelve(
	products: Products,
	open: StoredProduct,
	levels: ReadonlyMap<string, Level>,
): Promise<StoredProduct> {
	const done = new Set(open.receipts.map(({ sku, key }) => `${key} ${sku}`));
	const settle = (product: StoredProduct) => ({
		...stocked(product, levels),
		receipts: product.receipts.filter(({ sku, key }) => !done.has(`${key} ${sku}`)),
	});
	try {
		return await save(products, open, completed(settle(open)));
	} catch (thrown) {
		if (!(thrown instanceof StaleVersion)) throw thrown;
		const revised = await revise(products, open.id, (now) => completed(settle(now)));
		return revised ?? open;
	}
}

/** The product with what inventory says, as far as it did not know better. */
export function stocked(
	product: StoredProduct,
	levels: ReadonlyMap<string, Pick<Level, "available" | "version">>,
): StoredProduct {
	const variants = product.variants.map((variant) => {
		const level = levels.get(variant.sku);
		if (!level || level.version <= variant.stockVersion) return variant;
		return { ...variant, inStock: level.available > 0, stockVersion: level.version };
	});
	return { ...product, variants };
}

const recoverBatch = 200;
const restMs = 3_000;

/** What a killed process, or an inventory that was away, has left. */
export async function recoverReceipts(products: Products, receive: Receive) {
	const open = await products.find({ query: { hasReceipts: true }, limit: recoverBatch });
	const before = new Date(Date.now() - restMs).toISOString();
	const left = open.filter(({ updatedAt }) => updatedAt < before);
	if (left.length > 0) await finishReceipts(products, left, receive);
}

/** Tags are written down before products carry them. */
export async function noteTags(tags: Collection<Stored>, products: { tags: string[] }[]) {
	const names = [...new Set(products.flatMap((product) => product.tags))];
	const known = new Set((await tags.findByIds(names)).map(({ id }) => id));
	const fresh = names.filter((name) => !known.has(name));
	await Promise.all(
		fresh.map((id) =>
			tags.insert({ id, version: 1 }).catch((thrown: unknown) => {
				if (!(thrown instanceof DuplicateKey)) throw thrown;
			}),
		),
	);
}
