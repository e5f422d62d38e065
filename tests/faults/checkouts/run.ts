// Many buyers and a clerk at a mall that is killed again and again. Afterwards all is counted.
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import { chance } from "./chance.ts";
import type { Chance } from "./chance.ts";
import { settled } from "./counting.ts";
import { line } from "./line.ts";
import type { Line, Said } from "./line.ts";
import { moments } from "./moments.ts";
import type { MomentName } from "./moments.ts";
import { open } from "./shop.ts";
import type { Row } from "./tally.ts";
import { usual, world as build } from "./world.ts";
import type { World } from "./world.ts";

export interface Plan {
	dataDir: string;
	seed: number;
	kills: number;
	/** Orders that are acknowledged until the last kill, at least. */
	checkouts: number;
	buyers: number;
}

export interface Outcome {
	kills: number;
	placed: number;
	said: Said;
	rows: Row[];
	/** From the last restart until everything held. */
	seconds: number;
	/** Moments that did not come while they were waited for. */
	missed: MomentName[];
}

export async function survive(
	plan: Plan,
	tell: (text: string) => void = () => {},
): Promise<Outcome> {
	const telephone = line();
	const luck = chance(plan.seed);
	const start = () => startMall(plan.dataDir, mortal(plan));
	let mall = await start();
	const missed: MomentName[] = [];
	telephone.connect(mall);
	try {
		const world = await build(telephone, chance(plan.seed + 1_000), plan);
		const shop = open(world, plan);
		for (let kill = 1; kill <= plan.kills; kill += 1) {
			await shop.until(turn(plan, kill, luck));
			const aim = aims[(kill - 1) % aims.length];
			if (!aim) await isBusy(telephone, luck);
			else if (!(await diesAt(aim, { mall, world, plan }))) missed.push(aim);
			if (kill === plan.kills) shop.close();
			telephone.cut();
			await mall.end("SIGKILL");
			mall = await start();
			world.patient = usual;
			telephone.connect(mall);
			tell(`${kill} kills, ${world.acknowledged.placed.size} orders`);
		}
		return { ...(await outcome(world, { plan, over: shop.over })), missed };
	} finally {
		await mall.end("SIGKILL");
	}
}

/** What a kill that is not aimed at a moment is to come into the middle of. */
const targets = [
	/POST \/orders$/,
	/POST \/orders\/[^/]+\/payments/,
	/cancel$/,
	/shipments$/,
	/refunds?$/,
	/returns$|receive$/,
	/admin\/orders\/[^/]+\/payments/,
	/PATCH \/admin\/orders/,
];
const targetMs = 2_000;

/** At which moment each kill in turn is to come; the others come as chance will. */
const aims: (MomentName | undefined)[] = [
	"order-made",
	"refund-noted",
	"money-taken",
	"change-begun",
	undefined,
	undefined,
	undefined,
];
const aimedMs = 10_000;

const momentFile = ({ dataDir }: Plan) => join(dataDir, "moment");

/** How the mall is started so that it can die by itself. */
const mortal = (plan: Plan) => ({
	PAYMENT_TIMEOUT_SECONDS: "3",
	MOMENT_FILE: momentFile(plan),
	NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "mortal-mall.ts")).href}`,
});

type Aimed = { mall: MallProcess; world: World; plan: Plan };

/** Whether it came to that. */
async function diesAt(name: MomentName, { mall, world, plan }: Aimed): Promise<boolean> {
	world.patient = moments[name].patient;
	const isGone = once(mall.child, "exit").then(() => true);
	writeFileSync(momentFile(plan), name);
	const isMet = await Promise.race([isGone, wait(aimedMs, false)]);
	rmSync(momentFile(plan));
	return isMet;
}

/** In the middle of some command, if one is asked soon. */
async function isBusy(telephone: Line, luck: Chance) {
	await Promise.race([telephone.next(luck.one(targets)), wait(targetMs)]);
	await wait(luck.between(0, 80));
}

/** How many orders the mall may make until it is killed; sometimes none, while it still recovers. */
function turn({ kills, checkouts }: Plan, kill: number, luck: Chance) {
	if (kill === kills) return checkouts;
	const share = checkouts / kills;
	return luck.percent(15) ? 0 : Math.floor(share * (kill - 1) + luck.between(1, share));
}

interface End {
	plan: Plan;
	over: Promise<unknown>;
}

async function outcome(world: World, { plan, over }: End): Promise<Omit<Outcome, "missed">> {
	const began = Date.now();
	await over;
	const rows = await settled(world, began);
	const seconds = (Date.now() - began) / 1000;
	const placed = world.acknowledged.placed.size;
	return { kills: plan.kills, placed, said: { ...world.line.said }, rows, seconds };
}
