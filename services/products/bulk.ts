// One thing done to many products. Each succeeds or fails for itself, and says why.
import { Errors } from "moleculer";
import {
	CATEGORY_NOT_FOUND,
	PRICE_TOO_HIGH,
	PRICE_TOO_LOW,
	PRODUCT_NOT_FOUND,
	PRODUCT_WRONG_STATE,
} from "#contracts/products";
import { said } from "#domain/field-words";
import { changedPrice, priceChange } from "#domain/price-change";
import type { PriceChange } from "#domain/price-change";
import type { Collection, Stored } from "#mixins/collection";
import { fail, invalid, translate } from "#mixins/errors";
import { completed } from "./draft.ts";
import { noteTags } from "./launch.ts";
import { revise } from "./revise.ts";
import { placeOf } from "./shelves.ts";
import type { Shelves } from "./shelves.ts";
import { plainText } from "./texts.ts";
import type { Actor, StoredProduct, StoredVariant } from "./stored.ts";

export type Deed =
	| "publish"
	| "unpublish"
	| "recycle"
	| "restore"
	| "move"
	| "tag"
	| "untag"
	| "price";
/** With an `id` it is done once, however often it is asked for. */
type Wish = {
	id?: string;
	action: Deed;
	value?: string;
	shelves: Shelves;
	at: string;
	by: Actor;
};
type Change = (product: StoredProduct) => StoredProduct;

const mostTags = 50;
const longestTag = 60;
const remembered = 5;

/** Null where the product is like that already. */
type Act = (product: StoredProduct) => Partial<StoredProduct> | null;

const recycled: Act = ({ status }) => (status === "recycled" ? null : { status: "recycled" });

const acts: Record<Deed, (wish: Wish) => Act> = {
	publish: () => settle("published"),
	unpublish: () => settle("draft"),
	recycle: () => recycled,
	restore: () => (product) => {
		if (product.status !== "recycled") refuse(product);
		return { status: "draft" };
	},
	move: ({ value = "", shelves }) => {
		const category = shelves.category(value) ?? fail(CATEGORY_NOT_FOUND, { id: value });
		return usable((product) =>
			product.categoryId === category.id ? null : placeOf(shelves, category.id),
		);
	},
	tag: ({ value }) => {
		const tag = tagOf(value);
		return usable(({ tags }) =>
			tags.includes(tag) || tags.length >= mostTags ? null : { tags: [...tags, tag] },
		);
	},
	untag: ({ value }) => {
		const tag = tagOf(value);
		return usable(({ tags }) =>
			tags.includes(tag) ? { tags: tags.filter((one) => one !== tag) } : null,
		);
	},
	price: ({ value = "" }) => {
		const change = priceChange(value) ?? invalid([{ path: "value", ...noChange }]);
		return usable(({ variants }) => ({ variants: variants.map((one) => priced(one, change)) }));
	},
};

/** What the deed makes of a product; the very same product when there is nothing to do. */
export function deed(wish: Wish): Change {
	const act = acts[wish.action](wish);
	const { id, at, by } = wish;
	return (product) => {
		const done = product.deeds ?? [];
		if (id && done.includes(id)) return product;
		const change = act(product);
		if (!change) return product;
		const recycledAt = (change.status ?? product.status) === "recycled" ? at : null;
		const edition = product.edition + 1;
		const deeds = id ? [...done, id].slice(-remembered) : done;
		const made = { recycledAt, edition, updatedAt: at, editedBy: by, deeds };
		return completed({ ...product, ...change, ...made });
	};
}

/** Does it to one product; the product afterwards. */
export async function act(products: Collection<StoredProduct>, id: string, change: Change) {
	const done = await revise(products, id, (product) => {
		const after = change(product);
		return after === product ? null : after;
	});
	return done ?? fail(PRODUCT_NOT_FOUND, { id });
}

interface Tables {
	products: Collection<StoredProduct>;
	tags: Collection<Stored>;
}

/** Does it to all of them at once; who is refused is told why. */
export async function bulk({ products, tags }: Tables, wish: Wish & { ids: string[] }) {
	const change = deed(wish);
	if (wish.action === "tag") await noteTags(tags, [{ tags: [tagOf(wish.value)] }]);
	const outcomes = await Promise.allSettled(wish.ids.map((id) => act(products, id, change)));
	const failed = outcomes.flatMap((outcome, index) => {
		if (outcome.status === "fulfilled") return [];
		const thrown = translate(outcome.reason);
		if (!(thrown instanceof Errors.MoleculerClientError)) throw thrown;
		return [{ id: wish.ids[index] ?? "", message: thrown.message }];
	});
	return { done: wish.ids.length - failed.length, failed };
}

function settle(status: "draft" | "published"): Act {
	return usable((product) => (product.status === status ? null : { status }));
}

function usable(act: Act): Act {
	return (product) => {
		if (product.status === "recycled") refuse(product);
		return act(product);
	};
}

function refuse({ status }: StoredProduct): never {
	return fail(PRODUCT_WRONG_STATE, { status });
}

const noChange = said(
	"must be a change such as -10%, +2.5%, -150 or +150 minor units",
	"应为价格变动,例如 -10%、+2.5%、-150 或 +150(最小货币单位)",
);

/** A list price that is no longer above the price is none any more. */
function priced(variant: StoredVariant, change: PriceChange): StoredVariant {
	const { sku, listPrice } = variant;
	const refusal = change.sign > 0 ? PRICE_TOO_HIGH : PRICE_TOO_LOW;
	const price = changedPrice(variant.price, change) ?? fail(refusal, { sku });
	return {
		...variant,
		price,
		listPrice: listPrice !== null && listPrice < price ? null : listPrice,
	};
}

const noTag = said(
	`must be a tag of 1 to ${longestTag} letters`,
	`必须是 1 到 ${longestTag} 个字的标签`,
);

function tagOf(value = "") {
	const tag = plainText(value);
	if (tag === "" || tag.length > longestTag) invalid([{ path: "value", ...noTag }]);
	return tag;
}
