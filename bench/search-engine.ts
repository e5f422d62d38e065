// node bench/search-engine.ts FILE: what the embedded engine costs at the size of the file.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_SYNONYMS } from "#domain/search/default-synonyms";
import { documentOf, readRows } from "#tests/support/search-catalogue";
import { MiniSearchEngine } from "../services/search/engine/minisearch-engine.ts";

const file = process.argv[2];
if (!file) {
	console.error("Say which catalogue: node bench/search-engine.ts products.jsonl.gz");
	process.exit(1);
}

const documents = (await readRows(file)).map(documentOf);
const queries = differentQueries(2_000);
const folder = await mkdtemp(join(tmpdir(), "search-bench-"));
const snapshot = join(folder, "index");
const before = process.memoryUsage().rss;

const engine = new MiniSearchEngine();
let longest = 0;
const [building] = await timed(() => engine.put(documents));
console.log(`${documents.length} products indexed in ${building.toFixed(0)} ms`);
console.log(`memory +${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB (with garbage)`);

await run(queries.slice(0, 300));
const sequential = await run(queries.slice(300));
console.log(`one after another: ${sequential}`);
const filtered = await run(queries.slice(300), true);
console.log(`with two filters:  ${filtered}`);
const [saving] = await timed(() => engine.save(snapshot, "bench"));
await engine.close();

const restarted = new MiniSearchEngine();
const [loading] = await timed(() => restarted.load(snapshot, "bench"));
console.log(`snapshot saved in ${saving.toFixed(0)} ms, loaded in ${loading.toFixed(0)} ms`);
await restarted.close();
await rm(folder, { recursive: true });

async function run(list: readonly string[], filter = false): Promise<string> {
	const cpu = process.cpuUsage();
	const times: number[] = [];
	longest = 0;
	for (const q of list) {
		const filters = filter ? { minPrice: 1_000, maxPrice: 50_000, inStock: true } : {};
		const [time] = await timed(() =>
			engine.searchJson({
				q,
				...filters,
				attributes: {},
				sort: "relevance",
				page: 1,
				pageSize: 24,
				synonyms: DEFAULT_SYNONYMS,
			}),
		);
		times.push(time);
		longest = Math.max(longest, time);
	}
	const { user, system } = process.cpuUsage(cpu);
	times.sort((a, b) => a - b);
	const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
	const each = ((user + system) / 1000 / list.length).toFixed(2);
	return `${each} ms CPU a query; p50 ${at(0.5)}, p99 ${at(0.99)}, most ${longest.toFixed(1)} ms`;
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
	const started = performance.now();
	const result = await work();
	return [performance.now() - started, result];
}

/** Brand, category and title words in many mixtures, the same in every run. */
function differentQueries(count: number): string[] {
	const found = new Set<string>();
	for (let at = 0; found.size < count; at++) {
		const { name, brand, categories } =
			documents[(at * 7919) % documents.length] ?? documents[0]!;
		const words = name.split(/\s+/).filter((word) => word.length > 2);
		const pick = (step: number) => words[(at * step) % words.length] ?? "";
		const kind =
			categories.at(-1)?.name === "Uncategorised" ? pick(5) : categories.at(-1)?.name;
		const forms = [
			`${pick(3)} ${kind}`,
			`${brand?.name} ${kind}`,
			`${pick(3)} ${pick(7)}`,
			pick(11),
		];
		found.add(forms[at % forms.length] ?? "");
	}
	return [...found];
}
