// Names of provinces as people write them into an address.

/** What ends a Chinese province's full name and is left out as often as not. */
const endings = /(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/u;

/** The same text for spellings that mean the same place. */
export const fold = (name: string): string =>
	name.normalize("NFKC").trim().toLowerCase().replace(endings, "");

/** Whether an address that says `written` lies in the place. */
export const isPlace = (place: string, written = ""): boolean =>
	written !== "" && fold(place) === fold(written);
