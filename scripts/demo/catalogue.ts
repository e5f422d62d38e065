// The demo shop's own catalogue: what is sold, made from the hand-written tables in goods/.
import { accessories } from "./goods/accessories.ts";
import { beauty } from "./goods/beauty.ts";
import { clothing } from "./goods/clothing.ts";
import { carry } from "./goods/carry.ts";
import { computers } from "./goods/computers.ts";
import { cosy } from "./goods/cosy.ts";
import { drinks } from "./goods/drinks.ts";
import { electronics } from "./goods/electronics.ts";
import { fitness } from "./goods/fitness.ts";
import { furniture } from "./goods/furniture.ts";
import { home } from "./goods/home.ts";
import { kitchen } from "./goods/kitchen.ts";
import { outdoor } from "./goods/outdoor.ts";
import { pantry } from "./goods/pantry.ts";
import { play } from "./goods/play.ts";
import { table } from "./goods/table.ts";
import { products } from "./lines.ts";
import type { DemoProduct } from "./types.ts";

const lines = [
	...kitchen,
	...table,
	...home,
	...cosy,
	...furniture,
	...electronics,
	...computers,
	...clothing,
	...accessories,
	...carry,
	...outdoor,
	...fitness,
	...beauty,
	...drinks,
	...pantry,
	...play,
];

export const catalogue: DemoProduct[] = lines.flatMap(products);
