// The products in memory, each in a numbered slot, with everything that can be counted as numbers.
import { fold } from "#domain/search/fold";
import { isAccessory } from "#domain/search/heads";
import { phraseTerms } from "#domain/search/synonyms";
import { analyse } from "#domain/search/words";
import type { Named, SearchDocument } from "./engine.ts";
import type { IndexedText } from "./fields.ts";
import { Registry } from "./registry.ts";

export interface Category extends Named {
	parent: number;
}

export interface Attribute {
	name: string;
	/** Freight and paperwork: nobody chooses by these. */
	isDull: boolean;
}

export interface AttributeValue {
	attribute: number;
	value: string;
}

/** A product as the index keeps it; lists hold numbers of the shelf's registries. */
export interface Entry {
	id: string;
	slug: string;
	name: string;
	image: string | null;
	version: number;
	card: string;
	price: number;
	inStock: boolean;
	rating: number;
	ratings: number;
	sales: number;
	createdAt: number;
	categories: number[];
	brand: number;
	tags: number[];
	values: number[];
	/** The values that a person may choose by: a part of `values`. */
	choices: number[];
	title: number[];
	positions: number[];
	heads: number[];
	kind: number[];
	isAccessory: boolean;
	codes: string[];
	/** Numbers in the dictionary. */
	words: number[];
}

const LONGEST_CHOICE = 60;
const DULL =
	/^(height|width|depth|weight|thickness)\b|package|pallet|carton|master outer|harmonized|last change|\bark\b|oem code|country of origin|humidity|temperature|altitude|dimensions|\bdate\b|\bstatus\b|hs code|rohs|certification|weight imperial|\bmanual\b|market segment|quantity per (box|layer)/;

export class Shelf {
	readonly categories = new Registry<Category>();
	readonly brands = new Registry<Named>();
	readonly tags = new Registry<string>();
	readonly attributes = new Registry<Attribute>();
	readonly values = new Registry<AttributeValue>();
	/** For a value's number, the number of its attribute. */
	readonly attributeOf: number[] = [];
	readonly terms = new Registry<string>();
	/** Brand names as term sequences, to notice them in a query. */
	readonly brandNames = new Map<string, Set<number>>();
	readonly entries: (Entry | undefined)[] = [];
	readonly #slots = new Map<string, number>();
	readonly #free: number[] = [];

	get size(): number {
		return this.#slots.size;
	}

	slot(id: string): number | undefined {
		return this.#slots.get(id);
	}

	ids(): Iterable<string> {
		return this.#slots.keys();
	}

	entry(id: string): Entry | undefined {
		const slot = this.#slots.get(id);
		return slot === undefined ? undefined : this.entries[slot];
	}

	/** Puts an entry into its slot, a free one if the product is new. */
	place(entry: Entry): number {
		const slot = this.#slots.get(entry.id) ?? this.#free.pop() ?? this.entries.length;
		this.#slots.set(entry.id, slot);
		this.entries[slot] = entry;
		return slot;
	}

	remove(id: string): number | undefined {
		const slot = this.#slots.get(id);
		if (slot === undefined) return undefined;
		this.#slots.delete(id);
		this.entries[slot] = undefined;
		this.#free.push(slot);
		return slot;
	}

	/** Takes stored entries, each into the slot it had. */
	restore(entries: readonly (Entry | undefined)[]): void {
		for (const { attribute } of this.values.items) this.attributeOf.push(attribute);
		for (const [slot, entry] of entries.entries()) {
			this.entries[slot] = entry;
			if (entry) this.#slots.set(entry.id, slot);
			else this.#free.push(slot);
		}
	}

	isChoice(value: number): boolean {
		const { attribute, value: text } = this.values.at(value) ?? { attribute: -1, value: "" };
		return isShort(text) && this.attributes.at(attribute)?.isDull === false;
	}

	termNumber(term: string): number {
		return this.terms.number(term, () => term);
	}

	brandNumber(brand: Named | null): number {
		if (!brand) return -1;
		const number = this.brands.number(brand.id, () => ({ ...brand }));
		this.brands.items[number] = brand;
		for (const key of brandKeys(brand.name)) {
			const holders = this.brandNames.get(key) ?? new Set();
			this.brandNames.set(key, holders.add(number));
		}
		return number;
	}

	categoryNumbers(path: readonly Named[]): number[] {
		let parent = -1;
		return path.map((category) => {
			const number = this.categories.number(category.id, () => ({ ...category, parent }));
			this.categories.items[number] = { ...category, parent };
			parent = number;
			return number;
		});
	}

	valueNumbers(attributes: SearchDocument["attributes"]): number[] {
		return attributes.map(({ name, value }) => {
			const attribute = this.attributes.number(fold(name), () => attributeNamed(name));
			const text = String(value);
			const key = `${attribute}\u0000${fold(text)}`;
			const number = this.values.number(key, () => ({ attribute, value: text }));
			this.attributeOf[number] = attribute;
			return number;
		});
	}
}

export type Described = Pick<IndexedText, "title" | "heads" | "kind" | "codes">;

/** An entry without its words, which the dictionary numbers. */
export function entryOf(document: SearchDocument, text: Described, shelf: Shelf): Entry {
	const values = [...new Set(shelf.valueNumbers(document.attributes))];
	const { id, slug, name, image, price, inStock, sales, rating } = document;
	return {
		id,
		slug,
		name,
		image,
		price,
		inStock,
		sales,
		version: document.version ?? 0,
		card: JSON.stringify(document.card),
		rating: rating.average,
		ratings: rating.count,
		createdAt: Date.parse(document.createdAt),
		categories: shelf.categoryNumbers(document.categories),
		brand: shelf.brandNumber(document.brand),
		tags: document.tags.map((tag) => shelf.tags.number(fold(tag), () => tag)),
		values,
		choices: values.filter((value) => shelf.isChoice(value)),
		title: text.title.map(({ term }) => shelf.termNumber(term)),
		positions: text.title.map(({ position }) => position),
		heads: text.heads.map((term) => shelf.termNumber(term)),
		kind: text.kind.map((term) => shelf.termNumber(term)),
		isAccessory: text.heads.some(isAccessory),
		codes: text.codes,
		words: [],
	};
}

function attributeNamed(name: string): Attribute {
	return { name, isDull: isDull(name) };
}

/** Whether people choose by such a value. */
export const isChosenBy = (name: string, value: string) => isShort(value) && !isDull(name);

const isShort = (value: string) => value.length <= LONGEST_CHOICE;
const isDull = (name: string) => DULL.test(fold(name));

/** The ways a brand is typed: "be quiet", "startech com", "tp link" and "tplink". */
function brandKeys(name: string): string[] {
	const parts = analyse(name).filter((token) => token.kind !== "joined");
	const all = parts.map((token) => token.term);
	const first = name.includes(".") ? all.slice(0, 1) : all;
	return [...new Set([all, first, phraseTerms(name)].map((terms) => terms.join(" ")))];
}
