// How a sentence becomes words: `{name}` is filled in, `no item | one item | {count} items` has a
// form for a count.
export type Blanks = Readonly<Record<string, unknown>>;

export function worded(sentence: string, blanks: Blanks, count: unknown = blanks.count): string {
	const form = typeof count === "number" ? formFor(sentence, count) : sentence;
	return form.replace(/\{(\w+)\}/g, (blank, name: string) =>
		name in blanks ? String(blanks[name]) : blank,
	);
}

/** Two forms are for one and for more; three are for none, one and more. */
function formFor(sentence: string, count: number): string {
	const forms = sentence.split(" | ");
	const at = forms.length === 2 ? Number(count !== 1) : Math.min(count, 2);
	return forms[at] ?? sentence;
}
