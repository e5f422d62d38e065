// Everybody at work in the shop, at their own pace.
import { setTimeout as wait } from "node:timers/promises";
import { visit } from "./buyer.ts";
import type { Sold } from "./buyer.ts";
import { chance } from "./chance.ts";
import { handle } from "./clerk.ts";
import type { World } from "./world.ts";

const clerks = 3;

export interface Pace {
	seed: number;
	/** Between two visits of a buyer, on average. */
	pauseMs?: number;
}

/** Everybody at work; `close` lets them finish what they have begun. */
export function open(world: World, { seed, pauseMs = 0 }: Pace) {
	const sold: Sold[] = [];
	let isOpen = true;
	const buyers = world.buyers.map(async (buyer, n) => {
		const dealing = { world, buyer, chance: chance(seed + 1 + n) };
		for (let turn = 0; isOpen; turn += 1) {
			const order = await visit(dealing, `${buyer.name}-${turn}`);
			if (order) sold.push(order);
			if (pauseMs) await wait(dealing.chance.between(pauseMs / 2, pauseMs * 1.5));
		}
	});
	const desk = Array.from({ length: clerks }, async () => {
		while (isOpen) {
			const next = sold.shift();
			if (next) await handle(next);
			else await wait(10);
		}
	});
	const over = Promise.all([...buyers, ...desk]);
	let failure: unknown;
	over.catch((error: unknown) => (failure = error));
	return {
		over,
		close: () => (isOpen = false),
		async until(orders: number) {
			while (world.acknowledged.placed.size < orders) {
				if (failure) throw failure;
				await wait(10);
			}
		},
	};
}
