// A steady load, one accident after another, and the counting at the end.
import { setTimeout as wait } from "node:timers/promises";
import { chance } from "#tests/faults/checkouts/chance";
import { settled } from "#tests/faults/checkouts/counting";
import { open } from "#tests/faults/checkouts/shop";
import type { Row } from "#tests/faults/checkouts/tally";
import { world as build } from "#tests/faults/checkouts/world";
import type { World } from "#tests/faults/checkouts/world";
import { accidentsOf, short } from "./accidents.ts";
import type { Accident } from "./accidents.ts";
import { browse } from "./browsing.ts";
import type { Cluster } from "./cluster.ts";
import { diary } from "./diary.ts";
import type { Diary, Seen } from "./diary.ts";
import { complaintsOf, heading, rowOf } from "./report.ts";
import type { Entry } from "./report.ts";

export interface Choice {
	short: boolean;
	/** Kinds of accidents; all when there are none. */
	only: string[];
	/** A part of the names of nodes. */
	node: string;
	seed: number;
	tell(text: string): void;
}

export interface Outcome {
	entries: Entry[];
	rows: Row[];
	orders: number;
	/** Why it came to no end, and was not counted. */
	broke?: string;
}

// Why so few: the server that stands in for MongoDB takes some thousand orders at most.
const buyers = 8;
const load = { people: 8, pauseMs: 400 };
const pauseMs = 5_000;

export async function endure(cluster: Cluster, choice: Choice): Promise<Outcome> {
	const { seed, tell } = choice;
	const notes = diary(cluster.origin);
	const world = await build(notes.line, chance(seed), { checkouts: 1_000, buyers });
	world.patient = 100;
	// Why: what stands in for MongoDB scans, and stands still when it is asked for much at once.
	world.readsAtOnce = 2;
	const shop = open(world, { seed, pauseMs });
	const browsing = browse(world, { seed, ...load });
	const over = Promise.all([shop.over, browsing.over]);
	const failed = over.then(() => new Promise<never>(() => {}));
	for (const line of heading) tell(line);
	const entries: Entry[] = [];
	try {
		await Promise.race([shop.until(buyers), failed]);
		for (const accident of chosen(accidentsOf(cluster), choice)) {
			const entry = await Promise.race([meet(accident, cluster, notes), failed]);
			entries.push(entry);
			tell([rowOf(entry), ...complaintsOf(entry)].join("\n"));
		}
		shop.close();
		browsing.close();
		const began = Date.now();
		await over;
		return { entries, rows: await settled(world, began), orders: ordersOf(world) };
	} catch (error) {
		shop.close();
		browsing.close();
		return { entries, rows: [], orders: ordersOf(world), broke: String(error) };
	}
}

function chosen(all: Accident[], { short: isShort, only, node }: Choice) {
	if (isShort) return short(all);
	return all.filter(
		({ kind, name }) => (only.length === 0 || only.includes(kind)) && name.includes(node),
	);
}

const ordersOf = ({ acknowledged }: World) => acknowledged.placed.size;

/** Before an accident and after it: what it does to shoppers is to be its own. */
const calmMs = 2_000;
const tries = 3;

async function meet(accident: Accident, cluster: Cluster, notes: Diary): Promise<Entry> {
	for (let attempt = 1; ; attempt += 1) {
		const machine = watchMachine();
		await wait(calmMs);
		const first = notes.seen.length;
		await accident.happen(cluster);
		await wait(calmMs);
		await Promise.all([...notes.open].map((wish) => answered(wish, notes)));
		const entry = { accident, seen: notes.seen.slice(first) };
		if (machine.stoodStill() < tolerableMs || attempt === tries) return entry;
	}
}

async function answered(wish: Seen, { open }: Diary) {
	while (open.has(wish)) await wait(20);
}

const tickMs = 100;
const tolerableMs = 1_000;

/** Nobody can tell what an accident did while the whole machine, this process too, stood still. */
function watchMachine() {
	let before = performance.now();
	let longest = 0;
	const tick = () => {
		const at = performance.now();
		longest = Math.max(longest, at - before - tickMs);
		before = at;
	};
	const timer = setInterval(tick, tickMs);
	return {
		/** For how many milliseconds at most; the watch is over then. */
		stoodStill() {
			clearInterval(timer);
			return longest;
		},
	};
}
