/** How many typos a word may hold: none below four letters, one from four, two from eight. */
export function allowedEdits(word: string): number {
	if (!/^\p{L}+$/u.test(word) || /\p{Script=Han}/u.test(word)) return 0;
	if (word.length < 4) return 0;
	return word.length < 8 ? 1 : 2;
}

/** The words that differ by two swapped neighbours, which people type as one mistake. */
export function swaps(word: string): string[] {
	const found = new Set<string>();
	for (let at = 0; at + 1 < word.length; at++) {
		const [a, b] = [word.charAt(at), word.charAt(at + 1)];
		if (a !== b) found.add(word.slice(0, at) + b + a + word.slice(at + 2));
	}
	return [...found];
}
