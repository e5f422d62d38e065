// People who look around: steadily, whatever happens behind the door.
import { setTimeout as wait } from "node:timers/promises";
import { chance } from "#tests/faults/checkouts/chance";
import { give } from "#tests/faults/checkouts/world";
import type { World } from "#tests/faults/checkouts/world";

export interface Browsing {
	seed: number;
	people: number;
	pauseMs: number;
}

/** `close` lets them finish what they have asked. */
export function browse(world: World, { seed, people, pauseMs }: Browsing) {
	let isOpen = true;
	const looking = Array.from({ length: people }, async (_, n) => {
		const luck = chance(seed + 10_000 + n);
		while (isOpen) {
			const { sku } = luck.one(world.goods);
			const route = luck.one([
				"GET /home",
				`GET /products?pageSize=${luck.between(5, 40)}`,
				`GET /search?q=${sku}&pageSize=${luck.between(5, 40)}`,
				"GET /cart",
				`GET /orders?pageSize=${luck.between(1, 5)}`,
				"GET /me/points",
			]);
			await give(world, luck.one(world.buyers), { route });
			await wait(luck.between(pauseMs / 2, pauseMs * 1.5));
		}
	});
	return { over: Promise.all(looking), close: () => void (isOpen = false) };
}
