import stemmers from "snowball-stemmers";

const english = stemmers.newStemmer("english");

/** Words that the stemmer gets wrong, and spellings that mean the same. */
const EXCEPTIONS: Record<string, string> = {
	lens: "lens",
	lenses: "lens",
	bus: "bus",
	buses: "bus",
	mice: "mous",
	mouses: "mous",
	children: "child",
	women: "woman",
	men: "man",
	feet: "foot",
	teeth: "tooth",
	knives: "knife",
	shelves: "shelf",
	leaves: "leaf",
	scarves: "scarf",
	loaves: "loaf",
	people: "person",
	colour: "color",
	colours: "color",
	coloured: "color",
	colored: "color",
	grey: "gray",
	fibre: "fiber",
	fibres: "fiber",
	adaptor: "adapt",
	adaptors: "adapt",
	centre: "center",
	metre: "meter",
	metres: "meter",
	litre: "liter",
	litres: "liter",
	theatre: "theater",
	jewellery: "jewelri",
	tyre: "tire",
	tyres: "tire",
	aluminium: "aluminum",
	analogue: "analog",
	organiser: "organ",
	labelling: "label",
	labeling: "label",
	news: "news",
	glasses: "glasses",
	universal: "universal",
	university: "university",
	universe: "universe",
	router: "router",
	routers: "router",
	printer: "printer",
	printers: "printer",
	speaker: "speaker",
	speakers: "speaker",
	scanner: "scanner",
	scanners: "scanner",
	organizer: "organizer",
	organizers: "organizer",
	gaming: "gaming",
	general: "general",
	generic: "generic",
	mount: "mount",
	mounts: "mount",
	mounting: "mount",
	mounted: "mount",
	portable: "portable",
	porter: "porter",
	ports: "port",
	port: "port",
	external: "external",
	internal: "internal",
	secure: "secure",
	security: "security",
};
const ENGLISH = /^[a-z]{3,}$/;
const LIMIT = 50_000;
const known = new Map<string, string>(Object.entries(EXCEPTIONS));

/** The form under which a folded word is indexed: plural is singular, `printing` is `print`. */
export function stem(word: string): string {
	if (!ENGLISH.test(word)) return word;
	const cached = known.get(word);
	if (cached !== undefined) return cached;
	if (known.size >= LIMIT) forget();
	const result = english.stem(word);
	known.set(word, result);
	return result;
}

function forget(): void {
	known.clear();
	for (const [word, result] of Object.entries(EXCEPTIONS)) known.set(word, result);
}
