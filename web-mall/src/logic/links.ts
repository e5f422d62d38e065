/** Links that the shop's people have set may lead to a page of the mall only. */
export const isOwnLink = (link: string) => link.startsWith("/") && !link.startsWith("//");

/** The categories that a text of the shop links to, each once. */
export function categoriesIn(html: string): string[] {
	const found = [...html.matchAll(/href="\/c\/([^"?#/]+)/g)].map(([, slug = ""]) => slug);
	return [...new Set(found.map(decoded))];
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
