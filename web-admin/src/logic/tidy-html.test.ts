import { expect, it } from "vitest";
import { tidy } from "./tidy-html.ts";

it.each([
	["<ul><li><p>One</p></li><li><p>Two</p></li></ul>", "<ul><li>One</li><li>Two</li></ul>"],
	[
		"<ul><li><p>One</p><ul><li><p>Below <strong>it</strong></p></li></ul></li></ul>",
		"<ul><li>One<ul><li>Below <strong>it</strong></li></ul></li></ul>",
	],
	["<ul><li><p>One</p><p>Two</p></li></ul>", "<ul><li><p>One</p><p>Two</p></li></ul>"],
	[
		'<table style="min-width: 50px"><colgroup><col></colgroup><tbody><tr><th colspan="1" rowspan="1"><p>A</p></th><td colspan="2" rowspan="1"><p></p></td></tr></tbody></table>',
		'<table><tbody><tr><th>A</th><td colspan="2"></td></tr></tbody></table>',
	],
	["<p>Plain</p><p></p><p></p>", "<p>Plain</p>"],
	["<p>Plain</p><h3>Title</h3>", "<p>Plain</p><h3>Title</h3>"],
])("writes %s plainly", (written, plain) => {
	expect(tidy(written)).toBe(plain);
});
