import { expect, it } from "vitest";
import { categoriesIn, isOwnLink } from "./links.ts";

it("finds the categories that a text links to, each once and in order", () => {
	const html =
		'<p><a href="/c/tents">Tents</a> · <a href="/c/bottles?sort=price">Bottles</a> · ' +
		'<a href="/c/tents#top">Tents</a> · <a href="/p/c/no">No</a> · ' +
		'<a href="/c/%E5%B8%90%E7%AF%B7">帐篷</a> · <a href="/c/100%">Odd</a></p>';

	expect(categoriesIn(html)).toEqual(["tents", "bottles", "帐篷", "100%"]);
});

it.each([
	["/c/tents", true],
	["//elsewhere.example", false],
	["https://elsewhere.example", false],
	["javascript:alert(1)", false],
])("takes %s for a page of the mall: %s", (link, isOwn) => {
	expect(isOwnLink(link)).toBe(isOwn);
});
