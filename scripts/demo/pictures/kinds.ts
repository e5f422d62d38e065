// All kinds of pictures by name.
import { beauty } from "./beauty.ts";
import { electronics } from "./electronics.ts";
import { fashion } from "./fashion.ts";
import { furniture } from "./furniture.ts";
import { home } from "./home.ts";
import { kitchen } from "./kitchen.ts";
import type { Kind } from "./kit.ts";
import { outdoor } from "./outdoor.ts";
import { pantry } from "./pantry.ts";
import { play } from "./play.ts";

export const kinds: Record<string, Kind> = {
	...kitchen,
	...home,
	...furniture,
	...electronics,
	...fashion,
	...outdoor,
	...beauty,
	...pantry,
	...play,
};
