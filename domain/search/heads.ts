// What a product is, told from what it is for: the head of "Laptop sleeve with pocket" is the
// sleeve. Shops rarely say it in a field, so it is read from titles and category names.
import { DIVIDERS } from "./stop-words.ts";
import { termsOf, analyse } from "./words.ts";
import type { QueryWord, Understood } from "./query.ts";
import type { Token } from "./words.ts";

/** Things that shops sell, last word only. A shop's category names add to them. */
const THINGS =
	"adapter adaptor amplifier antenna arm backpack bag band bands barebone basket battery bed belt " +
	"binder bike blanket blender blind board boiler bolt book boot bottle box bracelet bracket " +
	"brush bulb bundle cabinet cable calculator camcorder camera cap card cart cartridge case " +
	"chair charger chassis clamp cleaner clip clock coat coffee computer connector console " +
	"controller converter cooler cooker cord coupler cover cradle cup cutter desk dispenser " +
	"display dock doll door drawer dress drill drive drone drum dryer duplexer earbuds earphones " +
	"enclosure envelope expander extender extension fan feeder figure film filter firewall flash " +
	"folder frame fridge fryer fuser game gamepad gateway glass glasses glove grill grinder guard " +
	"guitar hammer handset hat headphones headset heater heatsink helmet hinge holder hood hub " +
	"inverter ink iron jacket jeans joystick kettle key keyboard keypad kit knife label lamp " +
	"laminator laptop lens licence license light lipstick lock luggage machine magnet mailbox mat " +
	"media memory microphone microwave mirror mixer modem module monitor motherboard mount mouse " +
	"mousepad mug multifunctional netbook notebook opener oven pack pad paint pan panel pants " +
	"paper patch pc pen pencil phone photo pillow player playset plate plug pot pouch printer " +
	"printhead processor projector protector puzzle rack radio razor reader receiver recorder " +
	"refill refrigerator remote ribbon ring roller router rug sandal saw scale scanner scarf " +
	"scooter screen screwdriver sensor server shaver sheet shelf shield shirt shoe shorts shredder " +
	"skirt sleeve smartphone sneaker sock sofa software soap speaker splitter stacker stand " +
	"stapler station sticker stick strap strip stylus suit sunglasses supply surge sweater switch " +
	"system table tablet tank tape tea telephone television tent terminal thermometer tie toaster " +
	"tool toner torch towel toy transceiver transmitter tray tripod trousers trolley tshirt tv ups " +
	"vacuum vase ventilator wallet warranty washer watch webcam wheel windshield workstation wrap";

/** Words that say little alone: in "memory module" the memory counts as well. */
const LIGHT =
	"module unit set device card machine player pc computer system cartridge supply drive camera " +
	"product appliance equipment board phone station";

/** Words that say nothing of what a thing is: a coffee machine is no washing machine. */
const VAGUE = "machine station system unit set device equipment product appliance kit";

/** Things that go with another thing; a search for the other thing does not mean them. */
const ACCESSORIES =
	"adapter arm bag battery bracket cable cap case charger clamp clip connector cord cover cradle dock " +
	"drum enclosure extender extension feeder film filter frame fuser guard holder hood hub key " +
	"kit label lamp lens lock mat module mount pad paper part plug pouch protector rack refill remote " +
	"replicator ribbon roller skin sleeve spare stacker stand station sticker strap stylus supply " +
	"toner tape tray tripod warranty wrap accessory backpack cabinet memory license software";

/** After a number these say how many, not what: "tray 250 sheets". */
const COUNTED = new Set("sheet page pack label figure outlet card".split(" ").flatMap(termsOf));

/** What a title without a thing is, told by a word that only such things have. */
const SIGNS: [term: RegExp, thing: string][] = [
	[/^\d+(\.\d+)?ppm$/, "printer"],
	[/^(lcd|oled)$/, "monitor"],
	[/^(sim|[45]g)$/, "phone"],
	[/^origin$/, "cartridge"],
];

const things = new Set(THINGS.split(" ").flatMap(termsOf));
const light = new Set(LIGHT.split(" ").flatMap(termsOf));
const vague = new Set(VAGUE.split(" ").flatMap(termsOf));
const accessories = new Set(ACCESSORIES.split(" ").flatMap(termsOf));
const CUT = /[,;:(|]|\s-\s|[\u2013\u2014]/;

export function isThing(term: string): boolean {
	return things.has(term);
}

export function isAccessory(term: string): boolean {
	return accessories.has(term);
}

export const accessoryTerms: string[] = [...accessories];

/** A title up to where it goes on to say what the thing is for or comes with. */
export function mainPart(text: string, tokens: readonly Token[]): Token[] {
	const isCut = (token: Token, before: Token) =>
		CUT.test(text.slice(before.end, token.start)) || DIVIDERS.has(token.surface);
	return upTo(tokens, isCut);
}

/** "163.8 cm (64.5") Smart TV" and "HDMI to VGA cable" name their thing behind a cut. */
function namedPart(tokens: readonly Token[]): Token[] {
	return upTo(tokens, ({ surface }) => DIVIDERS.has(surface) && surface !== "to");
}

function upTo(tokens: readonly Token[], isCut: (token: Token, before: Token) => boolean): Token[] {
	const end = tokens.findIndex((token, at) => {
		const before = tokens[at - 1];
		return before && at > 1 && token.start >= before.end && isCut(token, before);
	});
	return end < 0 ? [...tokens] : tokens.slice(0, end);
}

/** The heads of a title, or none where it names no thing that is known. */
export function titleHeads(text: string, extra: ReadonlySet<string> = new Set()): string[] {
	const tokens = analyse(text);
	const main = headsAmong(mainPart(text, tokens), extra);
	const named = main.length > 0 ? main : headsAmong(namedPart(tokens), extra);
	return named.length > 0 ? named : signed(tokens);
}

function signed(tokens: readonly Token[]): string[] {
	const sign = SIGNS.find(([term]) => tokens.some((token) => term.test(token.term)));
	return sign ? termsOf(sign[1]) : [];
}

function headsAmong(tokens: readonly Token[], extra: ReadonlySet<string>): string[] {
	const terms = tokens.map((token) => token.term);
	const at = terms.findLastIndex(
		(term, place) => (things.has(term) || extra.has(term)) && !isCount(terms, place),
	);
	return at < 0 ? [] : withWeight(terms, at);
}

/** The heads of a category or product type: "camera/camcorder battery" is a battery. */
export function nameHeads(name: string): string[] {
	const choices = name.replace(/\([^)]*\)/g, " ").split(/[&,]| and /);
	const heads = choices.flatMap(choiceHeads);
	const last = heads.at(-1);
	return last !== undefined && isAccessory(last) ? choiceHeads(choices.at(-1) ?? "") : heads;
}

function choiceHeads(choice: string): string[] {
	const words = choice.trim().split(/\s+/);
	const before = words.slice(0, -1).join(" ");
	const lasts = (words.at(-1) ?? "").split("/").filter(Boolean);
	return lasts.flatMap((word) => {
		const terms = termsOf(`${before} ${word}`);
		return terms.length === 0 ? [] : withWeight(terms, terms.length - 1);
	});
}

/** What a query's last thing before "for" or "with" may mean, synonyms and typos included. */
export function queryHeads(query: Understood, extra: ReadonlySet<string>): string[] {
	const words = query.words.filter((word) => !word.optional);
	const divider = query.words.findIndex(({ surface }, at) => at > 0 && DIVIDERS.has(surface));
	const end = query.words[divider]?.start ?? Number.MAX_SAFE_INTEGER;
	const before = words.filter(({ start }) => start < end);
	const isKnown = (term: string) => things.has(term) || extra.has(term);
	const at = before.findLastIndex((word) => meanings(word).some(isKnown));
	const word = before[at];
	if (!word) return [];
	const lasts = meanings(word);
	const qualifier = before[at - 1];
	return qualifier && lasts.every((term) => vague.has(term)) ? meanings(qualifier) : lasts;
}

/** What each thing that a word stands for is; what it may become only if it is a thing. */
function meanings({ terms, alternatives, completions }: QueryWord): string[] {
	const all = [...alternatives.map((one) => one.terms), terms];
	const unfinished = completions.map((one) => one.terms.at(-1) ?? "");
	return [...all.map(telling), ...unfinished.filter((term) => things.has(term))];
}

/** The last term, or the one before it: the docking says what a docking station is. */
function telling(terms: readonly string[]): string {
	const last = terms.at(-1) ?? "";
	return vague.has(last) ? (terms.at(-2) ?? last) : last;
}

function isCount(terms: readonly string[], at: number): boolean {
	return COUNTED.has(terms[at] ?? "") && /^\d+$/.test(terms[at - 1] ?? "");
}

function withWeight(terms: readonly string[], at: number): string[] {
	const [head, before] = [terms[at], terms[at - 1]];
	if (head === undefined) return [];
	return light.has(head) && before !== undefined ? [head, before] : [head];
}
