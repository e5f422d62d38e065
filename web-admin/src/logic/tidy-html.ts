const wrapped =
	/<(li|td|th)((?:\s[^>]*)?)><p>((?:(?!<\/?(?:p|li|td|th)\b).)*)<\/p>(?=<\/\1>|<[uo]l>)/gs;
const usual = /\s(?:colspan="1"|rowspan="1"|colwidth="[^"]*"|style="[^"]*")/g;
const emptyEnd = /(?:<p><\/p>)+$/;
const columns = /<colgroup>.*?<\/colgroup>/gs;

/** An editor's HTML as people write it: no paragraph where a list or a table has one line only, none at the
 * end that is empty. */
export const tidy = (html: string) =>
	html
		.replace(columns, "")
		.replace(emptyEnd, "")
		.replace(/<(?:table|td|th)\b[^>]*>/g, (tag) => tag.replace(usual, ""))
		.replace(wrapped, "<$1$2>$3");
