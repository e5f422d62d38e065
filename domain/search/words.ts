// Text becomes tokens here, for products and queries alike, so that both speak one language.
// A compound (`t-shirt`, `WH-1000XM5`) gives its joined form and its parts; a quantity one token.
import { fold } from "./fold.ts";
import { stem } from "./stem.ts";
import { gluedQuantity, isNumber, plainNumber, quantity } from "./units.ts";

export type TokenKind = "word" | "joined" | "part";

/** One searchable form of a stretch of text. `term` is what an index stores. */
export interface Token {
	term: string;
	surface: string;
	start: number;
	end: number;
	position: number;
	kind: TokenKind;
}

interface Run {
	text: string;
	start: number;
	end: number;
	inch: boolean;
}

const RUN =
	/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-‐‑–'’./_&+]|(?<=\d),(?=\d))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:''|["″”])?/gu;
const INCH = /(?:''|["″”])$/;
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const SCRIPTS = UNSPACED.source.slice(1, -1);
const BY_SCRIPT = new RegExp(
	`[${SCRIPTS}]+|(?:(?![${SCRIPTS}])[\\p{L}\\p{N}\\p{M}\\-'./_&+])+`,
	"gu",
);
const LONGEST = 40;
const LONGEST_JOIN = 24;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The tokens of a text in reading order; parts of a compound have positions of their own. */
export function analyse(text: string): Token[] {
	const tokens: Token[] = [];
	let position = 0;
	for (const run of runs(text)) {
		const next = UNSPACED.test(run.text) ? unspaced(run, position) : spaced(run, position);
		tokens.push(...next);
		position = (next.at(-1)?.position ?? position - 1) + 1;
	}
	return mergeQuantities(tokens, text);
}

/** Only the terms, each once. */
export function termsOf(text: string): string[] {
	return [...new Set(analyse(text).map((token) => token.term))];
}

function* runs(text: string): Generator<Run> {
	for (const match of text.matchAll(RUN)) {
		const inch = INCH.exec(match[0]);
		const body = inch ? match[0].slice(0, -inch[0].length) : match[0];
		const isInch = inch !== null && isNumber(body.replace(",", "."));
		const end = match.index + (isInch ? match[0].length : body.length);
		yield { text: body, start: match.index, end, inch: isInch };
	}
}

/** Chinese, Japanese, Thai: words by the segmenter, and each sign, as segmentations differ. */
function unspaced(run: Run, first: number): Token[] {
	const tokens: Token[] = [];
	let position = first;
	for (const piece of pieces(run)) {
		const found = UNSPACED.test(piece.text) ? signs(piece, position) : spaced(piece, position);
		tokens.push(...found);
		position = (found.at(-1)?.position ?? position - 1) + 1;
	}
	return tokens;
}

function* pieces(run: Run): Generator<Run> {
	for (const { 0: text, index } of run.text.matchAll(BY_SCRIPT)) {
		const start = run.start + index;
		if (!UNSPACED.test(text)) {
			yield { text, start, end: start + text.length, inch: false };
			continue;
		}
		for (const { segment, index: at } of segmenter.segment(text)) {
			yield {
				text: segment,
				start: start + at,
				end: start + at + segment.length,
				inch: false,
			};
		}
	}
}

function signs(run: Run, position: number): Token[] {
	const word = unbroken(run.text);
	if (word === "") return [];
	const { start, end } = run;
	const whole: Token = { term: word, surface: word, start, end, position, kind: "word" };
	if (word.length < 2 || word.length !== run.text.length) return [whole];
	const single = [...word].map((sign, offset): Token => {
		const at = start + offset;
		return { term: sign, surface: sign, start: at, end: at + 1, position, kind: "part" };
	});
	return [whole, ...single];
}

function spaced(run: Run, position: number): Token[] {
	const text = withoutThousands(unbroken(run.text)).replace(/'s$/, "").slice(0, LONGEST);
	const { start, end } = run;
	const amount = run.inch ? quantity(text, "in") : gluedQuantity(text);
	if (amount) return measured(amount, run, position);
	const single = isNumber(text) ? plainNumber(text) : text;
	if (single === "") return [];
	if (!/[-'./_&+]/.test(single) || isNumber(single)) {
		return [{ term: stem(single), surface: single, start, end, position, kind: "word" }];
	}
	return compound(single, run, position);
}

/** Why: the compatibility form of some signs holds a blank, and terms are stored blank-separated. */
function unbroken(text: string): string {
	return fold(text).replace(/\s+/gu, "");
}

function withoutThousands(text: string): string {
	return text.replace(/(\d),(\d{3})(?!\d)/g, "$1$2").replace(/(\d),(\d)/g, "$1.$2");
}

/** A quantity; inches also give the bare number, since "monitor 27" means 27 inches. */
function measured(amount: string, run: Run, position: number): Token[] {
	const { start, end } = run;
	const whole: Token = { term: amount, surface: amount, start, end, position, kind: "word" };
	if (!amount.endsWith("in")) return [whole];
	const bare = amount.slice(0, -2);
	return [whole, { term: bare, surface: bare, start, end, position, kind: "part" }];
}

function compound(text: string, run: Run, position: number): Token[] {
	const parts = text.split(/[-'/_&+]|\.(?!\d)|(?<!\d)\./).filter(Boolean);
	const [first, second] = parts;
	const amount = parts.length === 2 && first && second ? quantity(first, second) : undefined;
	if (amount) return measured(amount, run, position);
	const tokens = placed(parts, run, position).filter((token) => !isSuffix(token, text));
	const joined = parts.map(plainNumber).join("");
	const isChoice = text.includes("/") && !/\d/.test(text);
	const { start, end } = run;
	if (parts.length < 2 || isChoice || joined.length > LONGEST_JOIN) {
		return tokens.map((token) => ({ ...token, kind: "word" }));
	}
	const whole: Token = {
		term: stem(joined),
		surface: joined,
		start,
		end,
		position,
		kind: "joined",
	};
	return [whole, ...tokens];
}

/** The country of "240S1SB/27" is no size. */
function isSuffix({ surface }: Token, text: string): boolean {
	return /^\d{1,2}$/.test(surface) && text.endsWith(`/${surface}`) && /[a-z]/.test(text);
}

/** The parts of a compound with their own ranges, where folding kept the length. */
function placed(parts: string[], run: Run, position: number): Token[] {
	const folded = unbroken(run.text);
	const aligned = folded.length === run.text.length;
	let from = 0;
	return parts.map((piece, index) => {
		const at = aligned ? folded.indexOf(piece, from) : -1;
		from = at < 0 ? from : at + piece.length;
		const start = at < 0 ? run.start : run.start + at;
		const end = at < 0 ? run.end : start + piece.length;
		const surface = gluedQuantity(piece) ?? plainNumber(piece);
		return {
			term: stem(surface),
			surface,
			start,
			end,
			position: position + index,
			kind: "part",
		};
	});
}

/** A number and the unit word after it become one quantity; "2 in 1" stays as it is. */
function mergeQuantities(tokens: Token[], text: string): Token[] {
	const merged: Token[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
		if (!token) continue;
		const amount =
			token.kind === "word" && next?.kind === "word"
				? quantity(token.surface, next.surface)
				: undefined;
		const together = next && /^[\s-]{0,2}$/.test(text.slice(token.end, next.start));
		const isChoice = next?.surface === "in" && after !== undefined && isNumber(after.surface);
		if (!amount || !together || isChoice) {
			merged.push(token);
			continue;
		}
		const run = { text: amount, start: token.start, end: next.end, inch: false };
		merged.push(...measured(amount, run, token.position));
		at++;
	}
	return merged;
}
