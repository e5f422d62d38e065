// Levels as staff look for them: by SKU or by the product's name, all of them or what runs out.
import { products } from "#contracts/products";
import type { Query } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { levelOf } from "./stored.ts";
import type { StoredStock } from "./stored.ts";

interface Asked {
	low?: boolean;
	out?: boolean;
	q?: string;
	sort?: "sku" | "available" | "-updatedAt";
	page?: number;
	pageSize?: number;
}

type Stocks = Collection<StoredStock>;

const isLow: Query = { isLow: true };
const isOut: Query = { available: { $lte: 0 } };

export async function listed(ctx: Ctx<Asked>, stocks: Stocks) {
	const { low, out, q = "", sort = "sku", page = 1, pageSize = 20 } = ctx.params;
	const found = await named(ctx, stocks, q.trim());
	const query = {
		...found,
		...(low !== undefined && { isLow: low }),
		...(out === true && isOut),
		...(out === false && { available: { $gt: 0 } }),
	};
	const order = [sort === "sku" ? "id" : sort];
	const [shown, all, lowCount, outCount] = await Promise.all([
		stocks.list({ query, sort: order, page, pageSize }),
		stocks.count(found),
		stocks.count({ ...found, ...isLow }),
		stocks.count({ ...found, ...isOut }),
	]);
	const counts = { all, low: lowCount, out: outCount };
	return { ...shown, items: shown.items.map(levelOf), counts };
}

/** A whole SKU means itself; else how one begins, or words of the name of its product. */
async function named(ctx: Ctx, stocks: Stocks, q: string): Promise<Query> {
	if (q === "") return {};
	if (await stocks.findById(q)) return { id: q };
	const { ids } = await call(ctx, products.matching, { q });
	return { $or: [{ id: { $regex: prefix(q) } }, { productId: { $in: ids } }] };
}

/** What begins with it, every sign standing for itself. */
const prefix = (text: string) => `^${text.replace(/[^\w\s]/g, String.raw`\$&`)}`;
