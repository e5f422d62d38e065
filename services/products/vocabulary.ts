// The words that products share, in other languages; see contracts/products/vocabulary.ts.
import { mostWords } from "#contracts/products";
import type { Word } from "#contracts/products";
import { fieldWords } from "#domain/field-words";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { invalid } from "#mixins/errors";
import type { StoredWord } from "./stored.ts";

type Words = Collection<StoredWord>;

export async function wordsIn(words: Words, locale: string | undefined) {
	const all = locale ? await words.find({ limit: mostWords }) : [];
	const said = all.flatMap(({ id, translations }) => {
		const text = translations[locale ?? ""];
		return text ? [[id, text] as const] : [];
	});
	return { words: Object.fromEntries(said) };
}

/** May be repeated: each word is a document of its own. */
export async function translate(words: Words, given: Word[]) {
	if ((await words.count()) + given.length > mostWords)
		invalid([{ path: "words", ...fieldWords.fewerItems(mostWords) }]);
	await Promise.all(given.map((word) => write(words, word)));
}

async function write(words: Words, { word: id, translations }: Word) {
	if (Object.keys(translations).length === 0) {
		await words.remove({ id });
		return;
	}
	if (await words.update({ id }, { $set: { translations } })) return;
	try {
		await words.insert({ id, version: 1, translations });
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
		await words.update({ id }, { $set: { translations } });
	}
}
