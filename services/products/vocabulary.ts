// The words that products share, in other languages; see contracts/products/vocabulary.ts. Products
// follow a changed word: the search index knows them by it.
import { mostWords } from "#contracts/products";
import type { Word } from "#contracts/products";
import { fieldWords } from "#domain/field-words";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { invalid } from "#mixins/errors";
import { retell } from "./errands.ts";
import type { StoredProduct, StoredWord } from "./stored.ts";
import { wordsUsed } from "./views.ts";

type Words = Collection<StoredWord>;
type Tables = { words: Words; products: Collection<StoredProduct> };

const batch = 500;

export async function wordsIn(words: Words, locale: string | undefined) {
	const all = locale ? await words.find({ limit: mostWords }) : [];
	return { words: inLanguage(all, locale) };
}

/** Those of the given ones only. */
export async function spoken(words: Words, given: string[], locale: string | undefined) {
	const known = locale ? await words.findByIds(given) : [];
	return { words: inLanguage(known, locale) };
}

function inLanguage(words: StoredWord[], locale = "") {
	const said = words.flatMap(({ id, translations }) => {
		const text = translations[locale];
		return text ? [[id, text] as const] : [];
	});
	return Object.fromEntries(said);
}

/** What the words of these products are called in all other languages. */
export async function otherWords(words: Words, products: StoredProduct[]) {
	const used = new Set(products.flatMap(wordsUsed));
	const known = await words.findByIds([...used]);
	return new Map(known.map(({ id, translations }) => [id, Object.values(translations)]));
}

/** May be repeated: each word is a document of its own. */
export async function translate(words: Words, given: Word[]) {
	refuseTwice(given);
	if ((await words.count()) + given.length > mostWords)
		invalid([{ path: "words", ...fieldWords.fewerItems(mostWords) }]);
	await Promise.all(given.map((word) => write(words, word)));
}

function refuseTwice(given: Word[]) {
	const twice = given.flatMap(({ word }, index) =>
		given.findIndex((other) => other.word === word) < index ? [index] : [],
	);
	if (twice.length === 0) return;
	invalid(twice.map((index) => ({ path: `words.${index}.word`, ...fieldWords.twice })));
}

async function write(words: Words, { word: id, translations }: Word) {
	const said = { translations, isFresh: true };
	if (await words.update({ id }, { $set: said })) return;
	if (Object.keys(translations).length === 0) return;
	try {
		await words.insert({ id, version: 1, ...said });
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
		await words.update({ id }, { $set: said });
	}
}

/** Makes the products follow; a word that was written once more meanwhile stays for the next round. */
export async function followWords({ words, products }: Tables) {
	const fresh = await words.find({ query: { isFresh: true }, limit: batch });
	if (fresh.length === 0) return;
	const changed = new Set(fresh.map(({ id }) => id));
	const isMeant = (product: StoredProduct) =>
		wordsUsed(product).some((word) => changed.has(word));
	await retell(products, {}, { isMeant });
	await Promise.all(
		fresh.map(({ id, version, translations }) =>
			Object.keys(translations).length === 0
				? words.remove({ id, version })
				: words.update({ id, version }, { $set: { isFresh: false } }),
		),
	);
}
