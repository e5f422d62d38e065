// The index itself: products in, answers out, in one thread. The worker wraps it.
import MiniSearch from "minisearch";
import type { SynonymRule, SynonymTable } from "#domain/search/synonyms";
import { synonymTable } from "#domain/search/synonyms";
import type { Understood } from "#domain/search/query";
import { understand } from "#domain/search/understand";
import { Dictionary } from "./dictionary.ts";
import type { EngineQuery, SearchDocument } from "./engine.ts";
import { indexedText, thingsOf } from "./fields.ts";
import type { Field, IndexedText } from "./fields.ts";
import type { Found, TextIndex } from "./retrieve.ts";
import { retrieve, textIndexOptions } from "./retrieve.ts";
import type { Ranking } from "./rank.ts";
import { entryOf, Shelf } from "./shelf.ts";

export class ProductIndex {
	readonly shelf = new Shelf();
	readonly dictionary = new Dictionary();
	/** Heads of category names: what this shop sells, beyond the built-in list. */
	readonly things = new Set<string>();
	text: TextIndex = new MiniSearch(textIndexOptions());
	#rules: readonly SynonymRule[] = [];
	#rulesKey = "[]";
	#synonyms: SynonymTable = synonymTable([]);

	put(document: SearchDocument): void {
		for (const thing of thingsOf(document)) this.things.add(thing);
		const analysed = indexedText(document, this.things);
		const old = this.shelf.entry(document.id);
		if (old) this.dictionary.remove(old.words);
		const words = this.dictionary.add(analysed.words, analysed.joined);
		const slot = this.shelf.place({ ...entryOf(document, analysed, this.shelf), words });
		const fields = { id: slot, ...joined(analysed.terms) };
		if (this.text.has(slot)) this.text.replace(fields);
		else this.text.add(fields);
	}

	remove(id: string): void {
		const old = this.shelf.entry(id);
		const slot = this.shelf.remove(id);
		if (!old || slot === undefined) return;
		this.dictionary.remove(old.words);
		this.text.discard(slot);
	}

	understand(query: EngineQuery): Understood {
		return understand(query.q ?? "", {
			vocabulary: this.dictionary,
			synonyms: this.#table(query.synonyms ?? []),
		});
	}

	find(query: Understood, ranking: Ranking): Found {
		const frequency = (term: string) => this.dictionary.count(term);
		return retrieve(this.text, query, { ...ranking, frequency });
	}

	/** Compiled rules are kept until others come. */
	#table(rules: readonly SynonymRule[]): SynonymTable {
		if (rules === this.#rules) return this.#synonyms;
		const key = JSON.stringify(rules);
		if (key !== this.#rulesKey) this.#synonyms = synonymTable(rules);
		[this.#rules, this.#rulesKey] = [rules, key];
		return this.#synonyms;
	}
}

function joined(terms: IndexedText["terms"]): Record<Field, string> {
	return {
		name: terms.name.join(" "),
		kind: terms.kind.join(" "),
		brand: terms.brand.join(" "),
		codes: terms.codes.join(" "),
		extra: terms.extra.join(" "),
		attributes: terms.attributes.join(" "),
		description: terms.description.join(" "),
	};
}
