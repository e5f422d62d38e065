// node bench/relevance.ts FILE [query]: how good the first results of judged queries are.
import { DEFAULT_SYNONYMS } from "#domain/search/default-synonyms";
import { JUDGED } from "#tests/support/judged-queries";
import type { JudgedQuery } from "#tests/support/judged-queries";
import { documentOf, readRows } from "#tests/support/search-catalogue";
import { answer } from "../services/search/engine/answer.ts";
import type { Answer } from "../services/search/engine/answer.ts";
import { ProductIndex } from "../services/search/engine/product-index.ts";

interface Shown {
	name: string;
	brand: { name: string } | null;
	category: { name: string };
}

const [file, only] = process.argv.slice(2);
if (!file) {
	console.error("Say which catalogue: node bench/relevance.ts products.jsonl.gz [query]");
	process.exit(1);
}
const index = new ProductIndex();
const started = performance.now();
for (const row of await readRows(file)) index.put(documentOf(row));
console.log(`indexed in ${Math.round(performance.now() - started)} ms`);

if (only) show(only);
else report();

function report(): void {
	let [precision, gain, met] = [0, 0, 0];
	for (const judged of JUDGED) {
		const result = search(judged.q, 10);
		const good = result.items.map(({ card }) => isGood(judged, JSON.parse(card)));
		const top = judged.top ?? 5;
		const share = good.slice(0, top).filter(Boolean).length / top;
		const own = ndcg(good);
		precision += share;
		gain += own;
		met += share === 1 ? 1 : 0;
		const mark = share === 1 ? " " : share >= 0.6 ? "-" : "!";
		const figures = `P@${top} ${share.toFixed(2)}  nDCG ${own.toFixed(2)}`;
		console.log(`${mark} ${judged.q.padEnd(30)} ${figures}  ${result.total}`);
		for (const [at, { card }] of result.items.slice(0, top).entries()) {
			if (!good[at]) console.log(`      ${at + 1}. ${nameOf(JSON.parse(card))}`);
		}
	}
	const mean = (sum: number) => (sum / JUDGED.length).toFixed(3);
	console.log(
		`\n${JUDGED.length} queries: P@top ${mean(precision)}, nDCG@10 ${mean(gain)}, full ${met}`,
	);
}

function show(q: string): void {
	const { items, ...rest } = search(q, 12);
	for (const { card, explain } of items) {
		const factors = Object.entries(explain?.factors ?? {});
		const said = factors.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(" ");
		console.log(`${explain?.score.toFixed(1)} ${nameOf(JSON.parse(card))}\n      ${said}`);
	}
	console.log(JSON.stringify({ ...rest, understood: index.understand(asked(q, 1)) }, null, 1));
}

function search(q: string, pageSize: number): Answer {
	return answer(index, asked(q, pageSize));
}

function asked(q: string, pageSize: number) {
	const rest = { attributes: {}, page: 1, synonyms: DEFAULT_SYNONYMS, explain: true };
	return { q, pageSize, sort: "relevance" as const, ...rest };
}

function isGood(judged: JudgedQuery, shown: Shown): boolean {
	const isBrand = !judged.brand || shown.brand?.name === judged.brand;
	const isKind = judged.category?.test(shown.category.name) || judged.title?.test(shown.name);
	return isBrand && isKind === true && !judged.not?.test(shown.name);
}

function ndcg(good: readonly boolean[]): number {
	const discount = (at: number) => 1 / Math.log2(at + 2);
	const sum = good.reduce((total, one, at) => total + (one ? discount(at) : 0), 0);
	const ideal = good.reduce((total, _, at) => total + discount(at), 0);
	return ideal === 0 ? 0 : sum / ideal;
}

function nameOf(shown: Shown): string {
	return `[${shown.brand?.name}] ${shown.name} {${shown.category.name}}`;
}
