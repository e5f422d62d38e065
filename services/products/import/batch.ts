// Some hundred rows at once: one look at what is known, then the new, then the changed.
import { isDeepStrictEqual } from "node:util";
import { Errors } from "moleculer";
import { INVALID } from "#contracts/errors";
import { BRAND_NOT_FOUND, CATEGORY_NOT_FOUND, SKU_TAKEN, SLUG_TAKEN } from "#contracts/products";
import { said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";
import { isRecord } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import { fill, translate } from "#mixins/errors";
import type { FieldError } from "#mixins/errors";
import { blank, edited } from "../draft.ts";
import type { Input, Occasion } from "../draft.ts";
import { finishReceipts, insert, noteTags } from "../launch.ts";
import type { Receive } from "../launch.ts";
import { revise } from "../revise.ts";
import type { ShelfKeeper, Shelves } from "../shelves.ts";
import type { Actor, StoredBrand, StoredCategory, StoredProduct } from "../stored.ts";
import type { Row } from "./row.ts";
import { brandAt, categoryOf, shelvesWith, uncategorised } from "./tree.ts";

export type NumberedRow = { row: number; said: Row };
export type RowError = FieldWords & { row: number };
export type Outcome = { created: number; updated: number; errors: RowError[] };

export interface Workshop {
	db: {
		products: Collection<StoredProduct>;
		categories: Collection<StoredCategory>;
		brands: Collection<StoredBrand>;
		tags: Collection<Stored>;
	};
	keeper: ShelfKeeper;
	receive: Receive;
}

export type Options = { stock: number; isDry: boolean; by: Actor };

type Work = { shop: Workshop; occasion: Occasion; isDry: boolean; errors: RowError[] };

export async function importBatch(
	shop: Workshop,
	rows: NumberedRow[],
	options: Options,
): Promise<Outcome> {
	const known = await knownBySku(shop.db.products, rows);
	const shelves = await shelvesWith(
		shop.keeper,
		{
			categories: rows.map(({ said }) => said.category ?? uncategorised),
			brands: rows.flatMap(({ said }) => said.brand ?? []),
		},
		options.isDry ? null : shop.db,
	);
	const occasion = { shelves, at: now(), by: options.by };
	const work: Work = { shop, occasion, isDry: options.isDry, errors: [] };
	const isKnown = ({ said }: NumberedRow) => known.has(said.sku);

	const created = await createAll(
		work,
		rows.filter((one) => !isKnown(one)),
		options.stock,
	);
	const updated = await updateAll(work, rows.filter(isKnown), known);
	return { created, updated, errors: work.errors };
}

async function knownBySku(products: Collection<StoredProduct>, rows: NumberedRow[]) {
	const skus = rows.map(({ said }) => said.sku);
	const query = { "variants.sku": { $in: skus } };
	const found = await products.find({ query, limit: Math.max(skus.length, 1) });
	return new Map(
		found.flatMap((product) => product.variants.map(({ sku }) => [sku, product] as const)),
	);
}

async function createAll(
	{ shop, occasion, isDry, errors }: Work,
	rows: NumberedRow[],
	stock: number,
) {
	const { products, tags } = shop.db;
	const drafts = rows.flatMap(({ row, said }) => {
		const draft = attempt({ row, errors }, () => {
			const id = newId();
			return edited(
				blank(id, occasion.at),
				newInput(said, occasion.shelves, stock),
				occasion,
			);
		});
		return draft ? [{ row, draft }] : [];
	});
	if (isDry) return drafts.length;

	await noteTags(
		tags,
		drafts.map(({ draft }) => draft),
	);
	const inserted = await Promise.allSettled(drafts.map(({ draft }) => insert(products, draft)));
	const open = inserted.flatMap((outcome, index) => {
		if (outcome.status === "fulfilled") return [outcome.value];
		errors.push(asError(drafts[index]?.row ?? 0, outcome.reason));
		return [];
	});
	await finishReceipts(products, open, shop.receive);
	return open.length;
}

/** Rows of one product are taken together; what they leave as it is costs no write. */
async function updateAll(
	{ shop, occasion, isDry, errors }: Work,
	rows: NumberedRow[],
	known: ReadonlyMap<string, StoredProduct>,
) {
	const byProduct = Map.groupBy(rows, ({ said }) => known.get(said.sku)?.id ?? "");
	const changes = [...byProduct].map(async ([id, part]) => {
		let isChanged = false;
		const change = (product: StoredProduct) => {
			const after = part.reduce(
				(before, { row, said }) =>
					attempt({ row, errors }, () => rewritten(before, said, occasion)) ?? before,
				product,
			);
			isChanged = after !== product;
			return isChanged ? after : null;
		};
		const first = known.get(part[0]?.said.sku ?? "");
		if (first && change(first) && !isDry) await revise(shop.db.products, id, change);
		return isChanged;
	});
	return (await Promise.all(changes)).filter(Boolean).length;
}

function rewritten(before: StoredProduct, said: Row, occasion: Occasion): StoredProduct {
	if (before.status === "recycled") throw new BadRow(binned);
	const input = { ...inputOf(said, occasion.shelves), variants: repriced(before, said) };
	const { edition, updatedAt, editedBy } = before;
	const after = edited(before, input, occasion);
	return isDeepStrictEqual({ ...after, edition, updatedAt, editedBy }, before) ? before : after;
}

function repriced({ variants }: StoredProduct, said: Row): Input["variants"] {
	const { sku, price, listPrice, weight } = said;
	return variants.map(({ inStock: _in, stockVersion: _version, ...variant }) =>
		variant.sku === sku
			? {
					...variant,
					price: price ?? variant.price,
					listPrice: listPrice ?? variant.listPrice,
					weightGrams: weight ?? variant.weightGrams,
				}
			: variant,
	);
}

function newInput(said: Row, shelves: Shelves, fallback: number): Input {
	const { sku, name, price, listPrice = null, weight, stock = fallback } = said;
	if (name === undefined) throw new BadRow(untitled);
	if (price === undefined) throw new BadRow(unpriced);
	const category = categoryOf(shelves, said.category ?? uncategorised);
	return {
		...inputOf(said, shelves),
		...(category && { categoryId: category.id }),
		status: "published",
		variants: [{ sku, price, listPrice, stock, weightGrams: weight }],
	};
}

function inputOf(said: Row, shelves: Shelves): Input {
	const { name, subtitle, description, attributes, tags, image } = said;
	const category = said.category && categoryOf(shelves, said.category);
	const brand = said.brand === undefined ? undefined : brandAt(shelves, said.brand);
	return {
		...(name !== undefined && { name }),
		...(subtitle !== undefined && { subtitle }),
		...(description !== undefined && { description }),
		...(attributes && { attributes }),
		...(tags && { tags }),
		...(image && { images: [{ url: image, alt: "" }] }),
		...(category && { categoryId: category.id }),
		...(brand && { brandId: brand.id }),
	};
}

/** A row that says something impossible. */
class BadRow extends Error {
	words: FieldWords;

	constructor(words: FieldWords) {
		super(words.message);
		this.words = words;
	}
}

const binned = said("is in the recycle bin: restore it first", "在回收站中，请先恢复");
const untitled = said("has no title", "缺少标题");
const unpriced = said("has no price", "缺少价格");

function attempt<T>({ row, errors }: { row: number; errors: RowError[] }, work: () => T) {
	try {
		return work();
	} catch (thrown) {
		errors.push(asError(row, thrown));
		return undefined;
	}
}

/** What the row did wrong; anything else is ours and ends the import. */
function asError(row: number, thrown: unknown): RowError {
	const refusal = translate(thrown);
	if (refusal instanceof BadRow) return { row, ...refusal.words };
	if (!(refusal instanceof Errors.MoleculerClientError)) throw thrown;
	const { message, type } = refusal;
	const data = isRecord(refusal.data) ? refusal.data : {};
	const spec = refusals.find(({ code }) => code === type);
	const fields = Array.isArray(data["errors"]) ? data["errors"] : [];
	return {
		row,
		message: `${message} ${sentences(fields, "message")}`.trim(),
		zh: `${spec ? fill(spec.zh, data) : message} ${sentences(fields, "zh")}`.trim(),
	};
}

/** What a row can run into. */
const refusals = [INVALID, BRAND_NOT_FOUND, CATEGORY_NOT_FOUND, SKU_TAKEN, SLUG_TAKEN];

const sentences = (fields: FieldError[], words: keyof FieldWords) =>
	fields.map((field) => `${field.path} ${field[words]}`).join("; ");
