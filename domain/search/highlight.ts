import type { Understood } from "./query.ts";
import { analyse } from "./words.ts";

export interface Part {
	text: string;
	marked: boolean;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text in pieces, those that hold a wanted term marked. */
export function highlight(
	text: string,
	wanted: ReadonlySet<string>,
	tokens = analyse(text),
): Part[] {
	const parts: Part[] = [];
	let from = 0;
	for (const token of tokens) {
		if (token.start < from || !wanted.has(token.term)) continue;
		if (token.start > from) parts.push({ text: text.slice(from, token.start), marked: false });
		parts.push({ text: text.slice(token.start, token.end), marked: true });
		from = token.end;
	}
	if (from < text.length) parts.push({ text: text.slice(from), marked: false });
	return parts;
}

/** The parts as HTML whose only markup is `<mark>`: everything else is escaped. */
export function asMarkup(parts: readonly Part[]): string {
	return parts
		.map(({ text, marked }) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text)))
		.join("");
}

/** The terms that any word of the query may be found by. */
export function wantedTerms(query: Understood): Set<string> {
	const wanted = query.words.filter((word) => !word.optional);
	return new Set(
		wanted.flatMap((word) =>
			[...word.alternatives, ...word.completions].flatMap((one) => one.terms),
		),
	);
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
