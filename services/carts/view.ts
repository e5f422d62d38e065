// A cart as its owner sees it: its lines joined with what the catalogue and the stock say now.
import type { Cart, CartItem } from "#contracts/carts";
import { inventory } from "#contracts/inventory";
import { products } from "#contracts/products";
import type { SaleItem } from "#contracts/products";
import { promotions } from "#contracts/promotions";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Label } from "./labels.ts";
import type { Db, Line, StoredCart } from "./stored.ts";

/** What is known of some SKUs: absent ones were not asked for, null is not on sale. */
export type Sale = Map<string, OnSale | null>;
type OnSale = { item: SaleItem; available: number };

export async function saleOf(ctx: Ctx, skus: string[]): Promise<Sale> {
	if (skus.length === 0) return new Map();
	const [items, levels] = await Promise.all([
		call(ctx, products.resolve, { skus }),
		call(ctx, inventory.levels, { skus }),
	]);
	const available = new Map(levels.map((level) => [level.sku, level.available]));
	const sale: Sale = new Map(skus.map((sku) => [sku, null]));
	for (const item of items) {
		sale.set(item.sku, { item, available: available.get(item.sku) ?? 0 });
	}
	return sale;
}

type Shown = Pick<StoredCart, "id" | "lines" | "version">;

/** `known` spares asking again for what the caller has asked already. */
export async function view(
	ctx: Ctx,
	db: Db,
	{ cart, known = new Map() }: { cart: Shown; known?: Sale },
): Promise<Cart> {
	const { id, lines, version } = cart;
	const missing = lines.map(({ sku }) => sku).filter((sku) => !known.has(sku));
	const sale = missing.length > 0 ? new Map([...known, ...(await saleOf(ctx, missing))]) : known;
	const gone = await goneOf(db, lines, sale);
	const items = lines.map((line) => {
		const found = sale.get(line.sku);
		return found ? itemOf(line, found) : goneItem(line, gone);
	});
	const { promotions: applied, ...totals } = await totalsOf(ctx, items, sale);
	return { id, items, totals, promotions: applied, version };
}

/** The labels of what is no longer on sale. */
async function goneOf({ labels }: Db, lines: Line[], sale: Sale): Promise<Map<string, Label>> {
	const ids = lines.flatMap(({ sku, label }) => (label && !sale.get(sku) ? [label] : []));
	const found = ids.length > 0 ? await labels.findByIds(ids) : [];
	return new Map(found.map(({ id, version: _version, ...label }) => [id, label]));
}

function goneItem({ sku, price, quantity, label = "", ...older }: Line, gone: Map<string, Label>) {
	const was = gone.get(label) ?? older;
	const { productId = "", slug = "", name = sku, image = null, options = {} } = was;
	return {
		sku,
		productId,
		slug,
		name,
		image,
		options,
		unitPrice: price,
		quantity,
		selected: false,
		available: 0,
		isGone: true,
		subtotal: price * quantity,
	};
}

function itemOf({ price, selected, quantity }: Line, sale: OnSale): CartItem {
	const { sku, productId, slug, name, image, options, unitPrice } = sale.item;
	return {
		sku,
		productId,
		slug,
		name,
		image,
		options,
		unitPrice,
		...(unitPrice !== price && { previousPrice: price }),
		quantity,
		selected,
		available: Math.max(0, sale.available),
		subtotal: unitPrice * quantity,
	};
}

async function totalsOf(ctx: Ctx, items: CartItem[], sale: Sale) {
	const lines = items.flatMap(({ sku, quantity, selected }) => {
		const found = selected ? sale.get(sku) : null;
		if (!found) return [];
		const { productId, categoryIds, brandId, tags } = found.item;
		const { unitPrice, weightGrams, taxClass } = found.item;
		const about = { productId, categoryIds, brandId, tags };
		return [{ sku, ...about, unitPrice, weightGrams, taxClass, quantity }];
	});
	if (lines.length === 0) return nothing;
	const userId = ctx.meta.user?.id ?? null;
	const { freeShippingFrom, ...sums } = await call(ctx, promotions.goods, { lines, userId });
	return { ...sums, ...(freeShippingFrom !== null && { freeShippingFrom }) };
}

const nothing: Cart["totals"] & Pick<Cart, "promotions"> = {
	goods: 0,
	discount: 0,
	shipping: 0,
	tax: 0,
	taxIncluded: true,
	total: 0,
	promotions: [],
};
